import { describe, expect, test } from "vitest";
import { recorded, snapshotOf } from "../../../test/fixtures/kernel/load.ts";
import { attribute, link, message, text, u16, u32 } from "../../../test/fixtures/kernel/netlink.ts";
import { concatBytes } from "../../core/bytes.ts";
import type { Gap, Link, NetworkNamespace } from "../snapshot.ts";
import { parseNetwork } from "./network.ts";

const none = new Uint8Array();

function networkAt(path: string): NetworkNamespace {
  const found = [...snapshotOf(recorded("after")).networks.values()].find(({ readThrough }) => readThrough === path);
  if (!found) throw new Error(`nothing was read through ${path}`);
  return found;
}

function linkOf(network: NetworkNamespace, name: string): Link {
  const found = network.links.find((other) => other.name === name);
  if (!found) throw new Error(`no link ${name}`);
  return found;
}

function parse(parts: { links?: Uint8Array; addresses?: Uint8Array; routes?: Uint8Array }): {
  network: NetworkNamespace;
  gaps: Gap[];
} {
  const gaps: Gap[] = [];
  return {
    network: parseNetwork({ path: "/run/netns/x", inode: 7, links: none, addresses: none, routes: none, ...parts }, gaps),
    gaps,
  };
}

describe("links of the recorded guest", () => {
  const host = networkAt("/proc/1/ns/net");
  const red = networkAt("/run/netns/red");

  test("each kind says what it is", () => {
    const kinds = ["lo", "veth-red", "br0", "lower0", "vx100", "mac0", "vlan7", "ipv0"].map((name) => linkOf(host, name).kind);
    expect(kinds).toEqual(["", "veth", "bridge", "dummy", "vxlan", "macvlan", "vlan", "ipvlan"]);
  });

  test("both ends of a veth cable point at each other across namespaces", () => {
    const [outside, inside] = [linkOf(host, "veth-red"), linkOf(red, "eth0")];
    expect(outside.peerIndex).toBe(inside.index);
    expect(inside.peerIndex).toBe(outside.index);
    expect(outside.peerNamespaceId).toBeDefined();
    expect(inside.peerNamespaceId).toBeDefined();
  });

  test("what one end of the cable sent the other received", () => {
    const [outside, inside] = [linkOf(host, "veth-red"), linkOf(red, "eth0")];
    expect(inside.counters.txPackets).toBeGreaterThan(0n);
    expect(outside.counters).toMatchObject({ rxPackets: inside.counters.txPackets, rxBytes: inside.counters.txBytes });
    expect(inside.counters).toMatchObject({ rxPackets: outside.counters.txPackets, rxBytes: outside.counters.txBytes });
  });

  test("a bridge's port has it as master and forwards", () => {
    expect(linkOf(host, "veth-red").master).toBe(linkOf(host, "br0").index);
    expect(linkOf(host, "veth-red").details).toMatchObject({ portState: "forwarding" });
    expect(linkOf(host, "br0").master).toBeUndefined();
  });

  test("vxlan, macvlan, ipvlan and vlan say their details and the device below", () => {
    const lower = linkOf(host, "lower0").index;
    expect(linkOf(host, "vx100").details).toMatchObject({ vni: 100, remote: "10.1.0.9", local: "10.1.0.1", port: 4789 });
    expect(linkOf(host, "mac0").details).toEqual({ mode: "bridge", lower });
    expect(linkOf(host, "vlan7").details).toEqual({ vlanId: 7, protocol: "802.1Q", lower });
    expect(linkOf(host, "ipv0").details).toMatchObject({ mode: "l3", lower: linkOf(host, "lower1").index });
    expect(linkOf(host, "mac0").peerIndex).toBeUndefined();
  });

  test("up and carrier are two things", () => {
    expect(linkOf(red, "eth0")).toMatchObject({ up: true, carrier: true, operationalState: "up", mtu: 1500 });
    expect(linkOf(red, "to-blue")).toMatchObject({ up: false, carrier: false, operationalState: "down" });
  });

  test("addresses belong to their link, with prefix and scope", () => {
    expect(linkOf(red, "eth0").addresses).toEqual(
      expect.arrayContaining([
        { family: "inet", address: "10.1.0.2", prefixLength: 24, scope: "global" },
        { family: "inet6", address: "fd00:0:0:1::2", prefixLength: 64, scope: "global" },
      ]),
    );
    expect(linkOf(red, "to-blue").addresses).toEqual([]);
  });

  test("routes: default, connected, local, and one that leads nowhere", () => {
    const eth0 = linkOf(red, "eth0").index;
    const route = (destination: string, type: string) =>
      red.routes.find((other) => other.destination === destination && other.type === type);
    expect(route("default", "unicast")).toMatchObject({ family: "inet", gateway: "10.1.0.1", outputIndex: eth0, table: 254 });
    expect(route("10.1.0.0/24", "unicast")).toMatchObject({ source: "10.1.0.2", scope: "link", gateway: undefined });
    expect(route("10.1.0.2/32", "local")).toMatchObject({ table: 255, scope: "host" });
    expect(route("192.0.2.0/24", "blackhole")).toMatchObject({ metric: 7, outputIndex: undefined });
  });
});

