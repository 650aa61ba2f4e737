import type { Cgroup, Snapshot } from "../../web/kernel/snapshot.ts";
import { riseOf } from "../../web/lab/cgroups.ts";

/** Microseconds of CPU that a group used since the last look. */
export function usedSince(group: Cgroup, previous: Snapshot | undefined): number {
  return riseOf(group, previous, "cpu.stat", "usage_usec");
}

/** Seconds of the guest's clock since the last look. */
export function secondsSince(now: Snapshot, previous: Snapshot | undefined): number {
  return now.uptime - (previous?.uptime ?? now.uptime);
}

/** `1.2 s` */
export function seconds(microseconds: number): string {
  return `${(microseconds / 1e6).toFixed(2)} s`;
}
