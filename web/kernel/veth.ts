import type { Link, NamespaceInode, Snapshot } from "./snapshot.ts";

export interface LinkPlace {
  readonly namespace: NamespaceInode;
  readonly link: Link;
}

/**
 * The other end of a veth cable (veth(4)). The kernel says its index, and whether it is in another namespace, but not in which;
 * so it is a veth there whose own peer has this one's index. Undefined when none is seen, or when several would fit.
 */
export function vethPeer(snapshot: Snapshot, { namespace, link }: LinkPlace): LinkPlace | undefined {
  if (link.kind !== "veth" || link.peerIndex === undefined) return undefined;
  const isElsewhere = link.peerNamespaceId !== undefined;
  const fitting: LinkPlace[] = [];
  for (const network of snapshot.networks.values()) {
    if ((network.inode !== namespace) !== isElsewhere) continue;
    for (const other of network.links) {
      const pointsBack =
        other.kind === "veth" && other.peerIndex === link.index && (other.peerNamespaceId !== undefined) === isElsewhere;
      if (other.index === link.peerIndex && pointsBack) fitting.push({ namespace: network.inode, link: other });
    }
  }
  return fitting.length === 1 ? fitting[0] : undefined;
}
