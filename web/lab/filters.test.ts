import { describe, expect, test } from "vitest";
import type { Process } from "../kernel/snapshot.ts";
import {
  answerTo,
  askFilters,
  type Door,
  doorName,
  filtersOf,
  i386,
  openCount,
  openDoors,
  refusesSome,
  x86_64,
} from "./filters.ts";

/** Refuses by number, as `jq` would count them: each line a number, then what the last line says. */
function refusing(architecture: number, ...numbers: number[]): Uint8Array {
  const lines = numbers.map((number, i) => [0x15, numbers.length - i, 0, number]);
  const code = [[0x20, 0, 0, 4], [0x15, 1, 0, architecture], [0x06, 0, 0, 0x7fff_0000], [0x20, 0, 0, 0], ...lines];
  return assembled([...code, [0x06, 0, 0, 0x7fff_0000], [0x06, 0, 0, 0x0005_000d]]);
}

function assembled(code: readonly number[][]): Uint8Array {
  const bytes = new Uint8Array(code.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, [operation = 0, whenTrue = 0, whenFalse = 0, k = 0]] of code.entries()) {
    view.setUint16(i * 8, operation, true);
    view.setUint8(i * 8 + 2, whenTrue);
    view.setUint8(i * 8 + 3, whenFalse);
    view.setUint32(i * 8 + 4, k, true);
  }
  return bytes;
}

const chmod: Door = { name: "chmod", number: 15 };
const fchmodat: Door = { name: "fchmodat", number: 306 };
const socket: Door = { name: "socketcall with 1, socket", number: 102, args: [1n] };

describe("doors", () => {
  test("that a filter leaves open are named", () => {
    const open = openDoors([refusing(i386, 15)], [chmod, fchmodat]);
    expect(open.map(({ door }) => doorName(door))).toEqual(["fchmodat (306)"]);
    expect(open[0]?.answer).toEqual({ action: "allow", data: 0 });
    expect(openDoors([], [chmod])).toHaveLength(1);
  });

  test("are those of this machine's architecture unless another is asked for", () => {
    const other = [refusing(x86_64, 15)];
    expect(openDoors(other, [chmod])).toHaveLength(1);
    expect(openDoors(other, [chmod], x86_64)).toEqual([]);
  });

  test("may be a part of a call", () => {
    const notSocket = assembled([
      [0x20, 0, 0, 16],
      [0x15, 0, 1, 1],
      [0x06, 0, 0, 0x0005_0001],
      [0x06, 0, 0, 0x7fff_0000],
    ]);
    expect(openDoors([notSocket], [socket])).toEqual([]);
    expect(openDoors([notSocket], [{ ...socket, args: [] }])).toHaveLength(1);
    expect(refusesSome([notSocket], { ...socket, args: [] })).toBe(true);
    expect(refusesSome([notSocket], { ...socket, args: [2n] })).toBe(false);
  });

  test("are told what they answer", () => {
    expect(answerTo([refusing(i386, 15)], chmod)).toBe("errno 13");
    expect(answerTo([refusing(i386, 15)], fchmodat)).toBe("allow");
    expect(answerTo([assembled([[0x06, 0, 0, 0x8000_0000]])], chmod)).toBe("kill process");
  });

  test("are counted", () => {
    expect(openCount([])).toBe(463);
    expect(openCount([refusing(i386, 15, 94, 306)])).toBe(460);
  });
});

test("filters are asked for where there are any, and found again", () => {
  const plain = { pid: 1, seccompFilters: 0 } as Process;
  const filtered = { pid: 2, seccompFilters: 1 } as Process;
  const [inquiry, ...others] = askFilters([plain, filtered]);
  expect(inquiry).toMatchObject({ kind: "seccomp", process: filtered });
  expect(others).toEqual([]);
  const programs = [refusing(i386, 1)];
  expect(filtersOf(new Map([[inquiry?.key ?? "", { kind: "seccomp", programs }]]), filtered)).toBe(programs);
  expect(() => filtersOf(new Map(), filtered)).toThrow("could not be read");
});
