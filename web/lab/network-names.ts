import type { NamespaceInode, NetworkNamespace, Snapshot } from "../kernel/snapshot.ts";

/** A network namespace that ip-netns(8) knows by name. */
export interface NamedNetwork {
  readonly name: string;
  readonly path: string;
  readonly inode: NamespaceInode;
}

const folder = "/run/netns/";

/**
 * Names that `ip netns` shows everybody: a name is a bind mount of the namespace right below `/run/netns`, seen in the host's mount
 * namespace. In the order of the names; a namespace may have several, the host's too.
 */
export function namedNetworks({ namespaces, initial }: Snapshot): NamedNetwork[] {
  const named = [...namespaces.values()].flatMap(({ type, inode, holders }) =>
    holders.flatMap((holder) => {
      if (type !== "net" || holder.kind !== "mount" || holder.mountNamespace !== initial.mnt) return [];
      const name = holder.path.startsWith(folder) ? holder.path.slice(folder.length) : "";
      return name === "" || name.includes("/") ? [] : [{ name, path: holder.path, inode }];
    }),
  );
  return named.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** What to call a network namespace in a sentence: `the host`, `red`, `the network of process 214 (bash)`. */
export function networkLabel(snapshot: Snapshot, inode: NamespaceInode): string {
  if (inode === snapshot.initial.net) return "the host";
  const named = namedNetworks(snapshot).find((other) => other.inode === inode);
  if (named) return named.name;
  const inside = [...snapshot.processes.values()].find(({ namespaces }) => namespaces.net === inode);
  return inside ? `the network of process ${inside.pid} (${inside.name})` : `net:[${inode}]`;
}

/** How a learner runs a command there: `ip netns exec red`, `nsenter --target 214 --net`; "" on the host. */
export function networkEntry(snapshot: Snapshot, { inode, readThrough }: NetworkNamespace): string {
  if (inode === snapshot.initial.net) return "";
  const named = namedNetworks(snapshot).find((other) => other.inode === inode);
  if (named) return `ip netns exec ${named.name} `;
  const [, pid] = /^\/proc\/(\d+)\/ns\/net$/.exec(readThrough) ?? [];
  return pid === undefined ? `nsenter --net=${readThrough} ` : `nsenter --target ${pid} --net `;
}
