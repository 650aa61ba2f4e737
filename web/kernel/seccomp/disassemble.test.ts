import { expect, test } from "vitest";
import { disassemble } from "./disassemble.ts";

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

test("a filter as libseccomp writes it: architecture, number, argument, verdicts", () => {
  const lines = disassemble(
    program(
      [0x20, 0, 0, 4],
      [0x15, 0, 5, 0x4000_0003],
      [0x20, 0, 0, 0],
      [0x15, 0, 2, 15],
      [0x20, 0, 0, 24],
      [0x45, 1, 0, 0o111],
      [0x06, 0, 0, 0x7fff_0000],
      [0x06, 0, 0, 0x0005_0001],
      [0x06, 0, 0, 0x8000_0000],
    ),
  );
  expect(lines).toEqual([
    "0: A = architecture",
    "1: if A == 0x40000003 (i386) goto 2 else 7",
    "2: A = system call number",
    "3: if A == 15 goto 4 else 6",
    "4: A = argument 1, low half",
    "5: if A & 73 goto 7 else 6",
    "6: return allow",
    "7: return fail with errno 1",
    "8: return kill the process",
  ]);
});

test("arithmetic, memory, registers and plain jumps", () => {
  const lines = disassemble(
    program(
      [0x54, 0, 0, 255],
      [0x02, 0, 0, 3],
      [0x07, 0, 0, 0],
      [0x61, 0, 0, 3],
      [0x0c, 0, 0, 0],
      [0x84, 0, 0, 0],
      [0x05, 0, 0, 2],
      [0x16, 0, 0, 0],
    ),
  );
  expect(lines).toEqual([
    "0: A = A & 255",
    "1: M[3] = A",
    "2: X = A",
    "3: X = M[3]",
    "4: A = A + X",
    "5: A = -A",
    "6: goto 9",
    "7: return A",
  ]);
});

test("rubbish is told as far as it goes", () => {
  expect(disassemble(new Uint8Array(7))).toEqual([]);
  expect(disassemble(new Uint8Array(8).fill(0xff))).toHaveLength(1);
});
