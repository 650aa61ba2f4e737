import type { FileOperation } from "../../web/kernel/query.ts";
import type { Mount, Snapshot } from "../../web/kernel/snapshot.ts";
import { type Findings, type Inquiry, neededFiles } from "../../web/lab/inquiry.ts";

/** A mounted hierarchy of cgroup version 1. */
export interface Hierarchy {
  /** As the learner sees it: `/tmp/v1`. */
  readonly mountPoint: string;
  /** As PID 1 can open it, whosever mount namespace it is in. */
  readonly directory: string;
  readonly mount: Mount;
}

/** A group of such a hierarchy and what its files say, by name. */
export interface OldGroup {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The hierarchies of version 1 that are mounted somewhere, the host's mounts first. */
export function hierarchies({ mounts, initial }: Snapshot): Hierarchy[] {
  const namespaces = [...mounts.values()].toSorted(
    (one, other) => Number(other.inode === initial.mnt) - Number(one.inode === initial.mnt),
  );
  return namespaces.flatMap(({ readThrough, mounts: those }) =>
    those
      .filter(({ type }) => type === "cgroup")
      .map((mount) => ({ mount, mountPoint: mount.mountPoint, directory: `/proc/${readThrough}/root${mount.mountPoint}` })),
  );
}

export function hierarchyOf(now: Snapshot, controller: string): Hierarchy | undefined {
  return hierarchies(now).find(({ mount }) => mount.superOptions.includes(controller));
}

/** For a `files` inquiry: these files of all its groups. */
export function askGroups(key: string, { directory }: Hierarchy, files: readonly string[]): Inquiry {
  const read: FileOperation = "read";
  return {
    kind: "files",
    key,
    queries: [{ directory: `${quote(directory)}/**`, files: files.map((file) => ({ operation: read, path: file })) }],
  };
}

/** The answers; the root is among them. */
export function groupsFound(found: Findings, key: string, { directory, mountPoint }: Hierarchy): OldGroup[] {
  const groups = new Map<string, Map<string, string>>();
  for (const { path, data } of neededFiles(found, key)) {
    const slash = path.lastIndexOf("/");
    const group = `${mountPoint}${path.slice(directory.length, slash)}`;
    const files = groups.get(group) ?? new Map<string, string>();
    files.set(path.slice(slash + 1), new TextDecoder().decode(data).trim());
    groups.set(group, files);
  }
  return [...groups].map(([path, files]) => ({ path, files }));
}

function quote(path: string): string {
  return path.replace(/[\\*?[]/g, "\\$&");
}
