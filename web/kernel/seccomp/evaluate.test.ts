import { describe, expect, test } from "vitest";
import { evaluateFilters, runFilter, type SystemCall } from "./evaluate.ts";

// What the kernel does with random filters is compared in test/guest/seccomp.test.ts.

const i386 = 0x4000_0003;
const allow = 0x7fff_0000;
const errno = 0x0005_0000;

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

function call(number: number, ...args: bigint[]): SystemCall {
  return { number, architecture: i386, args };
}

const returning = (value: number) => program([0x06, 0, 0, value]);

describe("one filter", () => {
  const noSetIdModes = program(
    [0x20, 0, 0, 4],
    [0x15, 0, 5, i386],
    [0x20, 0, 0, 0],
    [0x15, 0, 2, 15],
    [0x20, 0, 0, 24],
    [0x45, 1, 0, 0o6000],
    [0x06, 0, 0, allow],
    [0x06, 0, 0, errno + 1],
  );

  test("sees number, architecture and arguments", () => {
    expect(runFilter(noSetIdModes, call(15, 0n, 0o755n))).toBe(allow);
    expect(runFilter(noSetIdModes, call(15, 0n, 0o4755n))).toBe(errno + 1);
    expect(runFilter(noSetIdModes, call(16, 0n, 0o4755n))).toBe(allow);
    expect(runFilter(noSetIdModes, { number: 15, architecture: 0xc000_003e })).toBe(errno + 1);
  });

  test("sees both halves of what has 64 bits", () => {
    const halves = (offset: number) => runFilter(program([0x20, 0, 0, offset], [0x16, 0, 0, 0]), wide);
    const wide = {
      number: 1,
      architecture: i386,
      instructionPointer: 0x1111_1111_2222_2222n,
      args: [0n, 0n, 0n, 0n, 0n, 0xaaaa_aaaa_bbbb_bbbbn],
    };
    expect([8, 12, 56, 60].map(halves)).toEqual([0x2222_2222, 0x1111_1111, 0xbbbb_bbbb, 0xaaaa_aaaa]);
  });

  test("calculates without sign in 32 bits; division by an X of 0 returns 0", () => {
    const result = (code: number, a: number, x: number) =>
      runFilter(program([0x00, 0, 0, a], [0x01, 0, 0, x], [code, 0, 0, 0], [0x16, 0, 0, 0]), call(0));
    expect(result(0x0c, 0xffff_ffff, 2)).toBe(1);
    expect(result(0x1c, 1, 2)).toBe(0xffff_ffff);
    expect(result(0x2c, 0xffff_ffff, 0xffff_ffff)).toBe(1);
    expect(result(0x3c, 0xffff_ffff, 2)).toBe(0x7fff_ffff);
    expect(result(0x3c, 7, 0)).toBe(0);
    expect(result(0x6c, 1, 33)).toBe(2);
    expect(result(0x7c, 0x8000_0000, 31)).toBe(1);
    expect(result(0x84, 1, 0)).toBe(0xffff_ffff);
    expect(result(0xac, 0xf0, 0xff)).toBe(0x0f);
    expect(result(0x80, 0, 0)).toBe(64);
  });

  test("compares without sign, with a constant or X", () => {
    expect(runFilter(program([0x00, 0, 0, 0x8000_0000], [0x25, 0, 1, 1], [0x06, 0, 0, 5], [0x06, 0, 0, 6]), call(0))).toBe(5);
    expect(runFilter(program([0x00, 0, 0, 3], [0x01, 0, 0, 4], [0x3d, 0, 1, 0], [0x06, 0, 0, 5], [0x06, 0, 0, 6]), call(0))).toBe(
      6,
    );
  });

  test.each([
    ["no return", program([0x00, 0, 0, 0])],
    ["an operation that seccomp refuses", program([0x94, 0, 0, 2], [0x16, 0, 0, 0])],
    ["a jump that doesn't exist", program([0x55, 0, 0, 0], [0x16, 0, 0, 0])],
    ["a cell that doesn't exist", program([0x60, 0, 0, 16], [0x16, 0, 0, 0])],
    ["what lies beyond the data", program([0x20, 0, 0, 64], [0x16, 0, 0, 0])],
  ])("with %s is none", (_, filter) => {
    expect(() => runFilter(filter, call(0))).toThrow(RangeError);
  });
});

describe("several filters", () => {
  // Strictest first (seccomp(2)): killing the process has the sign bit.
  const byStrictness = [
    ["kill-process", 0x8000_0000],
    ["kill-thread", 0x0000_0000],
    ["trap", 0x0003_0000],
    ["errno", 0x0005_0000],
    ["user-notif", 0x7fc0_0000],
    ["trace", 0x7ff0_0000],
    ["log", 0x7ffc_0000],
    ["allow", 0x7fff_0000],
  ] as const;

  test("the strictest action wins, wherever it is", () => {
    for (const [i, [action, value]] of byStrictness.entries()) {
      for (const [, milder] of byStrictness.slice(i)) {
        expect(evaluateFilters([returning(value), returning(milder)], call(1)).action).toBe(action);
        expect(evaluateFilters([returning(milder), returning(value)], call(1)).action).toBe(action);
      }
    }
  });

  test("of equals the newest's data count", () => {
    expect(evaluateFilters([returning(errno + 13), returning(errno + 1)], call(1))).toEqual({ action: "errno", data: 13 });
  });

  test("none allows; an action that the kernel doesn't know kills; an errno ends at 4095", () => {
    expect(evaluateFilters([], call(1))).toEqual({ action: "allow", data: 0 });
    expect(evaluateFilters([returning(0x0001_0000)], call(1)).action).toBe("kill-process");
    expect(evaluateFilters([returning(errno + 0xffff)], call(1))).toEqual({ action: "errno", data: 4095 });
  });
});
