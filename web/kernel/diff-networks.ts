import { same } from "./same.ts";
import { type Link, type LinkAddress, type NamespaceInode, namespaceKey, type Route, type Snapshot } from "./snapshot.ts";

export interface AddressChange {
  readonly link: Link;
  readonly address: LinkAddress;
}

export interface NetworkDiff {
  readonly namespace: NamespaceInode;
  readonly linksAdded: readonly Link[];
  readonly linksRemoved: readonly Link[];
  /** Other than in counters and addresses: renamed, up or down, enslaved, … */
  readonly linksChanged: ReadonlyArray<{ readonly before: Link; readonly after: Link }>;
  /** Those of added and removed links too. */
  readonly addressesAdded: readonly AddressChange[];
  readonly addressesRemoved: readonly AddressChange[];
  readonly routesAdded: readonly Route[];
  readonly routesRemoved: readonly Route[];
}

export function diffNetworks(before: Snapshot, after: Snapshot): NetworkDiff[] {
  const diffs: NetworkDiff[] = [];
  for (const { inode, links, routes } of after.networks.values()) {
    const known = before.networks.get(inode);
    // It was there and couldn't be looked into: nothing is known of what changed.
    if (!known && before.namespaces.has(namespaceKey("net", inode))) continue;
    const then = known ?? { links: [], routes: [] };
    const diff: NetworkDiff = {
      namespace: inode,
      linksAdded: links.filter((link) => !linkIn(then.links, link)),
      linksRemoved: then.links.filter((link) => !linkIn(links, link)),
      linksChanged: links.flatMap((link) => {
        const was = linkIn(then.links, link);
        return was && !same(configuration(was), configuration(link)) ? [{ before: was, after: link }] : [];
      }),
      addressesAdded: addressesMissing(links, then.links),
      addressesRemoved: addressesMissing(then.links, links),
      routesAdded: routes.filter((route) => !then.routes.some((other) => same(other, route))),
      routesRemoved: then.routes.filter((route) => !routes.some((other) => same(other, route))),
    };
    if (Object.values(diff).some((list) => Array.isArray(list) && list.length > 0)) diffs.push(diff);
  }
  return diffs;
}

/** Indexes are reused, and a link that is moved to another namespace usually keeps its own: the kind belongs to it. */
function linkIn(links: readonly Link[], { index, kind }: Link): Link | undefined {
  return links.find((link) => link.index === index && link.kind === kind);
}

function configuration({ counters: _, addresses: __, ...rest }: Link): Omit<Link, "counters" | "addresses"> {
  return rest;
}

function addressesMissing(links: readonly Link[], from: readonly Link[]): AddressChange[] {
  return links.flatMap((link) => {
    const there = linkIn(from, link)?.addresses ?? [];
    return link.addresses.filter((address) => !there.some((other) => same(other, address))).map((address) => ({ link, address }));
  });
}
