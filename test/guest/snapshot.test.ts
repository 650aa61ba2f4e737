import { beforeAll, expect, test } from "vitest";
import type { GuestShell } from "../../scripts/guest/shell.ts";
import { look } from "../../web/agent/look.ts";
import { lookAtCounters } from "../../web/agent/look-at-counters.ts";
import type { Namespace, NamespaceType, Process, Snapshot } from "../../web/kernel/snapshot.ts";
import { type Guest, openShell, restoreGuest, sh } from "./support/guest.ts";

/** One scene of everything that a look must show, and the looks before and after it. */

const script = `
set -e
cd /root
hold() { "$@" sleep 100000 </dev/null >/dev/null 2>&1 & }

unshare --uts sh -c 'hostname red; exec sleep 100000' &
touch pinned; unshare --uts=/root/pinned hostname pinned
sh -c 'exec 8< /proc/self/ns/net; exec unshare --net sh -c "exec 9< /proc/self/ns/net; exec sleep 100002"' &
unshare --ipc sh -c 'exec 7< /proc/self/ns/ipc; exec nsenter --ipc=/proc/1/ns/ipc sleep 100003' &

hold unshare --user --map-root-user
hold unshare --time --boottime 86400 --monotonic -5 --fork
hold unshare --fork --pid --mount-proc

ip netns add left; ip netns add right
ip -n left link add to-right type veth peer name to-left netns right
ip -n left address add 10.7.0.1/24 dev to-right

mkdir -p /tmp/shared /tmp/deaf /tmp/slave
mount -t tmpfs shared /tmp/shared
mount -t tmpfs deaf /tmp/deaf; mount --make-unbindable /tmp/deaf
mount --bind /tmp/shared /tmp/slave; mount --make-slave /tmp/slave

cd /sys/fs/cgroup
echo '+pids' > cgroup.subtree_control; mkdir demo; echo 20 > demo/pids.max
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec sleep 100004' &

for name in 'a b' 'x) R 1 (y' '[kworker]' $'two\\nlines'; do
  cp /bin/sleep "/tmp/$name"; "/tmp/$name" 100005 &
done
sh -c 'sleep 0 & exec sleep 100006' &

while ! grep -qs ') Z ' /proc/[0-9]*/stat; do :; done
until [ "$(pgrep -cf '(sleep|lines|a b|kworker.|y) 10000[0-9]$')" -ge 13 ]; do :; done
until [ "$(ip netns identify "$(pgrep -f '^sleep 100002')")" = "" ]; do :; done
`;

let guest: Guest;
let shell: GuestShell;
let before: Snapshot;
let after: Snapshot;

beforeAll(async () => {
  guest = await restoreGuest("file");
  shell = await openShell(guest.agent);
  before = await look(guest.agent, 1);
  await guest.agent.writeFile({ path: "/root/scene.sh", data: new TextEncoder().encode(script) });
  expect(await shell.run("bash /root/scene.sh; echo status $?", 90_000)).toContain("status 0");
  after = await look(guest.agent, 2);
});

function runs(command: string, snapshot = after): Process {
  const found = [...snapshot.processes.values()].find(({ commandLine }) => commandLine.join(" ") === command);
  if (!found) throw new Error(`no process ${command}`);
  return found;
}

function namespacesOf(type: NamespaceType): Namespace[] {
  return [...after.namespaces.values()].filter((namespace) => namespace.type === type && !namespace.initial);
}

test("nothing is missing from a look, before or after", () => {
  expect(before.gaps).toEqual([]);
  expect(after.gaps).toEqual([]);
  expect([...after.processes.values()].flatMap(({ gaps }) => gaps)).toEqual([]);
});

test("at first there are the initial namespaces, the shells, and one of each thing", () => {
  expect([...before.processes.values()].every(({ name }) => name === "bash")).toBe(true);
  expect([...before.namespaces.values()].every(({ initial }) => initial)).toBe(true);
  expect(before.namespaces.size).toBe(8);
  expect(before.hostname).toBe("lab");
  expect(before.mounts.size).toBe(1);
  expect([...before.networks.values()].map(({ links }) => links.some(({ name }) => name === "lo"))).toEqual([true]);
});

// A mount that a mount namespace copied keeps its namespace too: hence the sets.
test("UTS namespaces: their names, and what keeps each", () => {
  const uts = Object.fromEntries(
    namespacesOf("uts").map(({ hostname, holders }) => [hostname, [...new Set(holders.map(({ kind }) => kind))]]),
  );
  expect(uts).toEqual({ red: ["process"], pinned: ["mount"] });
});

test("network namespaces: pinned by ip netns without a process, held by a process and its descriptor", () => {
  const kept = namespacesOf("net").map(({ holders }) =>
    [...new Set(holders.map((holder) => (holder.kind === "mount" ? holder.path : holder.kind)))].toSorted(),
  );
  expect(kept).toHaveLength(3);
  expect(kept).toContainEqual(["/run/netns/left"]);
  expect(kept).toContainEqual(["/run/netns/right"]);
  expect(kept).toContainEqual(["descriptor", "process"]);
});

test("an IPC namespace that nothing but an open descriptor keeps", () => {
  const [namespace, ...others] = namespacesOf("ipc");
  expect(others).toEqual([]);
  expect(namespace?.holders).toEqual([{ kind: "descriptor", pid: runs("sleep 100003").pid, fd: 7 }]);
});

