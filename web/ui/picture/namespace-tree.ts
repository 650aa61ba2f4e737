import { type HierarchyNode, hierarchy } from "d3-hierarchy";
import type { Namespace, NamespaceInode, NamespaceType, Process, Snapshot } from "../../kernel/snapshot.ts";

export interface NamespaceNode {
  /** Undefined at the root, which holds those that lie in no other. */
  readonly namespace: Namespace | undefined;
  /** Members, in the order of their pids. */
  readonly processes: readonly Process[];
  readonly children: readonly NamespaceNode[];
}

/** User and PID namespaces nest (user_namespaces(7), pid_namespaces(7)); the others lie side by side, the host's first. */
export function namespaceTree(snapshot: Snapshot, type: NamespaceType): HierarchyNode<NamespaceNode> {
  const all = [...snapshot.namespaces.values()]
    .filter((namespace) => namespace.type === type)
    .sort((a, b) => Number(b.initial) - Number(a.initial) || a.inode - b.inode);
  const members = new Map<NamespaceInode, Process[]>();
  for (const process of snapshot.processes.values()) {
    const inode = process.namespaces[type];
    if (inode !== undefined) members.set(inode, [...(members.get(inode) ?? []), process]);
  }
  const parents = new Map(all.map((namespace) => [namespace.inode, parentOf(snapshot, namespace, members)]));
  const nodeOf = (namespace: Namespace): NamespaceNode => ({
    namespace,
    processes: (members.get(namespace.inode) ?? []).sort((a, b) => a.pid - b.pid),
    children: all.filter(({ inode }) => parents.get(inode) === namespace.inode).map(nodeOf),
  });
  const roots = all.filter(({ inode }) => parents.get(inode) === undefined).map(nodeOf);
  return hierarchy<NamespaceNode>({ namespace: undefined, processes: [], children: roots });
}

/**
 * Whose child it is. A PID namespace's members say how deep they are; of what lies around, the nearest ancestor in another namespace
 * tells, as whoever makes a namespace makes it from within its parent. Undefined: in no other.
 */
function parentOf(
  snapshot: Snapshot,
  { type, inode, initial }: Namespace,
  members: ReadonlyMap<NamespaceInode, readonly Process[]>,
): NamespaceInode | undefined {
  if (initial || (type !== "pid" && type !== "user")) return undefined;
  const depth = members.get(inode)?.[0]?.namespacedPids.length;
  const seen = new Set<number>();
  for (const member of members.get(inode) ?? []) {
    for (let at = snapshot.processes.get(member.parent); at && !seen.has(at.pid); at = snapshot.processes.get(at.parent)) {
      seen.add(at.pid);
      const around = at.namespaces[type];
      if (around === undefined || around === inode) continue;
      if (type === "pid" && depth !== undefined && at.namespacedPids.length !== depth - 1) continue;
      return around;
    }
  }
  return snapshot.initial[type];
}
