import { describe, expect, test } from "vitest";
import type { LinkAddress, Route } from "../kernel/snapshot.ts";
import { covers, givenAddresses, hasFurtherTables, leadsThrough, routeTo } from "./routes.ts";

describe("a prefix covers an address", () => {
  test.each([
    ["10.0.0.0/24", "10.0.0.255", true],
    ["10.0.0.0/24", "10.0.1.0", false],
    ["10.0.0.1/24", "10.0.0.7", true],
    ["172.16.0.0/12", "172.31.255.1", true],
    ["172.16.0.0/12", "172.32.0.1", false],
    ["0.0.0.0/0", "8.8.8.8", true],
    ["10.0.0.1", "10.0.0.1", true],
    ["10.0.0.1", "10.0.0.2", false],
    ["fd00::/64", "fd00::1:2", true],
    ["fd00::/64", "fd00:0:0:1::1", false],
    ["fd00::1", "fd00:0:0:0:0:0:0:1", true],
    ["::ffff:10.0.0.0/120", "::ffff:10.0.0.9", true],
    ["::/0", "10.0.0.1", false],
    ["10.0.0.0/8", "::1", false],
  ])("%s, %s: %s", (prefix, address, expected) => {
    expect(covers(prefix, address)).toBe(expected);
  });

  test.each(["", "10.0.0", "10.0.0.256", "10.0.0.x", "fd00:::1:", "1:2:3"])("%j is no address", (text) => {
    expect(covers(text, text)).toBe(false);
  });
});

const route = (destination: string, rest: Partial<Route> = {}): Route => ({
  family: destination.includes(":") ? "inet6" : "inet",
  destination,
  gateway: undefined,
  outputIndex: 2,
  source: undefined,
  table: 254,
  scope: "link",
  type: "unicast",
  metric: undefined,
  ...rest,
});

describe("the route to an address", () => {
  test("is the one with the longest prefix", () => {
    const routes = [route("default", { outputIndex: 1 }), route("10.0.0.0/8"), route("10.0.0.1/32", { outputIndex: 3 })];
    expect(routeTo({ routes }, "10.0.0.1")?.outputIndex).toBe(3);
    expect(routeTo({ routes }, "10.0.0.2")?.outputIndex).toBe(2);
    expect(routeTo({ routes }, "11.0.0.2")?.outputIndex).toBe(1);
  });

  test("is of two alike the one with the lower metric", () => {
    const routes = [route("10.0.0.0/8", { metric: 100, outputIndex: 4 }), route("10.0.0.0/8")];
    expect(routeTo({ routes }, "10.0.0.1")?.outputIndex).toBe(2);
  });

  test("is none of the other family's, nor is there always one", () => {
    const routes = [route("default", { family: "inet6" }), route("10.0.0.0/8")];
    expect(routeTo({ routes }, "192.168.0.1")).toBeUndefined();
    expect(routeTo({ routes }, "fd00::1")?.family).toBe("inet6");
  });

  test("stands in a table that is asked without a rule", () => {
    const routes = [route("default", { table: 100 })];
    expect(routeTo({ routes }, "10.0.0.1")).toBeUndefined();
    expect(hasFurtherTables({ routes })).toBe(true);
  });

  test("is looked up in local and main first, then in default, and goes on to that from a `throw`", () => {
    const last = route("10.0.0.0/8", { table: 253, outputIndex: 7 });
    const local = route("10.0.0.1/32", { table: 255, type: "local" });
    expect(routeTo({ routes: [last, route("default"), local] }, "10.0.0.2")?.outputIndex).toBe(2);
    expect(routeTo({ routes: [last, route("default"), local] }, "10.0.0.1")?.type).toBe("local");
    expect(routeTo({ routes: [last, route("default", { type: "throw" })] }, "10.0.0.2")?.outputIndex).toBe(7);
    expect(hasFurtherTables({ routes: [last, route("default"), local] })).toBe(false);
  });
});

test("packets leave through a link when the best route says so, and delivers at all", () => {
  const routes = [route("10.0.0.0/8"), route("10.0.0.1/32", { type: "local" }), route("10.0.0.2/32", { outputIndex: 3 })];
  expect(leadsThrough({ routes }, { index: 2 }, "10.0.0.9")).toBe(true);
  expect(leadsThrough({ routes }, { index: 2 }, "10.0.0.1")).toBe(false);
  expect(leadsThrough({ routes }, { index: 2 }, "10.0.0.2")).toBe(false);
  expect(leadsThrough({ routes }, { index: 2 }, "11.0.0.1")).toBe(false);
});

test("what IPv6 gives a link by itself was given by nobody", () => {
  const address = (text: string, family: LinkAddress["family"], scope: string): LinkAddress => ({
    family,
    address: text,
    prefixLength: 64,
    scope,
  });
  const given = givenAddresses({
    addresses: [
      address("fe80::1", "inet6", "link"),
      address("fd00::1", "inet6", "global"),
      address("169.254.0.1", "inet", "link"),
    ],
  });
  expect(given.map(({ address: text }) => text)).toEqual(["fd00::1", "169.254.0.1"]);
});
