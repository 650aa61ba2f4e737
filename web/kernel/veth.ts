import type { Link, NamespaceInode, Snapshot } from "./snapshot.ts";

export interface LinkPlace {
  readonly namespace: NamespaceInode;
  readonly link: Link;
}

/**
 * The other end of a veth cable (veth(4)); undefined when it isn't seen or can't be told. The kernel says its index, and whether it is in
 * another namespace, but of that only a number that means something inside this one: indexes often coincide, as every namespace
 * counts from 1. So all cables are looked at together: ends that point at each other are joined where no other choice is left. While
 * some network namespace couldn't be looked into there may be other choices, and only cables within one are joined.
 */
export function vethPeer(snapshot: Snapshot, { namespace, link }: LinkPlace): LinkPlace | undefined {
  return vethPeers(snapshot).get(placeKey(namespace, link));
}

/** All that may be the other end: more than one where the kernel's numbers fit several, as with two hosts set up alike. */
export function possiblePeers(snapshot: Snapshot, { namespace, link }: LinkPlace): LinkPlace[] {
  const peers = vethPeers(snapshot);
  const known = peers.get(placeKey(namespace, link));
  if (known) return [known];
  return vethEnds(snapshot).filter(
    (other) => !peers.has(placeKey(other.namespace, other.link)) && pointAtEachOther({ namespace, link }, other),
  );
}

/** All veth interfaces that are seen. */
export function vethEnds({ networks }: Snapshot): LinkPlace[] {
  return [...networks.values()].flatMap(({ inode, links }) =>
    links.filter(({ kind }) => kind === "veth").map((link): LinkPlace => ({ namespace: inode, link })),
  );
}

function vethPeers(snapshot: Snapshot): ReadonlyMap<string, LinkPlace> {
  const places = vethEnds(snapshot);
  const isWhole = [...snapshot.namespaces.values()].every(({ type, inode }) => type !== "net" || snapshot.networks.has(inode));
  const peers = new Map<string, LinkPlace>();
  // Of each namespace, what its numbers for others turned out to mean.
  const known = new Map<string, NamespaceInode>();
  const agrees = (from: LinkPlace, to: LinkPlace) => (known.get(numberKey(from)) ?? to.namespace) === to.namespace;
  const isOpen = (place: LinkPlace) => !peers.has(placeKey(place.namespace, place.link));
  for (let joined = true; joined; ) {
    joined = false;
    for (const place of places.filter((open) => isOpen(open) && (isWhole || open.link.peerNamespaceId === undefined))) {
      const fitting = places.filter(
        (other) => isOpen(other) && pointAtEachOther(place, other) && agrees(place, other) && agrees(other, place),
      );
      const [other] = fitting;
      if (!other || fitting.length > 1 || !isOpen(place)) continue;
      for (const [one, two] of [
        [place, other],
        [other, place],
      ] as const) {
        peers.set(placeKey(one.namespace, one.link), two);
        known.set(numberKey(one), two.namespace);
      }
      joined = true;
    }
  }
  return peers;
}

function pointAtEachOther(one: LinkPlace, other: LinkPlace): boolean {
  const isElsewhere = one.namespace !== other.namespace;
  const says = ({ peerNamespaceId }: Link) => (peerNamespaceId !== undefined) === isElsewhere;
  const indexesFit = one.link.peerIndex === other.link.index && other.link.peerIndex === one.link.index;
  return indexesFit && one.link !== other.link && says(one.link) && says(other.link);
}

function placeKey(namespace: NamespaceInode, { index }: Link): string {
  return `${namespace}:${index}`;
}

function numberKey({ namespace, link }: LinkPlace): string {
  return `${namespace}:${link.peerNamespaceId}`;
}
