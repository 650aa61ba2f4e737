import type { Process } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "./events.ts";

/**
 * True when the kernel has reported the process's end though a look still shows it: a look takes a while, and what ends at once is
 * often in it. An end that isn't the last report is of somebody who had the pid before, or of a thread that another one replaced by
 * its exec.
 */
export function hasEnded({ pid }: Process, events: readonly ProcessEvent[]): boolean {
  return events.findLast((event) => event.kind !== "lost" && event.pid === pid)?.kind === "exit";
}
