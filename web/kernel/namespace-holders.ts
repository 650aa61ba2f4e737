import { parseNamespaceLink } from "./proc/namespace-link.ts";
import { same } from "./same.ts";
import type { MountNamespace, NamespaceHolder, NamespaceInode, NamespaceKey, Process } from "./snapshot.ts";
import { namespaceKey } from "./snapshot.ts";

export type Holders = ReadonlyMap<NamespaceKey, readonly NamespaceHolder[]>;

/**
 * Who keeps each namespace alive (namespaces(7), "Namespace lifetime"): processes in it, processes whose children go there, open
 * descriptors, nsfs mounts in any mount namespace. What only a socket or a child namespace keeps cannot be seen from /proc.
 */
export function namespaceHolders(
  processes: Iterable<Pick<Process, "pid" | "namespaces" | "forChildren" | "namespaceDescriptors">>,
  mounts: ReadonlyMap<NamespaceInode, MountNamespace>,
): Holders {
  const holders = new Map<NamespaceKey, NamespaceHolder[]>();
  const add = (key: NamespaceKey, holder: NamespaceHolder) => {
    const known = holders.get(key) ?? [];
    // ip-netns(8) makes /run/netns a mount of itself, and so each name below it two mounts at one path.
    if (!known.some((other) => same(other, holder))) holders.set(key, [...known, holder]);
  };
  for (const { pid, namespaces, forChildren, namespaceDescriptors } of processes) {
    for (const [type, inode] of Object.entries(namespaces) as [keyof typeof namespaces, NamespaceInode][]) {
      add(namespaceKey(type, inode), { kind: "process", pid });
    }
    for (const type of ["pid", "time"] as const) {
      const inode = forChildren[type];
      if (inode !== undefined && inode !== namespaces[type]) add(namespaceKey(type, inode), { kind: "children", pid });
    }
    for (const [fd, key] of namespaceDescriptors) add(key, { kind: "descriptor", pid, fd });
  }
  for (const { inode: mountNamespace, mounts: list } of mounts.values()) {
    for (const mount of list) {
      const link = mount.type === "nsfs" ? parseNamespaceLink(mount.root) : undefined;
      if (link) add(namespaceKey(link.type, link.inode), { kind: "mount", path: mount.mountPoint, mountNamespace });
    }
  }
  return holders;
}
