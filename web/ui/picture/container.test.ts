import { expect, test } from "vitest";
import { capabilityNames } from "../../kernel/capabilities.ts";
import { namespaceTypes, type Process, type Snapshot } from "../../kernel/snapshot.ts";
import { type WallName, wallNames, walls } from "./container.ts";
import { hostProcess } from "./host-process.ts";

const initial = Object.fromEntries(namespaceTypes.map((type, i) => [type, 100 + i])) as Snapshot["initial"];
const mount = (device: string, type: string) => ({ mountPoint: "/", device, root: "/", type, source: type });
const snapshot = {
  initial,
  mounts: new Map([
    [initial.mnt, { mounts: [mount("0:1", "overlay")] }],
    [201, { mounts: [mount("0:1", "overlay")] }],
    [202, { mounts: [mount("0:9", "tmpfs")] }],
  ]),
  cgroups: new Map([
    ["/box", { files: new Map(Object.entries({ "pids.max": "64\n", "memory.max": "max\n" })) }],
    [
      "/box/inner",
      { files: new Map(Object.entries({ "pids.max": "max\n", "memory.max": "1048576\n", "cpu.max": "max 100000\n" })) },
    ],
  ]),
} as unknown as Snapshot;
const host = hostProcess(snapshot);
const like = (change: Partial<Process>): Process => ({ ...host, pid: 7, ...change });
const wall = (name: WallName, change: Partial<Process>) => walls[name](snapshot, like(change));

test("nothing sets the host apart from the host", () => {
  expect(wallNames.filter((name) => walls[name](snapshot, host).apart !== "no")).toEqual([]);
});

test("namespaces: some are some, all that engines make are a container's", () => {
  expect(wall("namespaces", { namespaces: { ...initial, net: 9 } })).toEqual({ apart: "partly", value: "1 of 8: net" });
  const own = { ...initial, ipc: 1, mnt: 2, net: 3, pid: 4, uts: 5 };
  expect(wall("namespaces", { namespaces: own })).toEqual({ apart: "yes", value: "5 of 8: ipc mnt net pid uts" });
});

test("root: another file system, the host's from below, or the host's in a mount namespace of its own", () => {
  expect(wall("root", { namespaces: { ...initial, mnt: 202 } })).toEqual({ apart: "yes", value: "tmpfs (tmpfs)" });
  expect(wall("root", { root: "/srv/jail" })).toEqual({ apart: "partly", value: "the host's, from /srv/jail (chroot)" });
  expect(wall("root", { namespaces: { ...initial, mnt: 201 } }).apart).toBe("no");
});

test("limits: those of the cgroups above count as well", () => {
  expect(wall("limits", { cgroup: "/box/inner" })).toEqual({ apart: "partly", value: "pids.max 64, memory.max 1048576" });
  expect(wall("limits", { cgroup: "/elsewhere" })).toEqual({ apart: "no", value: "none" });
});

test("user: whom the host knows", () => {
  const ids = { real: 1000, effective: 1000, saved: 1000, filesystem: 1000 };
  expect(wall("user", { uid: ids, namespaces: { ...initial, user: 9 } })).toEqual({ apart: "yes", value: "uid 1000" });
  expect(wall("user", { namespaces: { ...initial, user: 9 } }).apart).toBe("no");
});

test("capabilities: dropped from the bounding set is for good, from the effective one for now", () => {
  const { capabilities } = host;
  const all = capabilityNames.length;
  expect(wall("capabilities", { capabilities: { ...capabilities, effective: 1n } })).toEqual({
    apart: "partly",
    value: `1 of ${all}, at most ${all}`,
  });
  expect(wall("capabilities", { capabilities: { ...capabilities, effective: 1n, bounding: 3n } }).apart).toBe("yes");
});

test("a profile that only complains stops nothing", () => {
  expect(wall("label", { securityLabel: "box (enforce)" }).apart).toBe("yes");
  expect(wall("label", { securityLabel: "box (complain)" }).apart).toBe("partly");
});
