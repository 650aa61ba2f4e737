import { describe, expect, test } from "vitest";
import { type CallShape, findCall, isPassing } from "./find-call.ts";

const architecture = 0x4000_0003;
const allow = [0x06, 0, 0, 0x7fff_0000] as const;
const refuse = [0x06, 0, 0, 0x0005_0001] as const;
const loadArgument = (index: number) => [0x20, 0, 0, 16 + 8 * index] as const;

function program(...instructions: ReadonlyArray<readonly [code: number, jt: number, jf: number, k: number]>): Uint8Array {
  const bytes = new Uint8Array(instructions.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, [code, jt, jf, k]] of instructions.entries()) {
    view.setUint16(i * 8, code, true);
    view.setUint8(i * 8 + 2, jt);
    view.setUint8(i * 8 + 3, jf);
    view.setUint32(i * 8 + 4, k, true);
  }
  return bytes;
}

const passingCall = (programs: readonly Uint8Array[], shape: CallShape) => findCall(programs, shape, isPassing);

function found(...programs: Uint8Array[]) {
  return passingCall(programs, { number: 15, architecture });
}

describe("a call that is let through", () => {
  test("is found, or there is none", () => {
    expect(found(program(allow))?.answer).toEqual({ action: "allow", data: 0 });
    expect(found()?.call.number).toBe(15);
    expect(found(program(refuse))).toBeUndefined();
    expect(found(program(allow), program(refuse))).toBeUndefined();
  });

  test.each([
    ["log", 0x7ffc_0000],
    ["trace", 0x7ff0_0000],
    ["user-notif", 0x7fc0_0000],
  ])("may be so by %s", (action, value) => {
    expect(found(program([0x06, 0, 0, value]))?.answer.action).toBe(action);
  });

  test.each([
    ["equal", [0x15, 1, 0, 0o4755], 0o4755n],
    ["unequal", [0x15, 0, 1, 0], 1n],
    ["above", [0x25, 1, 0, 1000], 1001n],
    ["at least", [0x35, 1, 0, 1000], 1000n],
  ] as const)("has the one argument that passes: %s", (_, comparison, value) => {
    const passing = found(program(loadArgument(1), comparison, refuse, allow));
    expect(passing?.call.args).toEqual([0n, value, 0n, 0n, 0n, 0n]);
  });

  test("has several that pass together, of two filters", () => {
    const first = program(
      loadArgument(0),
      [0x15, 0, 3, 7],
      loadArgument(1),
      [0x54, 0, 0, 0o7000],
      [0x15, 1, 0, 0o4000],
      refuse,
      allow,
    );
    const second = program(loadArgument(1), [0x45, 0, 1, 0o111], allow, refuse);
    expect(found(first, second)?.call.args?.slice(0, 2)).toEqual([7n, 0o4111n]);
  });

  test("is none when two filters leave nothing between them", () => {
    const onlySeven = program(loadArgument(0), [0x15, 0, 1, 7], allow, refuse);
    const notSeven = program(loadArgument(0), [0x15, 0, 1, 7], refuse, allow);
    expect(found(onlySeven)).toBeDefined();
    expect(found(notSeven)).toBeDefined();
    expect(found(onlySeven, notSeven)).toBeUndefined();
  });

  test("is found through cells and X", () => {
    const through = program(
      loadArgument(2),
      [0x02, 0, 0, 3],
      [0x00, 0, 0, 0],
      [0x61, 0, 0, 3],
      [0x87, 0, 0, 0],
      [0x15, 1, 0, 99],
      refuse,
      allow,
    );
    expect(found(through)?.call.args?.[2]).toBe(99n);
    const stored = program(loadArgument(2), [0x07, 0, 0, 0], [0x03, 0, 0, 0], [0x60, 0, 0, 0], [0x15, 1, 0, 99], refuse, allow);
    expect(found(stored)?.call.args?.[2]).toBe(99n);
  });

  test("comes from anywhere: the instruction pointer varies", () => {
    const fromThere = program([0x20, 0, 0, 8], [0x15, 1, 0, 0x0804_8000], refuse, allow);
    expect(found(fromThere)?.call.instructionPointer).toBe(0x0804_8000n);
  });

  test("keeps the arguments that are given; high halves are 0 on this machine", () => {
    const onlyOne = program(loadArgument(0), [0x15, 1, 0, 1], refuse, allow);
    expect(passingCall([onlyOne], { number: 102, architecture, args: [2n] })).toBeUndefined();
    expect(passingCall([onlyOne], { number: 102, architecture, args: [1n] })?.call.args?.[0]).toBe(1n);
    expect(found(program([0x20, 0, 0, 20], [0x15, 1, 0, 1], refuse, allow))).toBeUndefined();
  });

  test("what a filter makes of constants alone is not followed", () => {
    const counted = program([0x80, 0, 0, 0], [0x15, 0, 1, 64], refuse, allow);
    expect(found(counted)).toBeUndefined();
    expect(found(program(loadArgument(0), [0x04, 0, 0, 1], [0x15, 0, 1, 1], refuse, allow))).toBeUndefined();
    expect(found(program([0x81, 0, 0, 0], [0x87, 0, 0, 0], [0x15, 0, 1, 64], refuse, allow))).toBeUndefined();
  });

  test("is one whose answer is as wanted", () => {
    const onlyOne = program(loadArgument(0), [0x15, 1, 0, 1], refuse, allow);
    const refused = findCall([onlyOne], { number: 15, architecture }, ({ action }) => action === "errno");
    expect(refused?.answer).toEqual({ action: "errno", data: 1 });
    expect(findCall([onlyOne], { number: 15, architecture }, ({ action }) => action === "trap")).toBeUndefined();
  });
});
