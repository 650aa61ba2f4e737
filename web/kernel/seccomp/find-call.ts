import { evaluateFilters, type Instruction, runFilter, type SeccompAnswer, type SystemCall } from "./evaluate.ts";

/** System calls with this number; of the arguments, those that are given are so. */
export interface CallShape {
  readonly number: number;
  readonly architecture: number;
  readonly args?: ReadonlyArray<bigint | undefined>;
}

export interface FoundCall {
  readonly call: SystemCall;
  readonly answer: SeccompAnswer;
}

/** Low halves in `struct seccomp_data`: of the instruction pointer, then of the arguments. The high ones are 0 on a 32-bit kernel. */
const instructionPointer = 8;
const firstArgument = 16;
const argumentCount = 6;
const runsMax = 4000;

/** Values of the words that may vary, by offset. */
type Words = ReadonlyMap<number, number>;

/** Where a register's value comes from: a word of the data, of which these bits are left. */
type Origin = { readonly word: number; readonly mask: number } | undefined;

/**
 * A call of this shape whose answer is as wanted, if the filters of a 32-bit process have such an answer for any arguments. Follows the filters' comparisons: each is made to come out the other way, until no
 * path is new, the simplest first. Comparisons of a word, or some bits of it, with a constant are followed, which are all that libseccomp makes.
 */
export function findCall(
  programs: readonly Uint8Array[],
  shape: CallShape,
  isWanted: (answer: SeccompAnswer) => boolean,
): FoundCall | undefined {
  const start: Words = new Map();
  const waiting = [start];
  const seen = new Set([keyOf(start)]);
  for (let runs = 0; runs < runsMax; runs++) {
    const words = waiting[runs];
    if (!words) return undefined;
    const call = callOf(shape, words);
    const answer = evaluateFilters(programs, call);
    if (isWanted(answer)) return { call, answer };
    for (const program of programs) {
      for (const [word, value] of turns(program, call, words)) {
        if (isGiven(shape, word)) continue;
        const next = new Map(words).set(word, value);
        const key = keyOf(next);
        if (!seen.has(key)) waiting.push(next);
        seen.add(key);
      }
    }
  }
  return undefined;
}

/** The kernel makes the call, perhaps after it has written a line to the log; or another program decides. */
export function isPassing({ action }: SeccompAnswer): boolean {
  return action === "allow" || action === "log" || action === "trace" || action === "user-notif";
}

/** What a word would have to be for a comparison on this run's path to come out otherwise. */
function turns(program: Uint8Array, call: SystemCall, words: Words): Array<readonly [word: number, value: number]> {
  const found: Array<readonly [number, number]> = [];
  const cells = new Map<number, Origin>();
  let a: Origin;
  let x: Origin;
  runFilter(program, call, (instruction) => {
    const { code, k } = instruction;
    if (a && isComparisonWithConstant(instruction)) {
      const { word, mask } = a;
      const kept = (words.get(word) ?? 0) & ~mask;
      const bit = k & -k;
      for (const value of [k, k + 1, k - 1, ~k, bit, ~bit, 0]) found.push([word, (kept | (value & mask)) >>> 0]);
    }
    if (code === 0x20) a = isVarying(k) ? { word: k, mask: 0xffff_ffff } : undefined;
    else if (code === 0x54) a = a && { word: a.word, mask: a.mask & k };
    else if (code === 0x02) cells.set(k, a);
    else if (code === 0x03) cells.set(k, x);
    else if (code === 0x60) a = cells.get(k);
    else if (code === 0x61) x = cells.get(k);
    else if (code === 0x07) x = a;
    else if (code === 0x87) a = x;
    else if ((code & 0x07) === 0x01) x = undefined;
    else if ((code & 0x07) === 0x00 || (code & 0x07) === 0x04) a = undefined;
  });
  return found;
}

function isComparisonWithConstant({ code }: Instruction): boolean {
  return (code & 0x0f) === 0x05 && code !== 0x05;
}

function isVarying(offset: number): boolean {
  return offset === instructionPointer || (offset >= firstArgument && offset % 8 === 0);
}

function isGiven({ args = [] }: CallShape, word: number): boolean {
  return args[(word - firstArgument) / 8] !== undefined;
}

function callOf({ number, architecture, args = [] }: CallShape, words: Words): SystemCall {
  return {
    number,
    architecture,
    instructionPointer: BigInt(words.get(instructionPointer) ?? 0),
    args: Array.from({ length: argumentCount }, (_, i) => args[i] ?? BigInt(words.get(firstArgument + 8 * i) ?? 0)),
  };
}

function keyOf(words: Words): string {
  return [...words]
    .toSorted(([one], [other]) => one - other)
    .map(([word, value]) => `${word}=${value}`)
    .join(" ");
}
