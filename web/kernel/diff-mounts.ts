import { same } from "./same.ts";
import type { Mount, MountNamespace, NamespaceInode } from "./snapshot.ts";

export interface MountDiff {
  readonly namespace: NamespaceInode;
  readonly added: readonly Mount[];
  readonly removed: readonly Mount[];
  /** The same mount with other options or propagation, or moved. */
  readonly changed: ReadonlyArray<{ readonly before: Mount; readonly after: Mount }>;
}

export function diffMounts(
  before: ReadonlyMap<NamespaceInode, MountNamespace>,
  after: ReadonlyMap<NamespaceInode, MountNamespace>,
): MountDiff[] {
  const diffs: MountDiff[] = [];
  for (const { inode, mounts } of after.values()) {
    const known = before.get(inode);
    if (!known) continue;
    const then = new Map(known.mounts.map((mount) => [identity(mount), mount]));
    const now = new Map(mounts.map((mount) => [identity(mount), mount]));
    const added = mounts.filter((mount) => !then.has(identity(mount)));
    const removed = known.mounts.filter((mount) => !now.has(identity(mount)));
    const changed = mounts.flatMap((mount) => {
      const was = then.get(identity(mount));
      return was && !same(was, mount) ? [{ before: was, after: mount }] : [];
    });
    if (added.length + removed.length + changed.length > 0) diffs.push({ namespace: inode, added, removed, changed });
  }
  return diffs;
}

/** Mount ids are reused at once, so what is mounted belongs to it. */
function identity({ id, device, root, type }: Mount): string {
  return `${id} ${device} ${type} ${root}`;
}
