import { cgroupEvents, cgroupSettings } from "./cgroup/files.ts";
import type { Cgroup } from "./snapshot.ts";

export interface CgroupFileChange {
  readonly path: string;
  readonly file: string;
  /** Undefined when the file wasn't there: its controller was off. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface CgroupDiff {
  readonly added: readonly Cgroup[];
  readonly removed: readonly Cgroup[];
  /** Settings and event counters of groups that are in both; measurements are left out. */
  readonly files: readonly CgroupFileChange[];
}

export function diffCgroups(before: ReadonlyMap<string, Cgroup>, after: ReadonlyMap<string, Cgroup>): CgroupDiff {
  const isIn = (cgroups: ReadonlyMap<string, Cgroup>, { path, inode }: Cgroup) => cgroups.get(path)?.inode === inode;
  const files: CgroupFileChange[] = [];
  for (const now of after.values()) {
    const then = before.get(now.path);
    if (then?.inode !== now.inode) continue;
    for (const file of [...cgroupSettings, ...cgroupEvents]) {
      const was = then.files.get(file);
      const is = now.files.get(file);
      if (was !== is) files.push({ path: now.path, file, before: was, after: is });
    }
  }
  return {
    added: [...after.values()].filter((cgroup) => !isIn(before, cgroup)),
    removed: [...before.values()].filter((cgroup) => !isIn(after, cgroup)),
    files,
  };
}