describe("messages made by hand", () => {
  const info = (kind: string, ...data: Uint8Array[]) => attribute(18, attribute(1, text(kind)), attribute(2, ...data));
  const details = (kind: string, ...data: Uint8Array[]) =>
    parse({ links: message(16, link(3, 1, attribute(3, text("x")), info(kind, ...data))) }).network.links[0]?.details;

  test("a multicast group of a vxlan is not a remote end", () => {
    expect(details("vxlan", attribute(1, u32(42)), attribute(2, Uint8Array.of(239, 1, 1, 1)))).toEqual({
      vni: 42,
      group: "239.1.1.1",
    });
    const six = new Uint8Array(16).fill(0xff, 0, 1);
    expect(details("vxlan", attribute(16, six))).toEqual({ group: "ff00::" });
  });

  test("a kind it does not know, and modes it does not know, are no obstacle", () => {
    expect(details("toString", attribute(1, u32(1)))).toEqual({});
    expect(details("macvlan", attribute(1, u32(3)))).toEqual({});
    expect(details("ipvlan", attribute(1, u16(9)))).toEqual({});
    expect(details("vxlan", attribute(1, Uint8Array.of(1)))).toEqual({});
  });

  test("on a point-to-point link the address is our own, not the other end's", () => {
    const address = concatBytes([
      Uint8Array.of(2, 32, 0, 0, 3, 0, 0, 0),
      attribute(1, Uint8Array.of(10, 0, 0, 2)),
      attribute(2, Uint8Array.of(10, 0, 0, 1)),
    ]);
    const { network } = parse({ links: message(16, link(3, 1, attribute(3, text("x")))), addresses: message(20, address) });
    expect(network.links[0]?.addresses).toEqual([{ family: "inet", address: "10.0.0.1", prefixLength: 32, scope: "global" }]);
  });

  const routeHead = (family: number, prefix: number) => Uint8Array.of(family, prefix, 0, 0, 254, 3, 0, 1, 0, 0, 0, 0);

  test("a route over two next hops is two routes", () => {
    const hop = (index: number, gateway: number) =>
      concatBytes([u16(16), Uint8Array.of(0, 0), u32(index), attribute(5, Uint8Array.of(10, 0, 0, gateway))]);
    const { network } = parse({ routes: message(24, concatBytes([routeHead(2, 0), attribute(9, hop(4, 1), hop(5, 2))])) });
    expect(network.routes.map(({ destination, gateway, outputIndex }) => [destination, gateway, outputIndex])).toEqual([
      ["default", "10.0.0.1", 4],
      ["default", "10.0.0.2", 5],
    ]);
  });

  test("a table above 255 comes from its attribute; a gateway may be of the other family", () => {
    const via = concatBytes([u16(10), Uint8Array.of(0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)]);
    const { network } = parse({
      routes: message(24, concatBytes([routeHead(2, 0), attribute(15, u32(1000)), attribute(18, via)])),
    });
    expect(network.routes).toMatchObject([{ table: 1000, gateway: "fe80::1" }]);
  });

  test("routes that are not IP are passed over without a gap; a broken one is a gap", () => {
    expect(parse({ routes: message(24, routeHead(28, 20)) })).toMatchObject({ network: { routes: [] }, gaps: [] });
    expect(parse({ routes: message(24, routeHead(2, 24)) })).toMatchObject({
      network: { routes: [] },
      gaps: [{ path: "/run/netns/x", errno: 0 }],
    });
  });

  test("a refused, a cut and a disturbed dump are gaps, and what came is kept", () => {
    const good = message(16, link(3, 1, attribute(3, text("x"))));
    expect(parse({ links: message(2, u32(-1 >>> 0)) }).gaps).toMatchObject([{ errno: 1 }]);
    expect(parse({ links: concatBytes([good, good.slice(0, 20)]) })).toMatchObject({
      network: { links: [{ name: "x" }] },
      gaps: [{ errno: 0 }],
    });
    expect(parse({ links: message(16, link(3, 1, attribute(3, text("x"))), 0x12) })).toMatchObject({
      network: { links: [{ name: "x" }] },
      gaps: [{ errno: 0 }],
    });
    expect(parse({ links: good }).gaps).toEqual([]);
  });

  test("a link without a name or with an impossible index is not made up", () => {
    for (const payload of [
      link(3, 1),
      link(0, 1, attribute(3, text("x"))),
      link(-1, 1, attribute(3, text("x"))),
      new Uint8Array(8),
    ]) {
      expect(parse({ links: message(16, payload) })).toMatchObject({ network: { links: [] }, gaps: [{ errno: 0 }] });
    }
  });

  test("a link's name ends at its NUL and need not be UTF-8", () => {
    const named = (name: Uint8Array) => parse({ links: message(16, link(3, 1, attribute(3, name))) }).network.links[0]?.name;
    expect(named(Uint8Array.of(0x61, 0xff, 0, 0x62))).toBe("a\\xff");
    expect(named(Uint8Array.of(0x61))).toBe("a");
  });
});
