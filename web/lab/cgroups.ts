import { cgroupRoot } from "../kernel/cgroup/files.ts";
import { parsePressure } from "../kernel/cgroup/pressure.ts";
import { flatKeyed } from "../kernel/cgroup/values.ts";
import type { Cgroup, Process, Snapshot } from "../kernel/snapshot.ts";
import type { Evidence } from "./verdict.ts";

/** As the learner writes it: `/sys/fs/cgroup/demo/pids.max`, or the directory. */
export function cgroupPath({ path }: Pick<Cgroup, "path">, file?: string): string {
  return `${cgroupRoot}${path === "/" ? "" : path}${file === undefined ? "" : `/${file}`}`;
}

/** Evidence: a file of a cgroup, or one line of it, by its key. */
export function cgroupEvidence(cgroup: Cgroup, file: string, key?: string): Evidence {
  const text = cgroup.files.get(file) ?? "not there";
  const line = key === undefined ? text : (text.split("\n").find((candidate) => candidate.startsWith(`${key} `)) ?? text);
  return { path: cgroupPath(cgroup, file), value: line };
}

/** All but the root, which has no limits. */
export function cgroupsBelowRoot({ cgroups }: Pick<Snapshot, "cgroups">): Cgroup[] {
  return [...cgroups.values()].filter(({ path }) => path !== "/");
}

/** The same directory in an earlier look: one that was removed and made again under its name is another. */
export function cgroupThen(cgroup: Cgroup, then: Pick<Snapshot, "cgroups"> | undefined): Cgroup | undefined {
  const before = then?.cgroups.get(cgroup.path);
  return before?.inode === cgroup.inode ? before : undefined;
}

/** A counter of a flat keyed file (`memory.events`, `cpu.stat`); 0 when it isn't there. */
export function counterOf(cgroup: Cgroup | undefined, file: string, key: string): number {
  return flatKeyed(cgroup?.files.get(file) ?? "").get(key) ?? 0;
}

/** How far a counter has risen since an earlier look; all of it when the cgroup wasn't there yet. */
export function riseOf(cgroup: Cgroup, then: Pick<Snapshot, "cgroups"> | undefined, file: string, key: string): number {
  return counterOf(cgroup, file, key) - counterOf(cgroupThen(cgroup, then), file, key);
}

/** Microseconds for which some task of the cgroup waited, since an earlier look (`memory.pressure` …). */
export function stallSince(cgroup: Cgroup, then: Pick<Snapshot, "cgroups"> | undefined, file: string): number {
  const total = (one: Cgroup | undefined) => Number(parsePressure(one?.files.get(file) ?? "").some?.total ?? 0n);
  return total(cgroup) - total(cgroupThen(cgroup, then));
}

/** Processes of a cgroup, not of those below it. What a zombie was in is not shown. */
export function membersOf({ processes }: Pick<Snapshot, "processes">, { path }: Pick<Cgroup, "path">): Process[] {
  return [...processes.values()].filter(({ cgroup }) => cgroup === path);
}
