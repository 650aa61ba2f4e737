import { expect, test } from "vitest";
import type { Cgroup } from "../kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "./cgroup-knobs.ts";

function group(path: string, subtreeControl: string[], files: string[] = []): Cgroup {
  const contents = new Map([...files, "cgroup.subtree_control"].map((file) => [file, subtreeControl.join(" ")]));
  return { path, inode: 1n, files: contents, controllers: [], subtreeControl, processes: [] };
}

const look = (...groups: Cgroup[]) => ({ cgroups: new Map(groups.map((one) => [one.path, one])) });

test("a group lacks a controller's file: its parent is named, the root or another", () => {
  const inner = group("/a/b", []);
  const outer = group("/a", ["cpu"]);
  const now = look(group("/", ["cpu", "pids"]), outer, inner);
  expect(withoutKnobs(now, inner, "pids.max", "pids")).toMatchObject({
    reason: '/sys/fs/cgroup/a/b has no pids.max: /sys/fs/cgroup/a/cgroup.subtree_control says "cpu".',
    hint: expect.stringContaining("echo +pids > /sys/fs/cgroup/a/cgroup.subtree_control"),
  });
  expect(withoutKnobs(now, outer, "pids.max", "pids")).toMatchObject({
    reason: expect.stringContaining('/sys/fs/cgroup/cgroup.subtree_control says "cpu pids"'),
  });
  expect(withoutKnobs(now, group("/a", [], ["pids.max"]), "pids.max", "pids")).toBeUndefined();
});

test("no group at all is said without a hint: a lab begins so", () => {
  expect(noGroup()).toMatchObject({ kind: "fail", reason: expect.stringContaining("no cgroup but the root"), hint: undefined });
});
