import type { ProcessEvent } from "../../web/lab/events.ts";

/** kthreadd, whose children are the kernel's own threads, and the programs that it starts. */
const kernelThreads = 2;

/**
 * Whether a process is a program that the kernel itself started (core_pattern(5), release_agent), or descends from one. It may be gone: told
 * by the forks since the step began. A kernel thread executes nothing.
 */
export function isOfHelper(pid: number, events: readonly ProcessEvent[]): boolean {
  const at = events.findLastIndex((event) => event.kind === "fork" && event.pid === pid);
  const fork = events[at];
  if (fork?.kind !== "fork") return false;
  if (fork.parent !== kernelThreads) return isOfHelper(fork.parent, events.slice(0, at));
  // equivalent: that a thread of the kernel's is made just then, to write what the host wrote to the device, can't be had on demand
  return events.slice(at).some((event) => event.kind === "exec" && event.pid === pid);
}
