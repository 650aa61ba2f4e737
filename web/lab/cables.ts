import type { Snapshot } from "../kernel/snapshot.ts";
import { type LinkPlace, vethEnds, vethPeer } from "../kernel/veth.ts";

export type { LinkPlace } from "../kernel/veth.ts";

/** Both ends of a veth pair, the host's first, else that in the namespace with the lower inode. */
export type Cable = readonly [LinkPlace, LinkPlace];

/** Veth pairs of which both ends are seen, each once. */
export function cables(snapshot: Snapshot): Cable[] {
  return vethEnds(snapshot).flatMap((place) => {
    const other = vethPeer(snapshot, place);
    return other && comesFirst(snapshot, place, other) ? [[place, other] as const] : [];
  });
}

/** Ends of which the other one can't be told: in a namespace that was not seen, or where two would fit. */
export function looseEnds(snapshot: Snapshot): LinkPlace[] {
  return vethEnds(snapshot).filter((place) => !vethPeer(snapshot, place));
}

function comesFirst({ initial }: Snapshot, one: LinkPlace, other: LinkPlace): boolean {
  if (one.namespace === other.namespace) return one.link.index < other.link.index;
  if (initial.net === one.namespace || initial.net === other.namespace) return one.namespace === initial.net;
  return one.namespace < other.namespace;
}