test("a veth pair between two namespaces: each end names the other", () => {
  const ends = [...after.networks.values()].flatMap(({ inode, links }) =>
    links.filter(({ kind }) => kind === "veth").map((link) => ({ inode, ...link })),
  );
  const [one, other] = ends;
  expect(ends.map(({ name }) => name).toSorted()).toEqual(["to-left", "to-right"]);
  expect(one?.inode).not.toBe(other?.inode);
  expect(one?.peerIndex).toBe(other?.index);
  expect(other?.peerIndex).toBe(one?.index);
  expect(ends.every(({ peerNamespaceId }) => peerNamespaceId !== undefined)).toBe(true);
  expect(ends.find(({ name }) => name === "to-right")?.addresses).toMatchObject([{ address: "10.7.0.1", prefixLength: 24 }]);
});

test("a user namespace and its id map", () => {
  const [namespace] = namespacesOf("user");
  const inside = [...after.processes.values()].find(({ namespaces }) => namespaces.user === namespace?.inode);
  expect(inside?.uidMap).toEqual([{ inside: 0, outside: 0, count: 1 }]);
  expect(inside?.setgroups).toBe("deny");
});

test("a nested PID namespace: the process has a pid in each", () => {
  const [namespace] = namespacesOf("pid");
  const inside = [...after.processes.values()].find(({ namespaces }) => namespaces.pid === namespace?.inode);
  expect(inside?.namespacedPids).toEqual([inside?.pid, 1]);
  expect(inside?.commandLine).toEqual(["sleep", "100000"]);
  expect(after.processes.get(inside?.parent ?? 0)?.forChildren.pid).toBe(namespace?.inode);
});

test("a time namespace's offsets", () => {
  const [namespace] = namespacesOf("time");
  const inside = [...after.processes.values()].find(({ namespaces }) => namespaces.time === namespace?.inode);
  expect(inside?.timeOffsets).toEqual({
    monotonic: { seconds: -5n, nanoseconds: 0 },
    boottime: { seconds: 86_400n, nanoseconds: 0 },
  });
});

test("how mounts propagate", () => {
  const mounts = after.mounts.get(after.initial.mnt)?.mounts ?? [];
  const at = (point: string) => mounts.find(({ mountPoint }) => mountPoint === point);
  expect(at("/tmp/shared")?.shared).toBeTypeOf("number");
  expect(at("/tmp/deaf")).toMatchObject({ unbindable: true, shared: undefined });
  expect(at("/tmp/slave")?.master).toBe(at("/tmp/shared")?.shared);
});

test("a cgroup with its limit and who is in it", () => {
  const demo = after.cgroups.get("/demo");
  expect(demo?.files.get("pids.max")).toBe("20");
  expect(demo?.processes).toEqual([runs("sleep 100004").pid]);
  expect(runs("sleep 100004").cgroup).toBe("/demo");
});

test("names that look like something else", () => {
  const hostile = [...after.processes.values()].filter(({ commandLine }) => commandLine[1] === "100005");
  expect(hostile.map(({ name }) => name).toSorted()).toEqual(["[kworker]", "a b", "two\nlines", "x) R 1 (y"]);
  expect(hostile.every(({ state, namespaces }) => state === "S" && namespaces.uts === after.initial.uts)).toBe(true);
  expect(hostile.map(({ exe }) => exe)).toContain("/tmp/two\nlines");
});

test("a zombie is one, and belongs to no namespace", () => {
  const zombies = [...after.processes.values()].filter(({ state }) => state === "Z");
  expect(zombies).toMatchObject([{ name: "sleep", parent: runs("sleep 100006").pid, namespaces: {} }]);
});

test("the same look with newer counters: packets and pids move, all else stays", async () => {
  const inLeft = (snapshot: Snapshot) =>
    [...snapshot.networks.values()].flatMap(({ links }) => links).find(({ name }) => name === "to-right");
  await shell.run("ip -n left link set to-right up; ip -n right link set to-left up; ip netns exec left ping -c 2 -W 1 10.7.0.9");
  await shell.run("sleep 100007 & echo $! > /sys/fs/cgroup/demo/cgroup.procs");
  const counted = await lookAtCounters(guest.agent, after, new Set(["networks", "cgroups"]));
  expect(Number(inLeft(counted)?.counters.txPackets)).toBeGreaterThan(Number(inLeft(after)?.counters.txPackets));
  expect(inLeft(counted)?.addresses).toEqual(inLeft(after)?.addresses);
  expect(after.cgroups.get("/demo")?.files.get("pids.current")).toBe("1");
  expect(counted.cgroups.get("/demo")?.files.get("pids.current")).toBe("2");
  expect(counted.processes).toBe(after.processes);
  const onlyCgroups = await lookAtCounters(guest.agent, after, new Set(["cgroups"]));
  expect(onlyCgroups.networks).toBe(after.networks);
});

test("when all is gone again, so is what the look showed", async () => {
  await shell.run(
    "kill $(jobs -p) 2> /dev/null; pkill -9 -f '10000[0-9]$'; ip -all netns delete; umount /root/pinned /tmp/slave /tmp/shared /tmp/deaf; rmdir /sys/fs/cgroup/demo",
  );
  await sh(
    guest.agent,
    "while pgrep -f '10000[0-9]$'; do :; done; while [ -d /sys/fs/cgroup/demo ]; do rmdir /sys/fs/cgroup/demo; done",
  );
  const last = await look(guest.agent, 3);
  expect([...last.namespaces.keys()].toSorted()).toEqual([...before.namespaces.keys()].toSorted());
  expect(last.cgroups.has("/demo")).toBe(false);
});
