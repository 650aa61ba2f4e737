import { beforeAll, expect, test } from "vitest";
import type { GuestShell } from "../../scripts/guest/shell.ts";
import { ByteReader, decodeText } from "../../web/core/bytes.ts";
import type { BatchGroup } from "../../web/protocol/requests.ts";
import type { BatchResult } from "../../web/protocol/results.ts";
import { type Guest, openShell, restoreGuest, scene, sh } from "./support/guest.ts";

const ENOENT = 2;
let guest: Guest;
let shell: GuestShell;

beforeAll(async () => {
  guest = await restoreGuest("file");
  shell = await openShell(guest.agent);
});

function texts(result: BatchResult): Record<string, string> {
  return Object.fromEntries(
    result.directories.flatMap(({ directory, files }) =>
      files.map(({ path, errno, data }) => [`${directory}/${path}`, errno ? `errno ${errno}` : decodeText(data)]),
    ),
  );
}

const read = (directory: string, ...paths: string[]): BatchGroup => ({
  directory,
  files: paths.map((path) => ({ operation: "read", path })),
});

test("patterns match, sorted; a name that is not there gives its errno, a pattern that matches nothing gives nothing", async () => {
  await sh(
    guest.agent,
    "mkdir -p /tmp/a/x1 /tmp/a/x2 /tmp/a/y; echo one > /tmp/a/x1/f; echo two > /tmp/a/x2/f; echo no > /tmp/a/y/f",
  );
  const result = await guest.agent.batch([read("/tmp/a/x*", "f", "missing", "g*")]);
  expect(texts(result)).toEqual({
    "/tmp/a/x1/f": "one\n",
    "/tmp/a/x1/missing": `errno ${ENOENT}`,
    "/tmp/a/x2/f": "two\n",
    "/tmp/a/x2/missing": `errno ${ENOENT}`,
  });
  expect(result.directories.map(({ directory }) => directory)).toEqual(["/tmp/a/x1", "/tmp/a/x2"]);
  expect(
    (await guest.agent.batch([read("/tmp/none*", "f"), read("/tmp/a/[xy]?", "f")])).directories.map(({ group }) => group),
  ).toEqual([1, 1]);
});

test("** walks a tree and follows no link", async () => {
  await sh(guest.agent, "mkdir -p /tmp/tree/in/deep; ln -s / /tmp/tree/in/root; echo leaf > /tmp/tree/in/deep/f");
  const { directories } = await guest.agent.batch([{ directory: "/tmp/tree/**", files: [{ operation: "read", path: "f*" }] }]);
  expect(directories.map(({ directory }) => directory)).toEqual(["/tmp/tree", "/tmp/tree/in", "/tmp/tree/in/deep"]);
});

test("what did not change is not sent again, until it does", async () => {
  await sh(guest.agent, "echo before > /tmp/changing");
  const groups = [read("/tmp", "changing")];
  const first = await guest.agent.batch(groups);
  const same = await guest.agent.batch(groups, first.hash);
  expect(same).toMatchObject({ unchanged: true, directories: [], hash: first.hash });
  await sh(guest.agent, "echo after > /tmp/changing");
  const changed = await guest.agent.batch(groups, first.hash);
  expect(changed.unchanged).toBe(false);
  expect(texts(changed)).toEqual({ "/tmp/changing": "after\n" });
});

test("[pid] is the learner's processes alone: no kernel threads, not the agent, no probes", async () => {
  await scene(guest.agent, shell, "sleep 1234 & until [ $(cat /proc/$!/comm) = sleep ]; do :; done");
  const running = sh(guest.agent, "echo $$; exec sleep 2");
  const { directories } = await guest.agent.batch([read("/proc/[pid]", "comm")]);
  const names = directories.map(({ files }) => decodeText(files[0]?.data ?? new Uint8Array()).trim());
  expect(names.toSorted()).toEqual(["bash", "bash", "sleep"]);
  expect(directories.map(({ directory }) => directory)).not.toContain("/proc/1");
  const probe = (await running).trim();
  expect(directories.map(({ directory }) => directory)).not.toContain(`/proc/${probe}`);
  const all = await guest.agent.batch([read("/proc/[0-9]*", "comm")]);
  expect(all.directories.length).toBeGreaterThan(names.length + 10);
  await shell.run("pkill sleep");
});

