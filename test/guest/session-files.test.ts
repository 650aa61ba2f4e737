import { beforeAll, describe, expect, test } from "vitest";
import { decodeText, encodeText } from "../../web/core/bytes.ts";
import { SessionFiles } from "../../web/session/session-files.ts";
import { type Guest, restoreGuest, sh } from "./support/guest.ts";

const limit = 1_000_000;
let guest: Guest;
let files: SessionFiles;

beforeAll(async () => {
  guest = await restoreGuest("file");
  files = new SessionFiles(() => guest.agent);
});

test("a file is read and written in place: mode, owner and links stay", async () => {
  await sh(guest.agent, "echo one > /root/f; chown 1000:33 /root/f; chmod 0751 /root/f; ln /root/f /root/link");
  const { data, mode, uid, gid, version } = await files.read("/root/f", limit);
  expect(decodeText(data)).toBe("one\n");
  expect({ mode, uid, gid }).toEqual({ mode: 0o751, uid: 1000, gid: 33 });
  const written = await files.write("/root/f", encodeText("two\n"));
  expect(written.version.inode).toBe(version.inode);
  expect(written.version.modified).toBeGreaterThan(version.modified);
  expect(await sh(guest.agent, "cat /root/link; stat -c '%u %g %h' /root/f")).toBe("two\n1000 33 2\n");
});

test("a change made underneath shows in the version", async () => {
  await sh(guest.agent, "echo one > /root/changing");
  const before = await files.status("/root/changing");
  expect(await files.status("/root/changing")).toEqual(before);
  await sh(guest.agent, "echo two > /root/changing");
  expect((await files.status("/root/changing"))?.version).not.toEqual(before?.version);
});

test("a file that is not there has no status, and writing makes it", async () => {
  expect(await files.status("/root/none")).toBeUndefined();
  expect(await files.status("/no/such/directory/f")).toBeUndefined();
  await expect(files.read("/root/none", limit)).rejects.toMatchObject({ code: "file-missing" });
  await files.write("/root/none", encodeText("now"));
  expect(await sh(guest.agent, "cat /root/none")).toBe("now");
});

test("names that look like patterns are meant as they are", async () => {
  for (const name of ["a*b", "[pid]", "q?", "**", "back\\slash", "star\\*", "ünï code"]) {
    await files.write(`/root/${name}`, encodeText(name));
    expect(decodeText((await files.read(`/root/${name}`, limit)).data)).toBe(name);
  }
  await sh(guest.agent, "rm '/root/a*b'; echo other > /root/aXb");
  expect(await files.status("/root/a*b")).toBeUndefined();
});

test("files of the kernel, whose size is no size", async () => {
  expect(decodeText((await files.read("/proc/sys/kernel/hostname", limit)).data)).toBe("lab\n");
  await files.write("/proc/sys/kernel/hostname", encodeText("edited"));
  expect(await sh(guest.agent, "hostname")).toBe("edited\n");
  await expect(files.write("/sys/fs/cgroup/cgroup.subtree_control", encodeText("nonsense"))).rejects.toMatchObject({
    userMessage: expect.stringContaining("does not take this value"),
  });
});

test("a directory is listed, directories with a slash", async () => {
  await sh(guest.agent, "mkdir -p /root/d/sub; touch /root/d/b /root/d/a");
  expect(await files.list("/root/d")).toEqual(["a", "b", "sub/"]);
  expect(await files.list("/root/d/")).toEqual(["a", "b", "sub/"]);
  expect(await files.list("/")).toContain("etc/");
  await expect(files.list("/root/d/nothing")).rejects.toMatchObject({ code: "file-missing" });
});

describe("what cannot be edited says why", () => {
  test.each([
    ["a directory", "mkdir -p /root/dir", "/root/dir", "is a directory"],
    ["a device", "true", "/dev/null", "a device"],
    ["a pipe, without waiting for its writer", "mkfifo /root/fifo", "/root/fifo", "a pipe"],
    ["a large file", "head -c 1000001 /dev/zero > /root/large", "/root/large", "larger than 1 MB"],
    ["a path that is none", "true", "etc/hosts", "begins with a slash"],
  ])("reading %s", async (_, prepare, path, says) => {
    await sh(guest.agent, prepare);
    await expect(files.read(path, limit)).rejects.toMatchObject({ userMessage: expect.stringContaining(says) });
  });

  test.each([
    ["on a read-only file system", "mkdir -p /mnt/ro; mount -t tmpfs -o ro none /mnt/ro", "/mnt/ro/f", "read-only file system"],
    ["in a directory that is not there", "true", "/none/such/f", "does not exist"],
    ["over a directory", "mkdir -p /root/over", "/root/over", "is a directory"],
    [
      "on a full disk",
      "mkdir -p /mnt/full; mount -t tmpfs -o size=4k none /mnt/full; head -c 4096 /dev/zero > /mnt/full/x",
      "/mnt/full/f",
      "disk is full",
    ],
    ["through a file", "touch /root/plain", "/root/plain/f", "no directory"],
  ])("writing %s", async (_, prepare, path, says) => {
    await sh(guest.agent, prepare);
    await expect(files.write(path, encodeText("text"))).rejects.toMatchObject({ userMessage: expect.stringContaining(says) });
  });
});

test("without a machine: says so", async () => {
  const none = new SessionFiles(() => undefined);
  await expect(none.read("/etc/hosts", limit)).rejects.toMatchObject({ code: "agent-silent" });
});
