import { describe, expect, test } from "vitest";
import { recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import type { NetworkNamespace } from "../kernel/snapshot.ts";
import { cables, looseEnds } from "./cables.ts";
import type { Findings } from "./inquiry.ts";
import { networkFilesQuery, networkFileText } from "./network-files.ts";
import { namedNetworks, networkEntry, networkLabel } from "./network-names.ts";

const snapshot = snapshotOf(recorded("after"));
const host = snapshot.initial.net;

function networkWith(link: string): NetworkNamespace {
  const network = [...snapshot.networks.values()].find(({ links }) =>
    links.some(({ name, kind }) => name === link && kind !== ""),
  );
  if (!network) throw new Error(`no network with ${link}`);
  return network;
}

describe("a network namespace's name", () => {
  test("is a mount below /run/netns", () => {
    for (const { name, path, inode } of namedNetworks(snapshot)) {
      expect(path).toBe(`/run/netns/${name}`);
      expect(networkLabel(snapshot, inode)).toBe(name);
      const network = snapshot.networks.get(inode);
      expect(network && networkEntry(snapshot, network)).toBe(`ip netns exec ${name} `);
    }
    expect(namedNetworks(snapshot).map(({ name }) => name)).toContain("red");
  });

  test("the host's goes without saying", () => {
    expect(networkLabel(snapshot, host)).toBe("the host");
    expect(networkEntry(snapshot, networkWith("veth-red"))).toBe("");
  });

  test("without one it is called by a process in it, or by its inode", () => {
    const nameless = { ...snapshot, namespaces: new Map() };
    const [pid, process] =
      [...snapshot.processes].find(([, { namespaces }]) => namespaces.net !== undefined && namespaces.net !== host) ?? [];
    if (process) expect(networkLabel(nameless, process.namespaces.net ?? 0)).toContain(`process ${pid}`);
    expect(networkLabel(snapshot, 1)).toBe("net:[1]");
    const network = { ...networkWith("veth-red"), inode: 1 };
    expect(networkEntry(snapshot, { ...network, readThrough: "/proc/7/ns/net" })).toBe("nsenter --target 7 --net ");
    expect(networkEntry(snapshot, { ...network, readThrough: "/root/x" })).toBe("nsenter --net=/root/x ");
  });
});

describe("cables", () => {
  const ends = (of = snapshot) => cables(of).map((cable) => cable.map(({ link }) => link.name));

  test("have two ends, the host's first, and are told once", () => {
    expect(ends()).toContainEqual(["veth-red", "eth0"]);
    expect(
      ends()
        .flat()
        .filter((name) => name === "to-blue"),
    ).toHaveLength(1);
    expect(looseEnds(snapshot)).toEqual([]);
  });

  test("of which one end isn't seen are loose", () => {
    const networks = new Map([...snapshot.networks].filter(([inode]) => inode !== networkWith("eth0").inode));
    expect(ends({ ...snapshot, networks })).not.toContainEqual(["veth-red", "eth0"]);
    expect(looseEnds({ ...snapshot, networks }).map(({ link }) => link.name)).toContain("veth-red");
  });
});

test("a file is read inside a network namespace, by the way into it", () => {
  const network = { ...networkWith("veth-red"), readThrough: "/run/netns/a*b" };
  const file = "/proc/sys/net/ipv4/ip_forward";
  expect(networkFilesQuery(network, [file])).toEqual({
    directory: "/run/netns",
    files: [{ operation: "read-inside", path: `a\\*b\0${file}` }],
  });
  const data = new TextEncoder().encode("1\n");
  const found: Findings = new Map([
    ["k", { kind: "files" as const, files: [{ path: `/run/netns/a*b\0${file}`, errno: 0, data }] }],
  ]);
  expect(networkFileText(found, "k", network, file)).toBe("1");
});
