import type { NetworkNamespace, Snapshot } from "../../web/kernel/snapshot.ts";
import { type Cable, cables, type LinkPlace } from "../../web/lab/cables.ts";
import { networkLabel } from "../../web/lab/network-names.ts";
import { givenAddresses, leadsThrough } from "../../web/lab/routes.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** Cables between two network namespaces, neither of which is the host's: of a cable that is the host's, its end comes first. */
export function cablesAcross(now: Snapshot): Cable[] {
  return cables(now).filter(([one, other]) => one.namespace !== other.namespace && one.namespace !== now.initial.net);
}

export function networkOf({ networks }: Snapshot, { namespace }: LinkPlace): NetworkNamespace {
  return networks.get(namespace) as NetworkNamespace;
}

/** `to-blue in red` */
export function endLabel(now: Snapshot, { namespace, link }: LinkPlace): string {
  return `${link.name} in ${networkLabel(now, namespace)}`;
}

export function addressList({ link }: LinkPlace): string {
  return givenAddresses(link)
    .map(({ address, prefixLength }) => `${address}/${prefixLength}`)
    .join(", ");
}

/** Whether the routes where one end is lead to an address of the other end, and through this cable. */
export function leadsAcross(now: Snapshot, from: LinkPlace, to: LinkPlace): boolean {
  return givenAddresses(to.link).some(({ address }) => leadsThrough(networkOf(now, from), from.link, address));
}

/** Evidence: where an end is, and what its index and its peer's are. */
export function endEvidence(now: Snapshot, place: LinkPlace): Evidence {
  const { link, namespace } = place;
  return {
    path: endLabel(now, place),
    value: `net:[${namespace}], ifindex ${link.index}, iflink ${link.peerIndex}`,
    note: "iflink is the index of the other end",
  };
}

/** Evidence: an end's addresses and whether it is on. */
export function addressEvidence(now: Snapshot, place: LinkPlace): Evidence {
  return { path: endLabel(now, place), value: [addressList(place) || "no address", place.link.up ? "up" : "down"].join(", ") };
}
