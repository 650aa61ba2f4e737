import { evaluateFilters, type SeccompAnswer } from "../kernel/seccomp/evaluate.ts";
import { findCall, isPassing } from "../kernel/seccomp/find-call.ts";
import type { Process } from "../kernel/snapshot.ts";
import { type Findings, type Inquiry, neededSeccomp } from "./inquiry.ts";

export type { SeccompAnswer } from "../kernel/seccomp/evaluate.ts";

/** AUDIT_ARCH_I386: this machine's calls have no other. */
export const i386 = 0x4000_0003;
export const x86_64 = 0xc000_003e;

/** A system call, or a part of one, that a filter may close. */
export interface Door {
  readonly name: string;
  readonly number: number;
  /** The first arguments, where it is about calls with these: `[1n]` is the socket(2) of socketcall(2). */
  readonly args?: readonly bigint[];
}

export interface OpenDoor {
  readonly door: Door;
  /** The arguments of a call that gets through. */
  readonly args: readonly bigint[];
  /** What the filters say to it: allow, or log, trace, user-notif. */
  readonly answer: SeccompAnswer;
}

/** For `inquire`: the filters of these processes, of those that have any. */
export function askFilters(processes: readonly Process[]): Inquiry[] {
  return processes.filter(hasFilter).map((process) => ({ kind: "seccomp", key: key(process), process }));
}

export function hasFilter({ seccompFilters }: Process): boolean {
  return seccompFilters > 0;
}

/** The newest first, as the kernel runs them. Throws `Unseen` when they could not be read. */
export function filtersOf(found: Findings, process: Process): readonly Uint8Array[] {
  return neededSeccomp(found, key(process));
}

function key({ pid }: Process): string {
  return `filters of ${pid}`;
}

/** Those of the doors that the filters leave open to some call, whatever its further arguments. */
export function openDoors(programs: readonly Uint8Array[], doors: readonly Door[], architecture = i386): OpenDoor[] {
  return doors.flatMap((door) => {
    const passing = findCall(programs, { ...door, architecture }, isPassing);
    return passing ? [{ door, args: passing.call.args ?? [], answer: passing.answer }] : [];
  });
}

/** Whether the filters refuse this door to some call, if not to all. */
export function refusesSome(programs: readonly Uint8Array[], door: Door): boolean {
  return findCall(programs, { ...door, architecture: i386 }, (answer) => !isPassing(answer)) !== undefined;
}

/** `chmod (15)` */
export function doorName({ name, number }: Door): string {
  return `${name} (${number})`;
}

/** What the filters do with a call of this number whose arguments are 0: `errno 1`. */
export function answerTo(programs: readonly Uint8Array[], { number, args = [] }: Door): string {
  return answerText(evaluateFilters(programs, { number, architecture: i386, args }));
}

function answerText({ action, data }: SeccompAnswer): string {
  return action === "errno" ? `errno ${data}` : action.replace("-", " ");
}

/** This kernel's table of system calls ends below. */
const tableEnd = 463;

/** How many of the kernel's system calls the filters leave open to some call. */
export function openCount(programs: readonly Uint8Array[]): number {
  return openDoors(programs, everySystemCall).length;
}

const everySystemCall: readonly Door[] = Array.from({ length: tableEnd }, (_, number) => ({ name: "", number }));
