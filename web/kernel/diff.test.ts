import { describe, expect, test } from "vitest";
import { processWith, recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import { diffSnapshots } from "./diff.ts";
import type { Cgroup, Link, Mount, Namespace, NetworkNamespace, Process, Snapshot } from "./snapshot.ts";

const before = snapshotOf(recorded("before"));
const after = snapshotOf(recorded("after"));
const shell = processWith(after, "/bin/bash", "--login");

function withProcess(snapshot: Snapshot, change: Partial<Process>): Snapshot {
  return { ...snapshot, processes: new Map(snapshot.processes).set(shell.pid, { ...shell, ...change }) };
}

function withNetwork(change: (network: NetworkNamespace) => NetworkNamespace): Snapshot {
  const host = after.networks.get(after.initial.net) as NetworkNamespace;
  return { ...after, networks: new Map(after.networks).set(host.inode, change(host)) };
}
const withLink = (name: string, change: (link: Link) => Link) =>
  withNetwork((network) => ({ ...network, links: network.links.map((link) => (link.name === name ? change(link) : link)) }));

function withMounts(change: (mounts: readonly Mount[]) => readonly Mount[]): Snapshot {
  const host = after.mounts.get(after.initial.mnt);
  if (!host) throw new Error("no mounts");
  return { ...after, mounts: new Map(after.mounts).set(host.inode, { ...host, mounts: change(host.mounts) }) };
}

function withDemo(change: Partial<Cgroup>): Snapshot {
  return { ...after, cgroups: new Map(after.cgroups).set("/demo", { ...(after.cgroups.get("/demo") as Cgroup), ...change }) };
}

describe("the scene that was played between the two recordings", () => {
  const diff = diffSnapshots(before, after);

  test("its processes appeared, and the shell that played it was there before", () => {
    expect(diff.processes.appeared.some(({ pid }) => pid === shell.pid)).toBe(false);
    expect(diff.processes.appeared).toHaveLength(after.processes.size - 1);
    expect(diff.processes.vanished).toEqual([]);
  });

  test("its namespaces appeared, by type", () => {
    const types = diff.namespaces.appeared.map(({ type }) => type).sort();
    expect(types).toEqual(["cgroup", "ipc", "mnt", "mnt", "net", "net", "net", "pid", "time", "user", "uts", "uts"]);
    expect(diff.namespaces.vanished).toEqual([]);
    expect(diff.namespaces.heldByOthers).toEqual([]);
  });

  test("links in new network namespaces are new ones, with their addresses; new mount namespaces are no new mounts", () => {
    const added = diff.networks.flatMap(({ linksAdded }) => linksAdded.map(({ name }) => name));
    expect(added).toEqual(expect.arrayContaining(["veth-red", "br0", "eth0", "to-blue", "to-red"]));
    const addresses = diff.networks.flatMap(({ addressesAdded }) =>
      addressesAdded.map(({ link, address }) => `${link.name} ${address.address}`),
    );
    expect(addresses).toEqual(expect.arrayContaining(["br0 10.1.0.1", "eth0 10.1.0.2"]));
    expect(diff.mounts.map(({ namespace }) => namespace)).toEqual([after.initial.mnt]);
    expect(diff.mounts[0]?.added.map(({ mountPoint }) => mountPoint)).toContain("/tmp/deaf");
  });

  test("its cgroup appeared, and the root passes controllers on", () => {
    expect(diff.cgroups.added.map(({ path }) => path)).toEqual(["/demo"]);
    expect(diff.cgroups.files).toEqual([{ path: "/", file: "cgroup.subtree_control", before: "", after: "cpu memory pids" }]);
  });

  test("seen backwards, all of it vanished", () => {
    const back = diffSnapshots(after, before);
    expect(back.processes.vanished).toEqual(diff.processes.appeared);
    expect(back.namespaces.vanished).toEqual(diff.namespaces.appeared);
    expect(back.cgroups.removed).toEqual(diff.cgroups.added);
    expect(back.mounts[0]?.removed).toEqual(diff.mounts[0]?.added);
  });

  test("a snapshot does not differ from itself", () => {
    const nothing = diffSnapshots(after, snapshotOf(recorded("after")));
    expect(nothing).toEqual({
      processes: { appeared: [], vanished: [], changed: [], memberships: [], cgroupMoves: [] },
      namespaces: { appeared: [], vanished: [], heldByOthers: [] },
      hostnames: [],
      mounts: [],
      networks: [],
      cgroups: { added: [], removed: [], files: [] },
    });
  });
});

describe("processes", () => {
  const changes = (change: Partial<Process>) => diffSnapshots(after, withProcess(after, change)).processes;

  test("a process that entered a namespace is a change of membership", () => {
    const { memberships, changed } = changes({ namespaces: { ...shell.namespaces, uts: 9 } });
    expect(memberships).toMatchObject([{ process: { pid: shell.pid }, type: "uts", before: after.initial.uts, after: 9 }]);
    expect(changed).toMatchObject([{ aspects: ["namespaces"] }]);
  });

  test("a pid that was reused is another process", () => {
    const { appeared, vanished, memberships } = changes({
      startTime: shell.startTime + 1n,
      namespaces: { ...shell.namespaces, uts: 9 },
    });
    expect([appeared, vanished].map((list) => list.map(({ pid }) => pid))).toEqual([[shell.pid], [shell.pid]]);
    expect(memberships).toEqual([]);
  });

  test("a link that could not be read is no change of membership", () => {
    const { uts: _, ...unread } = shell.namespaces;
    expect(changes({ namespaces: unread }).memberships).toEqual([]);
  });

  test("moves between cgroups, changes of credentials and execs are told apart", () => {
    expect(changes({ cgroup: "/demo" })).toMatchObject({
      cgroupMoves: [{ before: "/", after: "/demo" }],
      changed: [{ aspects: ["cgroup"] }],
    });
    expect(changes({ capabilities: { ...shell.capabilities, bounding: 0n } }).changed).toMatchObject([
      { aspects: ["credentials"] },
    ]);
    expect(changes({ exe: "/bin/other" }).changed).toMatchObject([{ aspects: ["program"] }]);
    expect(changes({ uidMap: [] }).changed).toMatchObject([{ aspects: ["id-maps"] }]);
  });

  test("running, sleeping and using the CPU is no change; being stopped is", () => {
    expect(changes({ state: "D", cpuTicks: { user: 99n, system: 99n } }).changed).toEqual([]);
    expect(changes({ state: "T" }).changed).toMatchObject([{ aspects: ["state"] }]);
  });
});

describe("namespaces", () => {
  const red = [...after.namespaces.values()].find(({ hostname }) => hostname === "red") as Namespace;
  const withRed = (change: Partial<Namespace>): Snapshot => ({
    ...after,
    namespaces: new Map(after.namespaces).set(red.key, { ...red, ...change }),
  });

  test("another host name in the same namespace", () => {
    expect(diffSnapshots(after, withRed({ hostname: "crimson" })).hostnames).toEqual([
      { key: red.key, before: "red", after: "crimson" },
    ]);
    const { hostname: _, ...unread } = red;
    expect(diffSnapshots(after, { ...after, namespaces: new Map(after.namespaces).set(red.key, unread) }).hostnames).toEqual([]);
  });

  test("a number that nobody of before holds any more may have been reused", () => {
    const other = diffSnapshots(after, withRed({ holders: [{ kind: "process", pid: shell.pid }] }));
    expect(other.namespaces).toMatchObject({ appeared: [], vanished: [], heldByOthers: [{ key: red.key }] });
    const joined = diffSnapshots(after, withRed({ holders: [...red.holders, { kind: "process", pid: shell.pid }] }));
    expect(joined.namespaces.heldByOthers).toEqual([]);
  });
});

test("PID 1 holds the initial namespaces, whoever else comes and goes", () => {
  const key = `net:${after.initial.net}` as const;
  const host = after.namespaces.get(key) as Namespace;
  const others = { ...host, holders: [{ kind: "process", pid: 99999 }] } satisfies Namespace;
  expect(
    diffSnapshots(after, { ...after, namespaces: new Map(after.namespaces).set(key, others) }).namespaces.heldByOthers,
  ).toEqual([]);
});

describe("mounts, networks, cgroups", () => {
  test("a remount and another propagation are changes of the same mount", () => {
    const readOnly = withMounts((mounts) =>
      mounts.map((mount) => (mount.mountPoint === "/tmp/deaf" ? { ...mount, options: ["ro"] } : mount)),
    );
    expect(diffSnapshots(after, readOnly).mounts).toMatchObject([
      { added: [], removed: [], changed: [{ before: { options: ["rw", "relatime"] }, after: { options: ["ro"] } }] },
    ]);
  });

  test("a mount id that was reused for something else is another mount", () => {
    const other = withMounts((mounts) =>
      mounts.map((mount) => (mount.mountPoint === "/tmp/deaf" ? { ...mount, device: "0:99" } : mount)),
    );
    expect(diffSnapshots(after, other).mounts).toMatchObject([
      { added: [{ device: "0:99" }], removed: [{ mountPoint: "/tmp/deaf" }], changed: [] },
    ]);
  });

  test("traffic is no change of a link; going down and being renamed is", () => {
    const busy = withLink("br0", (link) => ({ ...link, counters: { ...link.counters, rxBytes: link.counters.rxBytes + 1n } }));
    expect(diffSnapshots(after, busy).networks).toEqual([]);
    const renamed = withLink("br0", (link) => ({ ...link, name: "br1", up: false }));
    expect(diffSnapshots(after, renamed).networks).toMatchObject([
      { linksAdded: [], linksRemoved: [], linksChanged: [{ before: { name: "br0" }, after: { name: "br1" } }] },
    ]);
  });

  test("addresses and routes come and go", () => {
    const bare = withLink("br0", (link) => ({ ...link, addresses: [] }));
    expect(diffSnapshots(after, bare).networks).toMatchObject([
      {
        linksChanged: [],
        addressesRemoved: expect.arrayContaining([
          expect.objectContaining({ address: expect.objectContaining({ address: "10.1.0.1" }) }),
        ]),
      },
    ]);
    const unrouted = withNetwork((network) => ({ ...network, routes: [] }));
    expect(diffSnapshots(after, unrouted).networks[0]?.routesRemoved.map(({ destination }) => destination)).toContain(
      "10.1.0.0/24",
    );
  });

  test("a network that one of the looks could not see has not lost its links, nor gained them", () => {
    const blind = { ...after, networks: new Map([...after.networks].filter(([inode]) => inode !== after.initial.net)) };
    expect(diffSnapshots(after, blind).networks).toEqual([]);
    expect(diffSnapshots(blind, after).networks).toEqual([]);
  });

  test("a limit is a change, a measurement is not, a controller that is switched off takes its files away", () => {
    const files = new Map(after.cgroups.get("/demo")?.files).set("memory.max", "1048576").set("memory.current", "1");
    files.delete("pids.max");
    expect(diffSnapshots(after, withDemo({ files })).cgroups.files).toEqual([
      { path: "/demo", file: "memory.max", before: "67108864", after: "1048576" },
      { path: "/demo", file: "pids.max", before: "20", after: undefined },
    ]);
  });

  test("a cgroup that was removed and made again is another one", () => {
    expect(diffSnapshots(after, withDemo({ inode: 1n })).cgroups).toMatchObject({
      added: [{ inode: 1n }],
      removed: [{ path: "/demo" }],
      files: [],
    });
  });
});
