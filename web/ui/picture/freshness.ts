import type { Link, NamespaceInode, NamespaceKey, Process, Snapshot } from "../../kernel/snapshot.ts";

/** Was it there when the step began, or at the learner's mark? */
export interface Freshness {
  namespace(key: NamespaceKey): boolean;
  process(process: Process): boolean;
  link(namespace: NamespaceInode, link: Link): boolean;
  cgroup(path: string, inode: bigint): boolean;
}

export function freshness(since: Snapshot): Freshness {
  return {
    namespace: (key) => !since.namespaces.has(key),
    process: ({ pid, startTime }) => since.processes.get(pid)?.startTime !== startTime,
    link: (namespace, { index, kind }) =>
      !since.networks.get(namespace)?.links.some((link) => link.index === index && link.kind === kind),
    cgroup: (path, inode) => since.cgroups.get(path)?.inode !== inode,
  };
}
