import type { SystemCall } from "../../../web/kernel/seccomp/evaluate.ts";

/** Code, jump if true, jump if false, k: `struct sock_filter`. */
type Instruction = readonly [code: number, whenTrue: number, whenFalse: number, k: number];

export interface Stack {
  /** The oldest first, as they are installed. */
  readonly filters: readonly Uint8Array[];
  readonly calls: readonly SystemCall[];
}

export const i386 = 0x4000_0003;
const seccompNumber = 354;
/** getpid, getuid, getgid, geteuid, getegid, getppid, getpgrp, getuid32, gettid: no arguments, no effect; then some that are none. */
const numbers = [20, 24, 47, 49, 50, 64, 65, 199, 224, 600, 4242, 0x4000_0014, 0xffff_ffff];
const values = [0, 1, 2, 15, 0o4755, 0xff, 0x100, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
/** What doesn't end a program; and what does, some that the kernel has no action for among them. */
const actions = [
  [6, 0x7fff_0000],
  [3, 0x7ffc_0000],
  [3, 0x7ff0_0000],
  [3, 0x7fc0_0000],
  [5, 0x0005_0000],
  [3, 0x0003_0000],
].flatMap(([weight = 0, action = 0]) => Array.from({ length: weight }, () => action));
const lastActions = [0x0000_0000, 0x8000_0000, 0x0001_0000, 0x0006_0000, 0x7ffd_0000, 0x9000_0000, 0xffff_0000];
const calculations = [0x04, 0x14, 0x24, 0x34, 0x44, 0x54, 0x64, 0x74, 0xa4];
const comparisons = [0x15, 0x25, 0x35, 0x45, 0x1d, 0x2d, 0x3d, 0x4d];

/** The same for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

export function randomStack(dice: Dice, filters: number, calls: number, instructionPointer: number): Stack {
  return {
    filters: Array.from({ length: filters }, () => randomFilter(dice, instructionPointer)),
    calls: Array.from({ length: calls }, () => ({
      number: dice.of(numbers),
      architecture: i386,
      instructionPointer: BigInt(instructionPointer),
      args: Array.from({ length: 6 }, () => BigInt(someValue(dice))),
    })),
  };
}

/** A program that the kernel takes: it lets the next filter be installed, and then does anything. */
function randomFilter(dice: Dice, instructionPointer: number): Uint8Array {
  const code: Instruction[] = [
    [0x20, 0, 0, 0],
    [0x15, 0, 1, seccompNumber],
    [0x06, 0, 0, 0x7fff_0000],
    // Only cells that were written may be read.
    [0x02, 0, 0, 0],
    [0x01, 0, 0, someValue(dice)],
    [0x03, 0, 0, 15],
  ];
  const end = code.length + 4 + dice.below(40);
  while (code.length < end) {
    const next = randomInstruction(dice, end - code.length, instructionPointer);
    code.push(next);
    // One comparison in two decides.
    if ((next[0] & 0x07) === 0x05 && next[0] !== 0x05 && dice.below(2) === 0) code.push([0x06, 0, 0, someAction(dice)]);
  }
  code.push([0x06, 0, 0, someAction(dice)]);
  return assembled(code);
}

/** `ahead`: how many instructions are left before the last, which is a return. */
function randomInstruction(dice: Dice, ahead: number, instructionPointer: number): Instruction {
  const jump = () => dice.below(Math.min(ahead, 8));
  const constant = () => dice.of([someValue(dice), dice.of(numbers), i386, instructionPointer, dice.below(2 ** 32)]);
  switch (dice.below(20)) {
    case 0:
    case 1:
      return [0x20, 0, 0, 0];
    case 2:
    case 3:
      return [0x20, 0, 0, 16 + 8 * dice.below(6)];
    case 4:
      return [0x20, 0, 0, 4 * dice.below(16)];
    case 5:
      return [dice.of([0x60, 0x61]), 0, 0, dice.of([0, 15])];
    case 6:
      return [dice.of([0x02, 0x03]), 0, 0, dice.below(16)];
    case 7:
      return [dice.of([0x07, 0x87]), 0, 0, 0];
    case 8:
      return [dice.of([0x00, 0x01]), 0, 0, constant()];
    case 9:
      return [dice.of([0x80, 0x81, 0x84]), 0, 0, 0];
    case 10:
    case 11:
    case 12:
      return randomCalculation(dice, constant);
    case 13:
      return [0x05, 0, 0, jump()];
    case 14:
      return dice.below(8) === 0 ? [0x16, 0, 0, 0] : [0x00, 0, 0, someAction(dice)];
    default:
      return [dice.of(comparisons), jump(), jump(), constant()];
  }
}

/** By X one in three; a division by the constant 0 and a shift by more than 31 would not be taken. */
function randomCalculation(dice: Dice, constant: () => number): Instruction {
  const operation = dice.of(calculations);
  if (dice.below(3) === 0) return [operation | 0x08, 0, 0, 0];
  const isShift = operation === 0x64 || operation === 0x74;
  return [operation, 0, 0, isShift ? dice.below(32) : operation === 0x34 ? 1 + dice.below(1000) : constant()];
}

function someValue(dice: Dice): number {
  return dice.below(4) === 0 ? dice.below(2 ** 32) : dice.of(values);
}

function someAction(dice: Dice): number {
  const data = dice.of([0, 1, 22, 95, 4095, 4096, 0xffff, dice.below(0x1_0000)]);
  return (dice.of(dice.below(12) === 0 ? lastActions : actions) | data) >>> 0;
}

function assembled(code: readonly Instruction[]): Uint8Array {
  const bytes = new Uint8Array(code.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, [operation, whenTrue, whenFalse, k]] of code.entries()) {
    view.setUint16(i * 8, operation, true);
    view.setUint8(i * 8 + 2, whenTrue);
    view.setUint8(i * 8 + 3, whenFalse);
    view.setUint32(i * 8 + 4, k, true);
  }
  return bytes;
}

/** As `seccomp-judge.c` reads them. */
export function encodeStacks(stacks: readonly Stack[]): Uint8Array {
  const words = stacks.flatMap(({ filters, calls }) => [
    filters.length,
    ...filters.flatMap((filter) => [filter.length / 8, ...wordsOf(filter)]),
    calls.length,
    ...calls.flatMap(({ number, args = [] }) => [number, ...args.map(Number)]),
  ]);
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setUint32(i * 4, word, true);
  return bytes;
}

function wordsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(i * 4, true));
}
