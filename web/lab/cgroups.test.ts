import { describe, expect, test } from "vitest";
import type { Cgroup, Process, Snapshot } from "../kernel/snapshot.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, cgroupThen, membersOf, riseOf, stallSince } from "./cgroups.ts";

function cgroup(path: string, files: Record<string, string> = {}, inode = 7n): Cgroup {
  return { path, inode, files: new Map(Object.entries(files)), controllers: [], subtreeControl: [], processes: [] };
}

function look(...cgroups: Cgroup[]): Pick<Snapshot, "cgroups"> {
  return { cgroups: new Map(cgroups.map((one) => [one.path, one])) };
}

test("paths are the learner's", () => {
  expect(cgroupPath(cgroup("/"), "cgroup.subtree_control")).toBe("/sys/fs/cgroup/cgroup.subtree_control");
  expect(cgroupPath(cgroup("/a/b"), "pids.max")).toBe("/sys/fs/cgroup/a/b/pids.max");
  expect(cgroupPath(cgroup("/a"))).toBe("/sys/fs/cgroup/a");
  expect(cgroupsBelowRoot(look(cgroup("/"), cgroup("/a"))).map(({ path }) => path)).toEqual(["/a"]);
});

test("evidence is a file or its line", () => {
  const events = cgroup("/a", { "memory.events": "oom 1\noom_kill 2" });
  expect(cgroupEvidence(events, "memory.events", "oom_kill").value).toBe("oom_kill 2");
  expect(cgroupEvidence(events, "memory.events").value).toBe("oom 1\noom_kill 2");
  expect(cgroupEvidence(events, "memory.max")).toEqual({ path: "/sys/fs/cgroup/a/memory.max", value: "not there" });
});

describe("counters since an earlier look", () => {
  const now = cgroup("/a", { "pids.events": "max 20", "memory.pressure": "some avg10=0.00 avg60=0.00 avg300=0.00 total=5000" });

  test("of the same directory", () => {
    const then = look(
      cgroup("/a", { "pids.events": "max 15", "memory.pressure": "some avg10=0.00 avg60=0.00 avg300=0.00 total=400" }),
    );
    expect([riseOf(now, then, "pids.events", "max"), stallSince(now, then, "memory.pressure")]).toEqual([5, 4600]);
  });

  test("one that was made again under its name began at 0, as one that was not there", () => {
    const other = look(cgroup("/a", { "pids.events": "max 15" }, 8n));
    expect(cgroupThen(now, other)).toBeUndefined();
    for (const then of [other, look(), undefined])
      expect([riseOf(now, then, "pids.events", "max"), stallSince(now, then, "memory.pressure")]).toEqual([20, 5000]);
  });

  test("a controller that is off has counted nothing", () => {
    expect([riseOf(now, undefined, "cpu.stat", "nr_throttled"), stallSince(now, undefined, "io.pressure")]).toEqual([0, 0]);
  });
});

test("members are those of that very group", () => {
  const process = (pid: number, path: string) => ({ pid, cgroup: path }) as Process;
  const processes = new Map([process(1, "/"), process(2, "/a"), process(3, "/a/b")].map((one) => [one.pid, one]));
  expect(membersOf({ processes }, cgroup("/a")).map(({ pid }) => pid)).toEqual([2]);
});
