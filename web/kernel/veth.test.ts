import { describe, expect, test } from "vitest";
import { recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import type { NetworkNamespace, Snapshot } from "./snapshot.ts";
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

  test("is not guessed between two that fit", () => {
    const twin = snapshot.networks.get(place("eth0").namespace) as NetworkNamespace;
    const networks = new Map(snapshot.networks).set(1, { ...twin, inode: 1 });
    expect(vethPeer({ ...snapshot, networks }, place("veth-red"))).toBeUndefined();
  });

  test("in the same namespace is not looked for elsewhere", () => {
    const at = place("veth-red");
    expect(vethPeer(snapshot, { ...at, link: { ...at.link, peerNamespaceId: undefined } })).toBeUndefined();
  });
});
