/**
 * What the kernel answers to a system call by its seccomp filters (kernel/seccomp.c, seccomp(2)): classic BPF over `struct seccomp_data`,
 * as `seccomp_check_filter` permits it.
 */

/** The system call as a filter sees it: `struct seccomp_data`. */
export interface SystemCall {
  readonly number: number;
  /** AUDIT_ARCH_*; `0x40000003` is i386. */
  readonly architecture: number;
  readonly instructionPointer?: bigint;
  /** Up to six, of 64 bits; those left out are 0. A 32-bit kernel fills the low half only. */
  readonly args?: readonly bigint[];
}

export type SeccompAction = "kill-process" | "kill-thread" | "trap" | "errno" | "user-notif" | "trace" | "log" | "allow";

export interface SeccompAnswer {
  readonly action: SeccompAction;
  /** What comes with it: the errno, the tracer's message, `si_errno` of SIGSYS. */
  readonly data: number;
}

/** An instruction that is about to be executed. */
export interface Instruction {
  readonly code: number;
  readonly whenTrue: number;
  readonly whenFalse: number;
  readonly k: number;
}

const instructionLength = 8;
const dataLength = 64;
const maxErrno = 4095;
const actions: ReadonlyMap<number, SeccompAction> = new Map([
  [0x8000_0000, "kill-process"],
  [0x0000_0000, "kill-thread"],
  [0x0003_0000, "trap"],
  [0x0005_0000, "errno"],
  [0x7fc0_0000, "user-notif"],
  [0x7ff0_0000, "trace"],
  [0x7ffc_0000, "log"],
  [0x7fff_0000, "allow"],
]);

/**
 * The answer of all filters of a process, the newest first, as the agent reads them. All are run; the strictest action wins, by the
 * signed comparison of the kernel; of equals the one that came first, the newest's, with its data.
 */
export function evaluateFilters(programs: readonly Uint8Array[], call: SystemCall): SeccompAnswer {
  let strictest = 0x7fff_0000;
  for (const program of programs) {
    const value = runFilter(program, call);
    if (precedence(value) < precedence(strictest)) strictest = value;
  }
  // An action that the kernel doesn't know kills the process.
  const action = actions.get((strictest & 0xffff_0000) >>> 0) ?? "kill-process";
  const data = strictest & 0xffff;
  return { action, data: action === "errno" ? Math.min(data, maxErrno) : data };
}

function precedence(value: number): number {
  return value & 0xffff_0000;
}

/**
 * What one filter returns: action in the upper half, data in the lower. `observe` is told each instruction before it is executed. Throws
 * for what the kernel would not have taken as a filter.
 */
export function runFilter(program: Uint8Array, call: SystemCall, observe?: (instruction: Instruction) => void): number {
  const code = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const data = seccompData(call);
  const memory = new Uint32Array(16);
  // A and X: unsigned, of 32 bits.
  let a = 0;
  let x = 0;
  for (let index = 0; (index + 1) * instructionLength <= program.length; index++) {
    const instruction = instructionAt(code, index);
    const { k } = instruction;
    observe?.(instruction);
    switch (instruction.code) {
      case 0x20: // LD | W | ABS
        a = data.getUint32(k, true);
        break;
      case 0x00: // LD | IMM
        a = k;
        break;
      case 0x80: // LD | W | LEN
        a = dataLength;
        break;
      case 0x60: // LD | MEM
        a = cell(memory, k);
        break;
      case 0x01: // LDX | IMM
        x = k;
        break;
      case 0x81: // LDX | W | LEN
        x = dataLength;
        break;
      case 0x61: // LDX | MEM
        x = cell(memory, k);
        break;
      case 0x02: // ST
        memory[k] = a;
        break;
      case 0x03: // STX
        memory[k] = x;
        break;
      case 0x07: // MISC | TAX
        x = a;
        break;
      case 0x87: // MISC | TXA
        a = x;
        break;
      case 0x06: // RET | K
        return k;
      case 0x16: // RET | A
        return a;
      case 0x05: // JMP | JA
        index += k;
        break;
      default: {
        const operand = (instruction.code & 0x08) === 0 ? k : x;
        if ((instruction.code & 0x07) === 0x05) {
          index += holds(instruction.code & 0xf0, a, operand) ? instruction.whenTrue : instruction.whenFalse;
          break;
        }
        // Division by an X of 0 ends the program with 0.
        if ((instruction.code & 0xf7) === 0x34 && operand === 0) return 0;
        a = calculated(instruction.code, a, operand);
      }
    }
  }
  throw new RangeError("a filter that doesn't end with a return is none");
}

function instructionAt(code: DataView, index: number): Instruction {
  const at = index * instructionLength;
  return {
    code: code.getUint16(at, true),
    whenTrue: code.getUint8(at + 2),
    whenFalse: code.getUint8(at + 3),
    k: code.getUint32(at + 4, true),
  };
}

function seccompData({ number, architecture, instructionPointer = 0n, args = [] }: SystemCall): DataView {
  const data = new DataView(new ArrayBuffer(dataLength));
  data.setUint32(0, number, true);
  data.setUint32(4, architecture, true);
  data.setBigUint64(8, instructionPointer, true);
  for (const [i, value] of args.entries()) data.setBigUint64(16 + i * 8, value, true);
  return data;
}

function cell(memory: Uint32Array, index: number): number {
  const value = memory[index];
  if (value === undefined) throw new RangeError(`a filter has 16 cells of memory, not ${index}`);
  return value;
}

function holds(operation: number, a: number, operand: number): boolean {
  switch (operation) {
    case 0x10:
      return a === operand;
    case 0x20:
      return a > operand;
    case 0x30:
      return a >= operand;
    case 0x40:
      return (a & operand) !== 0;
    default:
      throw new RangeError(`no jump of a filter: 0x${operation.toString(16)}`);
  }
}

function calculated(code: number, a: number, operand: number): number {
  switch (code & 0xf7) {
    case 0x04:
      return (a + operand) >>> 0;
    case 0x14:
      return (a - operand) >>> 0;
    case 0x24:
      return Math.imul(a, operand) >>> 0;
    case 0x34:
      return Math.trunc(a / operand);
    case 0x44:
      return (a | operand) >>> 0;
    case 0x54:
      return (a & operand) >>> 0;
    // Shifts count by the lower five bits, as do those of JavaScript.
    case 0x64:
      return (a << operand) >>> 0;
    case 0x74:
      return a >>> operand;
    case 0x84:
      return -a >>> 0;
    case 0xa4:
      return (a ^ operand) >>> 0;
    default:
      throw new RangeError(`no instruction of a filter: 0x${code.toString(16)}`);
  }
}