test("a limit of one file cuts it, and says nothing of it; the others are whole", async () => {
  await sh(guest.agent, "head -c 10000 /dev/zero | tr '\\0' x > /tmp/long");
  const { directories, cut } = await guest.agent.batch([
    {
      directory: "/tmp",
      files: [
        { operation: "read", path: "long", limit: 100 },
        { operation: "read", path: "long" },
      ],
    },
  ]);
  expect(directories[0]?.files.map(({ data }) => data.length)).toEqual([100, 10_000]);
  expect(cut).toBe(false);
});

test("an answer at its limit says that it is cut off, and what came before stands", async () => {
  await sh(guest.agent, "mkdir -p /tmp/large; for n in 1 2 3; do head -c 4000000 /dev/zero > /tmp/large/$n; done");
  const { directories, cut } = await guest.agent.batch([
    { directory: "/tmp/large", files: [1, 2, 3].map((n) => ({ operation: "read", path: String(n), limit: 0xffff_ffff })) },
  ]);
  expect(cut).toBe(true);
  expect(directories[0]?.files.map(({ data }) => data.length)).toEqual([4_000_000, 4_000_000]);
  await sh(guest.agent, "rm -r /tmp/large");
});

test("links, entries, modes and owners are as the guest's own programs say", async () => {
  await sh(
    guest.agent,
    "mkdir -p /tmp/kinds; cd /tmp/kinds; touch file; ln -s file link; mkfifo fifo; chmod 640 file; chown 1000:33 file",
  );
  const { directories } = await guest.agent.batch([
    {
      directory: "/tmp/kinds",
      files: [
        { operation: "readlink", path: "link" },
        { operation: "readdir", path: "" },
        { operation: "lstat", path: "link" },
        { operation: "stat", path: "link" },
        { operation: "read", path: "fifo" },
      ],
    },
  ]);
  const [link, entries, lstat, stat, fifo] = (directories[0]?.files ?? []).map(({ data }) => data);
  expect(decodeText(link as Uint8Array)).toBe("file");
  const reader = new ByteReader(entries as Uint8Array);
  const names: string[] = [];
  while (reader.left > 0) names.push(`${reader.u8()} ${decodeText(reader.lp())}`);
  expect(names).toEqual(["1 fifo", "8 file", "10 link"]);
  expect(new ByteReader(lstat as Uint8Array).u32()).toBe(0o120777);
  const [mode, , uid, gid] = [0, 1, 2, 3].map(
    (
      (words) => () =>
        words.u32()
    )(new ByteReader(stat as Uint8Array)),
  );
  expect([mode, uid, gid]).toEqual([0o100640, 1000, 33]);
  // A pipe that nobody writes to does not hold up anything.
  expect(fifo).toHaveLength(0);
});

test("read-inside: each UTS namespace's own name, each namespace once", async () => {
  await scene(
    guest.agent,
    shell,
    `unshare --uts sh -c 'hostname red; sleep 4321 & exec sleep 4321' &
     unshare --uts sh -c 'hostname blue; exec sleep 4321' &
     until [ "$(pgrep -fc '^sleep 4321')" = 3 ]; do :; done`,
  );
  const { directories } = await guest.agent.batch([
    { directory: "/proc/[pid]", files: [{ operation: "read-inside", path: "ns/uts\0/proc/sys/kernel/hostname" }] },
  ]);
  const names = directories.flatMap(({ files }) => files.map(({ data }) => decodeText(data).trim()));
  expect(names.toSorted()).toEqual(["blue", "lab", "red"]);
  expect(await sh(guest.agent, "hostname")).toBe("lab\n");
  await shell.run("pkill sleep");
});

test("mounting over /proc and /sys deceives nobody", async () => {
  const groups = [read("/proc", "sys/kernel/hostname"), read("/sys/fs/cgroup", "cgroup.controllers")];
  const before = texts(await guest.agent.batch(groups));
  await shell.run("mount -t tmpfs none /proc; mount -t tmpfs none /sys/fs/cgroup; ls /proc");
  expect(texts(await guest.agent.batch(groups))).toEqual(before);
  await shell.run("umount /proc /sys/fs/cgroup");
});
