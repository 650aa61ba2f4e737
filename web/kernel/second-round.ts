import type { NetworkTarget } from "./look-answer.ts";
import type { DirectoryQuery, DirectoryRecord } from "./query.ts";

/** One mountinfo for each mount namespace but PID 1's, through one process that lives in it (proc_pid_mountinfo(5)). */
export function mountQueries(_first: readonly DirectoryRecord[]): DirectoryQuery[] {
  return [];
}

/** Host and domain names of UTS namespaces that hold no process: those kept by an nsfs mount or an open descriptor. Usually nothing. */
export function hostnameQueries(_first: readonly DirectoryRecord[], _mounts: readonly DirectoryRecord[]): DirectoryQuery[] {
  return [];
}

/** Each network namespace once, PID 1's first, with a way in: a process, an nsfs mount (`/run/netns/x`) or an open descriptor. */
export function networkTargets(_first: readonly DirectoryRecord[], _mounts: readonly DirectoryRecord[]): NetworkTarget[] {
  return [];
}
