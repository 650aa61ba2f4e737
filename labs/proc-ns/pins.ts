import type { Mount, Namespace, Snapshot } from "../../web/kernel/snapshot.ts";
import { namespaceLink } from "../../web/lab/namespaces.ts";
import type { Scene } from "../../web/lab/scene.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** A namespace that is mounted at a path of the host: it stays while the mount does. */
export interface Pin {
  readonly mount: Mount;
  readonly namespace: Namespace;
}

/** In the order in which they were mounted. */
export function pinsOf(snapshot: Snapshot): Pin[] {
  const byLink = new Map([...snapshot.namespaces.values()].map((namespace) => [linkOf(namespace), namespace]));
  return (snapshot.mounts.get(snapshot.initial.mnt)?.mounts ?? []).flatMap((mount) => {
    const namespace = byLink.get(mount.root);
    return namespace ? [{ mount, namespace }] : [];
  });
}

/** The inode of the lab's own pinned namespace. */
export function workshopOf({ facts }: Scene): number {
  return Number(facts.get("workshop"));
}

/** Pids of those who are in it. */
export function pidsIn({ holders }: Namespace): number[] {
  return holders.flatMap((holder) => (holder.kind === "process" ? [holder.pid] : []));
}

export function linkOf({ type, inode }: Namespace): string {
  return namespaceLink(type, inode);
}

export function pinEvidence({ mount, namespace }: Pin): Evidence {
  return { path: "/proc/1/mountinfo", value: `${mount.root} ${mount.mountPoint}`, note: inside(namespace) };
}

function inside(namespace: Namespace): string {
  const pids = pidsIn(namespace);
  return pids.length > 0 ? `in it: ${pids.slice(0, 3).join(", ")}` : "nobody is in it";
}
