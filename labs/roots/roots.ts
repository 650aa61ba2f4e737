import type { Mount, Process, Snapshot } from "../../web/kernel/snapshot.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** Where PID 1 sees a process's root directory. */
export function rootEvidence({ pid, name, root }: Process): Evidence {
  return { path: `/proc/${pid}/root`, value: root ?? "not shown", note: name };
}

export function isJailed(process: Process | undefined): boolean {
  return (process?.root ?? "/") !== "/";
}

/** What is mounted at "/" in a mount namespace, as somebody sees it whose root that is: several when they are stacked. */
export function rootMounts(snapshot: Snapshot, { namespaces }: Process): Mount[] {
  return mountsOf(snapshot, namespaces.mnt).filter(({ mountPoint }) => mountPoint === "/");
}

export function mountsOf(snapshot: Snapshot, namespace: number | undefined): readonly Mount[] {
  return snapshot.mounts.get(namespace ?? 0)?.mounts ?? [];
}

/** The host's own root. */
export function hostRoot(snapshot: Snapshot): Mount | undefined {
  return mountsOf(snapshot, snapshot.initial.mnt).find(({ mountPoint }) => mountPoint === "/");
}

/** The same directory of the same file system. */
export function isSameTree(one: Mount | undefined, other: Mount | undefined): boolean {
  return `${one?.device} ${one?.root}` === `${other?.device} ${other?.root}`;
}

export function mountEvidence({ pid }: Process, mount: Mount | undefined): Evidence {
  return {
    path: `/proc/${pid}/mountinfo`,
    value: `${mount?.device} ${mount?.root} ${mount?.mountPoint} (${mount?.type})`,
    note: "device, directory in it, mount point",
  };
}
