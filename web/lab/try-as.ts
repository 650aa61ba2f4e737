import type { Process } from "../kernel/snapshot.ts";
import { type Findings, type Inquiry, probeFound } from "./inquiry.ts";
import { Unseen } from "./verdict.ts";

/** Something that try-as(8) has a process try: a path, a TCP port of 127.0.0.1, or a pid. */
export interface Attempt {
  readonly action: "read" | "write" | "mkdir" | "mount" | "connect" | "signal";
  readonly to: string;
}

/** `allowed`, or an error's name: `EACCES`. */
export type KernelAnswer = string;

/**
 * Has processes make system calls themselves, so that everything that holds for them decides: also what no probe can enter, as Landlock,
 * AppArmor and seccomp. One probe for all; each process is stopped for some milliseconds.
 */
export function tryAs(key: string, processes: readonly Process[], attempts: readonly Attempt[]): Inquiry[] {
  if (processes.length === 0) return [];
  const words = attempts.flatMap(({ action, to }) => [action, to]);
  const script = `pids=$1; shift; for pid in $pids; do echo "pid $pid"; try-as "$pid" "$@"; done; true`;
  return [{ kind: "probe", key, argv: ["sh", "-c", script, "try-as", processes.map(({ pid }) => pid).join(" "), ...words] }];
}

/** What the kernel answered it. Throws `Unseen` when it could not be tried: the process has ended, or another one traces it. */
export function triedAs(found: Findings, key: string, { pid }: Process, { action, to }: Attempt): KernelAnswer {
  const lines = probeFound(found, key)?.output.split("\n") ?? [];
  const own = lines.slice(lines.indexOf(`pid ${pid}`) + 1);
  const end = own.findIndex((line) => line.startsWith("pid "));
  const start = `${action} ${to}: `;
  const line = own.slice(0, end === -1 ? undefined : end).find((candidate) => candidate.startsWith(start));
  if (!lines.includes(`pid ${pid}`) || line === undefined) throw new Unseen(`Process ${pid} could not be asked just now.`);
  return line.slice(start.length);
}
