import type { Mount, NamespaceInode, Snapshot } from "../../web/kernel/snapshot.ts";
import type { CheckContext } from "../../web/lab/lab.ts";
import { pinnedMounts } from "../../web/lab/pinned-mounts.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** What is mounted in one mount namespace. */
export interface View {
  readonly inode: NamespaceInode;
  readonly mounts: readonly Mount[];
  /** Where that was read. */
  readonly path: string;
  /** The process through which; 0 when no process is in it. */
  readonly process: number;
}

type Seen = Pick<CheckContext, "now" | "found">;

/** What PID 1 sees. */
export function hostView({ initial, mounts }: Snapshot): View {
  return { inode: initial.mnt, mounts: mounts.get(initial.mnt)?.mounts ?? [], path: "/proc/1/mountinfo", process: 1 };
}

/** Mount namespaces but the host's in which there is a process. */
export function livedIn({ initial, mounts }: Snapshot): View[] {
  return [...mounts.values()]
    .filter(({ inode }) => inode !== initial.mnt)
    .map(({ inode, mounts: list, readThrough: process }) => ({
      inode,
      mounts: list,
      process,
      path: `/proc/${process}/mountinfo`,
    }));
}

/** Those, and the ones that only a bind mount or a descriptor keeps. */
export function ownViews({ now, found }: Seen): View[] {
  const pinned = pinnedMounts({ now, found }).map(({ inode, mounts, path }) => ({
    inode,
    mounts,
    process: 0,
    path: `/proc/self/mountinfo, by nsenter --mount=${path}`,
  }));
  return [...livedIn(now), ...pinned];
}

/** Peer groups of the host's mounts. */
export function hostGroups(snapshot: Snapshot): Set<number | undefined> {
  const groups = new Set(hostView(snapshot).mounts.map(({ shared }) => shared));
  groups.delete(undefined);
  return groups;
}

/** `mnt:[4026532100] (process 412)` */
export function nameOfView({ inode, process }: View): string {
  return `mnt:[${inode}] (${process === 0 ? "no process" : `process ${process}`})`;
}

/** The line of mountinfo in which a mount stands, shortened. */
export function mountEvidence({ path }: View, mount: Mount, note?: string): Evidence {
  const { mountPoint, options, type, root } = mount;
  const line = `${root} on ${mountPoint}: ${options.join(",")} ${propagation(mount)} - ${type}`;
  return { path, value: line, ...(note === undefined ? {} : { note }) };
}

/** As mountinfo writes it: `shared:1`. */
export function propagation({ shared, master }: Pick<Mount, "shared" | "master">): string {
  const fields = Object.entries({ shared, master }).flatMap(([name, group]) => (group === undefined ? [] : [`${name}:${group}`]));
  return fields.join(" ") || "private";
}
