import type { Link, NamespaceInode, Snapshot } from "../kernel/snapshot.ts";
import { possiblePeers } from "../kernel/veth.ts";
import type { InquiryContext } from "./lab.ts";

/** A network interface where it is. */
export interface PlacedLink {
  readonly namespace: NamespaceInode;
  /** For `nsenter --net=…`: a process's, or the name that pins the namespace. */
  readonly enter: string;
  readonly link: Link;
}

export function placedLinks(snapshot: Snapshot): PlacedLink[] {
  return [...snapshot.networks.values()].flatMap(({ inode, readThrough, links }) =>
    links.map((link) => ({ namespace: inode, enter: readThrough, link })),
  );
}

/**
 * Links of a kind that were not there when the step began. Inode numbers and indexes are reused, so a link is the same only with its
 * hardware address; one that was moved since is new where it is now.
 */
export function newLinks(kind: string, { now, since }: Pick<InquiryContext, "now" | "since">): PlacedLink[] {
  return placedLinks(now).filter(({ namespace, link }) => {
    const before = since.networks.get(namespace)?.links ?? [];
    return link.kind === kind && !before.some((old) => isSameLink(old, link));
  });
}

function isSameLink(one: Link, other: Link): boolean {
  return one.index === other.index && one.kind === other.kind && one.hardwareAddress === other.hardwareAddress;
}

/** IPv4 addresses of a link, without their prefix. */
export function inetAddresses({ addresses }: Link): string[] {
  return addresses.flatMap(({ family, address }) => (family === "inet" ? [address] : []));
}

/** `mv1 (in /run/netns/m1)` */
export function nameOf({ link, enter }: PlacedLink): string {
  return `${link.name} (in ${enter})`;
}

/** The other end of a veth cable; none when it isn't seen, and several when the kernel's numbers fit them all. */
export function otherEnds(snapshot: Snapshot, place: PlacedLink): PlacedLink[] {
  const peers = possiblePeers(snapshot, place);
  return placedLinks(snapshot).filter((one) =>
    peers.some(({ namespace, link }) => namespace === one.namespace && link === one.link),
  );
}
