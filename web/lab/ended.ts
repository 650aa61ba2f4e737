import type { Process } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "./events.ts";

/**
 * True when the kernel has reported the process's end though a look still shows it: a look takes a while, and what ends at once is
 * often in it.
 */
export function hasEnded({ pid }: Process, events: readonly ProcessEvent[]): boolean {
  const last = events.findLast((event) => (event.kind === "fork" || event.kind === "exit") && event.pid === pid);
  return last?.kind === "exit";
}
