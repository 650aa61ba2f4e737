import { describe, expect, test } from "vitest";
import { bytesOf, processWith, recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import { hasCapability } from "./capabilities.ts";
import { limitOf } from "./cgroup/values.ts";
import type { LookAnswers } from "./look-answer.ts";
import { parseLook } from "./parse-look.ts";
import type { DirectoryRecord, FileRecord } from "./query.ts";
import { type NamespaceType, namespaceKey, type Process } from "./snapshot.ts";

const after = snapshotOf(recorded("after"));
const before = snapshotOf(recorded("before"));
const isOut = (process: Process, type: NamespaceType) => process.namespaces[type] !== after.initial[type];

/** The recording with each file of the matching directories replaced. */
function changed(matches: (record: DirectoryRecord) => boolean, change: (file: FileRecord) => FileRecord): LookAnswers {
  const answers = recorded("after");
  const records = answers.first.records.map((record) =>
    matches(record) ? { ...record, files: record.files.map(change) } : record,
  );
  return { ...answers, first: { ...answers.first, records } };
}
const failing = (path: string, errno: number) => (file: FileRecord) =>
  file.path === path ? { ...file, errno, data: new Uint8Array() } : file;

describe("the recorded guest", () => {
  test("is seen without a gap", () => {
    expect(before.gaps).toEqual([]);
    expect(after.gaps).toEqual([]);
    expect([...after.processes.values()].flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  test("has PID 1's namespaces as initial, all eight different", () => {
    expect(new Set(Object.values(after.initial)).size).toBe(8);
    for (const [type, inode] of Object.entries(after.initial)) {
      expect(after.namespaces.get(namespaceKey(type as NamespaceType, inode))).toMatchObject({ initial: true });
    }
    expect([...after.namespaces.values()].filter(({ initial }) => initial)).toHaveLength(8);
  });

  test("does not list the agent itself", () => {
    expect(after.processes.has(1)).toBe(false);
  });

  test("says when it booted and how long ago, and who it is", () => {
    expect(after.uptime).toBeGreaterThan(before.uptime);
    expect(after.bootTime).toBeGreaterThan(1_500_000_000);
    expect(after.bootId).toMatch(/^[0-9a-f-]{36}$/);
    expect(after.hostname).toBe("lab");
  });

  test("unshare --user: a user namespace of its own, root inside being root outside", () => {
    const process = [...after.processes.values()].find((other) => other.state !== "Z" && isOut(other, "user"));
    expect(process).toMatchObject({
      uidMap: [{ inside: 0, outside: 0, count: 1 }],
      gidMap: [{ inside: 0, outside: 0, count: 1 }],
      setgroups: "deny",
    });
    expect(processWith(after, "/bin/bash", "--login")).toMatchObject({
      uidMap: [{ inside: 0, outside: 0, count: 4294967295 }],
      setgroups: "allow",
    });
  });

  test("unshare --time: offsets of its own, forwards and backwards", () => {
    const process = [...after.processes.values()].find((other) => other.state !== "Z" && isOut(other, "time"));
    expect(process?.timeOffsets).toEqual({
      boottime: { seconds: 86400n, nanoseconds: 0 },
      monotonic: { seconds: -5n, nanoseconds: 0 },
    });
    expect(processWith(after, "/bin/bash", "--login").timeOffsets.boottime?.seconds).toBe(0n);
  });

  test("unshare --pid --fork: the child is 1 inside; unshare itself stayed outside and only its children enter", () => {
    const child = [...after.processes.values()].find(({ namespacedPids }) => namespacedPids.length === 2);
    const parent = after.processes.get(child?.parent ?? 0);
    expect(child?.namespacedPids).toEqual([child?.pid, 1]);
    expect(parent?.namespaces.pid).toBe(after.initial.pid);
    expect(parent?.forChildren.pid).toBe(child?.namespaces.pid);
    expect(after.namespaces.get(`pid:${child?.namespaces.pid ?? 0}`)?.holders).toEqual([
      { kind: "children", pid: parent?.pid },
      { kind: "process", pid: child?.pid },
    ]);
  });

  test("each UTS namespace has its own host name", () => {
    const names = [...after.namespaces.values()].filter(({ type }) => type === "uts").map(({ hostname }) => hostname);
    expect(names.sort()).toEqual(["lab", "pinned", "red"]);
  });

  test("a network namespace without any process is there, held by its mount, with its links", () => {
    const [blue] = [...after.namespaces.values()].filter(({ holders }) =>
      holders.some((holder) => holder.kind === "mount" && holder.path === "/run/netns/blue"),
    );
    const opener = processWith(after, "sleep", "100002");
    expect(blue?.holders).toEqual([
      { kind: "descriptor", pid: opener.pid, fd: 7 },
      { kind: "mount", path: "/run/netns/blue", mountNamespace: after.initial.mnt },
    ]);
    expect(after.networks.get(blue?.inode ?? 0)?.links.map(({ name }) => name)).toEqual(["lo", "to-red"]);
  });

  test("a descriptor of /proc/PID/ns is known as one of that namespace", () => {
    expect(processWith(after, "sleep", "100002").namespaceDescriptors.get(8)).toBe(namespaceKey("uts", after.initial.uts));
  });

  test("mounts are those of each mount namespace, strange names included", () => {
    const host = after.mounts.get(after.initial.mnt);
    expect(host?.readThrough).toBe(1);
    expect(host?.mounts.find(({ source }) => source === "so urce")).toMatchObject({
      type: "tmpfs",
      mountPoint: "/tmp/a b\n\\c#\\xff",
    });
    expect(host?.mounts.find(({ mountPoint }) => mountPoint === "/tmp/deaf")).toMatchObject({
      unbindable: true,
      shared: undefined,
    });
    expect(host?.mounts.find(({ mountPoint }) => mountPoint === "/tmp/shared")?.shared).toBeTypeOf("number");
    const inner = processWith(after, "sleep", "100001");
    const own = after.mounts.get(inner.namespaces.mnt ?? 0);
    expect(own?.mounts.some(({ mountPoint, type }) => mountPoint === "/tmp/inner" && type === "nsfs")).toBe(true);
    expect(own?.mounts.some(({ mountPoint }) => mountPoint === "/tmp/deaf")).toBe(false);
    expect(after.mounts.size).toBe(3);
  });

  test("a cgroup has its limits, its process and an identity; the process says the same", () => {
    const demo = after.cgroups.get("/demo");
    const member = processWith(after, "sleep", "100003");
    expect(demo).toMatchObject({
      path: "/demo",
      processes: [member.pid],
      controllers: ["cpu", "memory", "pids"],
      subtreeControl: [],
    });
    expect(limitOf(demo?.files.get("memory.max"))).toBe(64 * 1024 * 1024);
    expect(demo?.files.get("cpu.max")).toBe("50000 100000");
    expect(demo?.inode).toBeGreaterThan(0n);
    expect(member.cgroup).toBe("/demo");
  });

  test("the root cgroup has no limits, and that is no gap", () => {
    expect(after.cgroups.get("/")?.files.has("memory.max")).toBe(false);
    expect(after.cgroups.get("/")?.subtreeControl).toEqual(["cpu", "memory", "pids"]);
  });

  test("setpriv took capabilities out of the bounding set and set no_new_privs", () => {
    const bounded = processWith(after, "sleep", "100004");
    expect(bounded.noNewPrivs).toBe(true);
    expect(hasCapability(bounded.capabilities.bounding, "cap_net_admin")).toBe(false);
    expect(hasCapability(bounded.capabilities.bounding, "cap_net_raw")).toBe(true);
  });

  test("programs with hostile names are told apart from their state", () => {
    const named = [...after.processes.values()].filter(({ commandLine }) => commandLine[1] === "100005");
    expect(named.map(({ name, state }) => [name, state])).toEqual([
      ["a) R 1 (b", "S"],
      ["two\nlines\\n", "S"],
      ["\\xff\\xfe", "S"],
    ]);
  });

  test("a zombie keeps its parent and has no namespaces and no program", () => {
    const [zombie] = [...after.processes.values()].filter(({ state }) => state === "Z");
    expect(zombie).toMatchObject({
      namespaces: {},
      exe: undefined,
      commandLine: [],
      gaps: [],
      parent: processWith(after, "sleep", "100006").pid,
    });
    expect(
      [...after.namespaces.values()].some(({ holders }) =>
        holders.some((holder) => "pid" in holder && holder.pid === zombie?.pid),
      ),
    ).toBe(false);
  });
});

describe("what could not be seen", () => {
  const bash = processWith(after, "/bin/bash", "--login");
  const ofBash = ({ directory }: DirectoryRecord) => directory === `/proc/${bash.pid}`;

  test.each([
    ["stat", 3],
    ["stat", 2],
    ["status", 3],
  ])("a process whose %s is gone (errno %i) ended: it is left out, without a gap", (path, errno) => {
    const snapshot = parseLook(changed(ofBash, failing(path, errno)));
    expect(snapshot?.processes.has(bash.pid)).toBe(false);
    expect(snapshot?.gaps).toEqual([]);
  });

  test("a process whose stat may not be read is left out with a gap", () => {
    const snapshot = parseLook(changed(ofBash, failing("stat", 13)));
    expect(snapshot?.processes.has(bash.pid)).toBe(false);
    expect(snapshot?.gaps).toEqual([{ path: `/proc/${bash.pid}/stat`, errno: 13, message: "EACCES" }]);
  });

  test("a process that became a zombie during the look holds nothing, though its links were still there", () => {
    const dying = changed(ofBash, (file) =>
      file.path === "stat" ? { ...file, data: bytesOf(String.fromCharCode(...file.data).replace(/\) \w /, ") Z ")) } : file,
    );
    expect(parseLook(dying)?.processes.get(bash.pid)).toMatchObject({ state: "Z", namespaces: {}, exe: undefined, gaps: [] });
  });

  test.each(["exe", "cgroup", "ns/uts"])("a living process's missing %s is a gap of that process, not of the look", (path) => {
    const snapshot = parseLook(changed(ofBash, failing(path, 13)));
    expect(snapshot?.processes.get(bash.pid)?.gaps).toEqual([
      { path: `/proc/${bash.pid}/${path}`, errno: 13, message: "EACCES" },
    ]);
    expect(snapshot?.gaps).toEqual([]);
  });

  test("between unshare --pid and the first child pid_for_children can't be read: no gap, and not known", () => {
    const process = parseLook(changed(ofBash, failing("ns/pid_for_children", 2)))?.processes.get(bash.pid);
    expect(process?.gaps).toEqual([]);
    expect(process?.forChildren.pid).toBeUndefined();
  });

  test("without an active security module there is no label and no gap", () => {
    const process = parseLook(changed(ofBash, failing("attr/current", 22)))?.processes.get(bash.pid);
    expect(process).toMatchObject({ securityLabel: undefined, gaps: [] });
    expect(bash.securityLabel).toBe("unconfined");
  });

  test("a cgroup that was removed during the look is left out", () => {
    const demo = ({ directory }: DirectoryRecord) => directory === "/sys/fs/cgroup/demo";
    const snapshot = parseLook(changed(demo, failing("pids.max", 19)));
    expect(snapshot?.cgroups.has("/demo")).toBe(false);
    expect(snapshot?.gaps).toEqual([]);
    expect(parseLook(changed(demo, failing("pids.max", 13)))?.gaps).toMatchObject([
      { path: "/sys/fs/cgroup/demo/pids.max", errno: 13 },
    ]);
  });

  test("an answer that was cut off is a gap, in whichever round", () => {
    const { first, second, ...rest } = recorded("after");
    expect(parseLook({ ...rest, second, first: { ...first, cut: true } })?.gaps).toHaveLength(1);
    expect(parseLook({ ...rest, first, second: { ...second, cut: true } })?.gaps).toHaveLength(1);
  });

  test("a namespace whose inside nobody could show is a gap", () => {
    const { second: _, third: __, ...answers } = recorded("after");
    const snapshot = parseLook({ ...answers, networks: [] });
    const unseen = snapshot?.gaps.map(({ path }) => path.split(":")[0]) ?? [];
    expect([...unseen].sort()).toEqual(["mnt", "mnt", "net", "net", "net", "uts", "uts"]);
    const inUser = [...(snapshot?.processes.values() ?? [])].find((process) => process.state !== "Z" && isOut(process, "user"));
    expect(inUser?.gaps.map(({ path }) => path)).toEqual(
      ["uid_map", "gid_map", "setgroups"].map((name) => `/proc/${inUser?.pid}/${name}`),
    );
  });

  test("the caller's own gaps are kept", () => {
    const gap = { path: "/run/netns/x", errno: 1, message: "refused" };
    expect(parseLook({ ...recorded("after"), gaps: [gap] })?.gaps).toEqual([gap]);
  });

  test("a mountinfo as long as its limit is kept and known to be incomplete", () => {
    const long = changed(
      ({ directory }) => directory === "/proc/1",
      (file) => (file.path === "mountinfo" ? { ...file, data: bytesOf("1 0 0:4 / /x rw - tmpfs none rw\n".repeat(8192)) } : file),
    );
    const snapshot = parseLook(long);
    expect(snapshot?.gaps).toContainEqual({ path: "/proc/1/mountinfo", errno: 0, message: "cut off" });
    expect(snapshot?.mounts.get(after.initial.mnt)?.mounts).toHaveLength(8192);
  });

  test("without PID 1's namespaces there is no snapshot: nothing could be called new", () => {
    const isAgent = ({ directory }: DirectoryRecord) => directory === "/proc/1";
    expect(parseLook(changed(isAgent, failing("ns/uts", 13)))).toBeUndefined();
    expect(parseLook({ sequence: 1, first: { records: [], cut: true }, networks: [] })).toBeUndefined();
  });
});
