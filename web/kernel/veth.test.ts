import { describe, expect, test } from "vitest";
import { recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import type { Link, NetworkNamespace, Snapshot } from "./snapshot.ts";
import { type LinkPlace, vethPeer } from "./veth.ts";

const snapshot = snapshotOf(recorded("after"));

function place(name: string, of: Snapshot = snapshot): LinkPlace {
  for (const { inode, links } of of.networks.values()) {
    const link = links.find((other) => other.name === name && other.kind !== "");
    if (link) return { namespace: inode, link };
  }
  throw new Error(`no link ${name}`);
}

describe("the other end of a veth cable", () => {
  test.each([
    ["veth-red", "eth0"],
    ["eth0", "veth-red"],
    ["to-blue", "to-red"],
    ["to-red", "to-blue"],
  ])("of %s is %s", (one, other) => {
    expect(vethPeer(snapshot, place(one))).toEqual(place(other));
  });

  test("a bridge has none", () => {
    expect(vethPeer(snapshot, place("br0"))).toBeUndefined();
  });

  test("is not known when its namespace could not be looked into", () => {
    const networks = new Map([...snapshot.networks].filter(([inode]) => inode !== place("eth0").namespace));
    expect(vethPeer({ ...snapshot, networks }, place("veth-red"))).toBeUndefined();
  });

  test("is found though another cable's ends have the same indexes, as that one has only one way to go", () => {
    const [redSide, host] = [place("to-blue"), place("veth-red")];
    expect([redSide.link.index, redSide.link.peerIndex]).toEqual([host.link.index, host.link.peerIndex]);
    expect(vethPeer(snapshot, host)).toEqual(place("eth0"));
  });

  test("is not guessed between two that fit", () => {
    const twin = snapshot.networks.get(place("eth0").namespace) as NetworkNamespace;
    const networks = new Map(snapshot.networks).set(1, { ...twin, inode: 1 });
    expect(vethPeer({ ...snapshot, networks }, place("veth-red"))).toBeUndefined();
  });

  const veth = (name: string, index: number, peerIndex: number, peerNamespaceId: number | undefined): Link => ({
    ...place("eth0").link,
    name,
    index,
    peerIndex,
    peerNamespaceId,
  });
  const world = (networks: Readonly<Record<number, readonly Link[]>>): Snapshot => ({
    ...snapshot,
    namespaces: new Map(),
    networks: new Map(
      Object.entries(networks).map(([inode, links]) => [
        Number(inode),
        { inode: Number(inode), readThrough: "", links, routes: [] },
      ]),
    ),
  });

  test("in the same namespace is found there, and only there", () => {
    const same = world({ 1: [veth("a", 2, 3, undefined), veth("b", 3, 2, undefined)], 2: [veth("c", 3, 2, 0)] });
    expect(vethPeer(same, place("a", same))).toEqual(place("b", same));
    expect(vethPeer(same, place("c", same))).toBeUndefined();
  });

  test("is where the namespace's number already led: two cables to one place", () => {
    const two = world({
      1: [veth("a", 2, 2, 0), veth("b", 3, 9, 0)],
      2: [veth("c", 2, 2, 0), veth("d", 9, 3, 0)],
      3: [veth("e", 2, 2, 7)],
    });
    expect(vethPeer(two, place("b", two))).toEqual(place("d", two));
    expect(vethPeer(two, place("a", two))).toEqual(place("c", two));
    expect(vethPeer(two, place("e", two))).toBeUndefined();
  });
});
