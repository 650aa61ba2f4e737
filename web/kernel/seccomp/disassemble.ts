/** Classic BPF of seccomp filters (seccomp(2), linux/filter.h) as text. */

const instructionLength = 8;
/** Low three bits of a code. */
const classes = ["ld", "ldx", "st", "stx", "alu", "jmp", "ret", "misc"] as const;
const aluOperations = ["+", "-", "*", "/", "|", "&", "<<", ">>", "neg", "%", "^"];
const jumpOperations = ["goto", "==", ">", ">=", "&"];
/** SECCOMP_RET_*: the upper half says what, the lower gives a value with it. */
const actions: Readonly<Record<number, string>> = {
  2147483648: "kill the process",
  0: "kill the thread",
  196608: "trap",
  327680: "fail with errno",
  2143289344: "notify",
  2146435072: "trace",
  2147221504: "allow, and log",
  2147418112: "allow",
};
const architectures: Readonly<Record<number, string>> = { 1073741827: "i386", 3221225534: "x86_64", 1073741864: "arm" };

/** A line an instruction, `12: if A == 15 goto 20 else 13`; what is no instruction is told as such. */
export function disassemble(program: Uint8Array): string[] {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const lines: string[] = [];
  for (let at = 0; at + instructionLength <= program.length; at += instructionLength) {
    const index = at / instructionLength;
    const code = view.getUint16(at, true);
    const instruction = {
      code,
      whenTrue: index + 1 + view.getUint8(at + 2),
      whenFalse: index + 1 + view.getUint8(at + 3),
      k: view.getUint32(at + 4, true),
    };
    lines.push(`${index}: ${words(instruction, index)}`);
  }
  return lines;
}

interface Instruction {
  readonly code: number;
  readonly whenTrue: number;
  readonly whenFalse: number;
  readonly k: number;
}

function words({ code, whenTrue, whenFalse, k }: Instruction, index: number): string {
  const operand = (code & 0x08) !== 0 ? "X" : number(k);
  const operation = code >> 4;
  switch (classes[code & 0x07]) {
    case "ld":
      return `A = ${loaded(code, k)}`;
    case "ldx":
      return `X = ${loaded(code, k)}`;
    case "st":
      return `M[${k}] = A`;
    case "stx":
      return `M[${k}] = X`;
    case "alu":
      return aluOperations[operation] === "neg" ? "A = -A" : `A = A ${aluOperations[operation] ?? "?"} ${operand}`;
    case "jmp": {
      if (operation === 0) return `goto ${index + 1 + k}`;
      const what = `A ${jumpOperations[operation] ?? "?"} ${architectures[k] ? `${number(k)} (${architectures[k]})` : operand}`;
      return `if ${what} goto ${whenTrue} else ${whenFalse}`;
    }
    case "ret":
      return (code & 0x18) === 0x10 ? "return A" : `return ${action(k)}`;
    default:
      return (code & 0x80) !== 0 ? "A = X" : "X = A";
  }
}

/** Offsets in struct seccomp_data: number, architecture, instruction pointer, six arguments of 64 bits. */
function loaded(code: number, k: number): string {
  const mode = code & 0xe0;
  if (mode === 0x00) return number(k);
  if (mode === 0x60) return `M[${k}]`;
  if (mode === 0x80) return "length";
  if (k === 0) return "system call number";
  if (k === 4) return "architecture";
  const half = (k & 4) === 0 ? "low" : "high";
  if (k < 16) return `instruction pointer, ${half} half`;
  return k < 64 ? `argument ${(k - 16) >> 3}, ${half} half` : `data[${k}]`;
}

function action(k: number): string {
  const name = actions[(k & 0xffff_0000) >>> 0];
  if (name === undefined) return number(k);
  const data = k & 0xffff;
  return data === 0 ? name : `${name} ${data}`;
}

function number(k: number): string {
  return k > 0xffff ? `0x${k.toString(16)}` : String(k);
}
