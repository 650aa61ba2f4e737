import { expect, test } from "vitest";
import type { Link, Snapshot } from "../kernel/snapshot.ts";
import { inetAddresses, nameOf, newLinks, otherEnds } from "./links.ts";

function link(index: number, kind: string, change: Partial<Link> = {}): Link {
  return {
    index,
    name: `${kind}${index}`,
    kind,
    hardwareAddress: `02:00:00:00:00:0${index}`,
    addresses: [],
    ...change,
  } as unknown as Link;
}

/** Links by inode of their namespace; the namespace 1 is the host's, others have a name. */
function lookAt(links: Readonly<Record<number, readonly Link[]>>): Snapshot {
  const networks = Object.entries(links).map(([key, value]) => {
    const inode = Number(key);
    return [inode, { inode, readThrough: `/run/netns/n${inode}`, links: value, routes: [] }] as const;
  });
  return { networks: new Map(networks), namespaces: new Map() } as unknown as Snapshot;
}

const names = (since: Snapshot, now: Snapshot, kind = "macvlan") => newLinks(kind, { since, now }).map(nameOf);

test("a link that was not there is new, if it is of that kind", () => {
  const since = lookAt({ 1: [link(2, "macvlan")] });
  const now = lookAt({ 1: [link(2, "macvlan"), link(3, "macvlan"), link(4, "veth")], 7: [link(2, "macvlan")] });
  expect(names(since, now)).toEqual(["macvlan3 (in /run/netns/n1)", "macvlan2 (in /run/netns/n7)"]);
});

test("a link that was moved is new where it is now", () => {
  expect(names(lookAt({ 1: [link(2, "macvlan")], 7: [] }), lookAt({ 1: [], 7: [link(2, "macvlan")] }))).toEqual([
    "macvlan2 (in /run/netns/n7)",
  ]);
});

test("a link that got inode and index of one that is gone is new: its address tells", () => {
  const since = lookAt({ 7: [link(2, "macvlan")] });
  expect(names(since, lookAt({ 7: [link(2, "macvlan", { hardwareAddress: "02:00:00:00:00:ff" })] }))).toHaveLength(1);
});

test("a link with another state, name or address in IP is no new one", () => {
  const since = lookAt({ 7: [link(2, "macvlan")] });
  expect(names(since, lookAt({ 7: [link(2, "macvlan", { name: "other", up: true })] }))).toEqual([]);
});

test("addresses are those of IPv4", () => {
  const addresses = [
    { family: "inet", address: "10.0.0.1", prefixLength: 24, scope: "global" },
    { family: "inet6", address: "fe80::1", prefixLength: 64, scope: "link" },
  ] as const;
  expect(inetAddresses(link(2, "veth", { addresses }))).toEqual(["10.0.0.1"]);
});

test("a cable's other end is told with the way to it", () => {
  const near = link(2, "veth", { peerIndex: 3, peerNamespaceId: 0 });
  const far = link(3, "veth", { peerIndex: 2, peerNamespaceId: 0 });
  const now = lookAt({ 1: [near], 7: [far] });
  expect(otherEnds(now, { namespace: 1, enter: "/run/netns/n1", link: near })).toEqual([
    { namespace: 7, enter: "/run/netns/n7", link: far },
  ]);
  expect(otherEnds(now, { namespace: 1, enter: "", link: link(9, "veth") })).toEqual([]);
});

test("two hosts set up alike: each cable has both containers for its other end", () => {
  const inside = () => link(2, "veth", { peerIndex: 5, peerNamespaceId: 0 });
  const outside = () => link(5, "veth", { peerIndex: 2, peerNamespaceId: 0 });
  const now = lookAt({ 1: [outside()], 2: [outside()], 7: [inside()], 8: [inside()] });
  const [near] = now.networks.get(1)?.links ?? [];
  const ends = otherEnds(now, { namespace: 1, enter: "/run/netns/n1", link: near as Link });
  expect(ends.map(({ namespace }) => namespace)).toEqual([7, 8]);
});
