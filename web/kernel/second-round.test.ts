import { describe, expect, test } from "vitest";
import { bytesOf, processWith, recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import type { DirectoryRecord } from "./query.ts";
import { namespaceQueries, networkTargets, pinnedQueries } from "./second-round.ts";
import { namespaceKey } from "./snapshot.ts";

const after = recorded("after");
const snapshot = snapshotOf(after);

/** A process of the first round with only what these functions read. */
function process(pid: number, links: Readonly<Record<string, string>>): DirectoryRecord {
  const files = Object.entries(links).map(([path, target], query) => ({ query, path, errno: 0, data: bytesOf(target) }));
  return { group: 2, directory: `/proc/${pid}`, files };
}
const agent = process(1, {
  "ns/mnt": "mnt:[1]",
  "ns/net": "net:[2]",
  "ns/uts": "uts:[3]",
  "ns/user": "user:[4]",
  "ns/time": "time:[5]",
});
const mounted = (mountinfo: string): DirectoryRecord[] => [
  { ...agent, files: [...agent.files, { query: 9, path: "mountinfo", errno: 0, data: bytesOf(mountinfo) }] },
];

describe("one question for each namespace", () => {
  test("no process, nothing to ask; all in PID 1's namespaces, nothing either", () => {
    const home = { "ns/mnt": "mnt:[1]", "ns/uts": "uts:[3]", "ns/user": "user:[4]", "ns/time_for_children": "time:[5]" };
    expect(namespaceQueries([agent])).toEqual([]);
    expect(namespaceQueries([agent, process(20, home)])).toEqual([]);
    expect(namespaceQueries([agent, process(20, { ...home, "ns/uts": "uts:[9]" })])).toHaveLength(1);
  });

  test("mounts are asked through a process that is not in a chroot, when there is one", () => {
    const jailed = process(20, { "ns/mnt": "mnt:[9]", root: "/srv/jail" });
    const free = process(21, { "ns/mnt": "mnt:[9]", root: "/" });
    expect(namespaceQueries([agent, jailed, free]).map(({ directory }) => directory)).toEqual(["/proc/21"]);
    expect(namespaceQueries([agent, jailed]).map(({ directory }) => directory)).toEqual(["/proc/20"]);
  });

  test("clock offsets are asked where the children's time namespace differs", () => {
    const [query] = namespaceQueries([agent, process(20, { "ns/time": "time:[5]", "ns/time_for_children": "time:[6]" })]);
    expect(query?.files.map(({ path }) => path)).toEqual(["ns/time_for_children", "timens_offsets"]);
  });

  test("the recorded guest's answer is the answer to what is asked now", () => {
    expect(after.second.records.map(({ directory }) => directory)).toEqual(
      namespaceQueries(after.first.records).map(({ directory }) => directory),
    );
  });
});

describe("ways into network namespaces", () => {
  test("PID 1's is the agent's own; named ones go through their mounts, hidden ones through a process's root", () => {
    const inner = processWith(snapshot, "sleep", "100001");
    const paths = networkTargets(after.first.records, after.second.records).map(({ path }) => path);
    expect(paths[0]).toBe("");
    expect(paths.slice(1).sort()).toEqual([`/proc/${inner.pid}/root/tmp/inner`, "/run/netns/blue", "/run/netns/red"].sort());
  });

  test("each namespace is entered once, however many hold it", () => {
    const sharers = [20, 21, 22].map((pid) => process(pid, { "ns/net": "net:[9]" }));
    expect(networkTargets([agent, ...sharers], [])).toEqual([
      { path: "", inode: 2 },
      { path: "/proc/20/ns/net", inode: 9 },
    ]);
  });

  test("an open descriptor is a way in", () => {
    expect(networkTargets([agent, process(20, { "fd/7": "net:[9]", "fd/8": "socket:[10]" })], [])).toContainEqual({
      path: "/proc/20/fd/7",
      inode: 9,
    });
  });

  test("a mount that another one hides is no way in", () => {
    const nsfs = (id: number, inode: number) => `${id} 1 0:4 net:[${inode}] /run/netns/x rw - nsfs nsfs rw\n`;
    expect(networkTargets(mounted(nsfs(30, 9)), [])).toContainEqual({ path: "/run/netns/x", inode: 9 });
    expect(networkTargets(mounted(`${nsfs(30, 9)}31 30 0:5 / /run/netns/x rw - tmpfs none rw\n`), [])).toEqual([
      { path: "", inode: 2 },
    ]);
  });

  test("what only a shell's children will enter is not entered", () => {
    expect(networkTargets([agent, process(20, { "ns/pid_for_children": "pid:[9]" })], [])).toHaveLength(1);
  });
});

describe("host names that no process shows", () => {
  test("a pinned namespace is read through its mount", () => {
    expect(
      pinnedQueries(after.first.records, after.second.records).map(({ directory, files }) => [directory, files[0]?.path]),
    ).toEqual([["/root", "pinned"]]);
    const pinned = [...snapshot.namespaces.values()].find(({ hostname }) => hostname === "pinned");
    expect(pinned).toMatchObject({ type: "uts", initial: false });
    expect(pinned?.holders.every(({ kind }) => kind === "mount")).toBe(true);
  });

  test("characters of patterns in a mount point stand for themselves", () => {
    const [query] = pinnedQueries(mounted("30 1 0:4 uts:[9] /a[b]/c*?\\134d rw - nsfs nsfs rw\n"), []);
    expect(query).toMatchObject({ directory: "/a\\[b]", files: [{ path: "c\\*\\?\\\\d" }, {}, {}] });
  });

  test("a mount right below the root is asked of the root", () => {
    expect(pinnedQueries(mounted("30 1 0:4 uts:[9] /x rw - nsfs nsfs rw\n"), [])[0]).toMatchObject({
      directory: "/",
      files: [{ path: "x" }, {}, {}],
    });
  });
});

test("every namespace the targets name is one of the snapshot", () => {
  for (const { inode } of networkTargets(after.first.records, after.second.records))
    expect(snapshot.namespaces.has(namespaceKey("net", inode))).toBe(true);
});
