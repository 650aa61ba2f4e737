import { beforeAll, expect, test } from "vitest";
import { encodeText } from "../../web/core/bytes.ts";
import { type Guest, restoreGuest, sh } from "./support/guest.ts";

const [ENOENT, EISDIR, EINVAL, EROFS] = [2, 21, 22, 30];
let guest: Guest;

beforeAll(async () => {
  guest = await restoreGuest("file");
});

test("a file with its parents, mode and owner", async () => {
  await guest.agent.writeFile({
    path: "/srv/new/deep/f",
    data: encodeText("text\n"),
    makeParents: true,
    mode: 0o640,
    owner: { uid: 1000, gid: 33 },
  });
  expect(await sh(guest.agent, "stat -c '%a %u %g %s' /srv/new/deep/f; cat /srv/new/deep/f")).toBe("640 1000 33 5\ntext\n");
});

test("300 KB go in pieces and arrive whole; truncating leaves nothing of what was longer", async () => {
  const data = crypto.getRandomValues(new Uint8Array(65_536));
  const whole = new Uint8Array(300_000).map((_, i) => data[(i * 7) & 0xffff] as number);
  await guest.agent.writeFile({ path: "/root/large", data: whole, truncate: true });
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", whole)).toString("hex");
  expect(await sh(guest.agent, "sha256sum < /root/large")).toContain(digest);
  await guest.agent.writeFile({ path: "/root/large", data: encodeText("short"), truncate: true });
  expect(await sh(guest.agent, "cat /root/large")).toBe("short");
  await guest.agent.writeFile({ path: "/root/large", data: encodeText(" and more"), append: true });
  expect(await sh(guest.agent, "cat /root/large")).toBe("short and more");
});

test("atomically: another file takes the name, with the mode and owner of the old", async () => {
  await sh(
    guest.agent,
    "echo old > /root/config; chmod 600 /root/config; chown 1000:1000 /root/config; ln /root/config /root/kept",
  );
  await guest.agent.writeFile({ path: "/root/config", data: encodeText("new\n"), atomic: true });
  expect(await sh(guest.agent, "cat /root/config /root/kept; stat -c '%a %u' /root/config; ls -A /root | grep -c config")).toBe(
    "new\nold\n600 1000\n1\n",
  );
});

test("control files of the kernel", async () => {
  await guest.agent.writeControl("/proc/sys/kernel/hostname", "renamed");
  expect(await sh(guest.agent, "hostname")).toBe("renamed\n");
  await sh(guest.agent, "mkdir /sys/fs/cgroup/made; echo +pids > /sys/fs/cgroup/cgroup.subtree_control");
  await guest.agent.writeControl("/sys/fs/cgroup/made/pids.max", "7");
  expect(await sh(guest.agent, "cat /sys/fs/cgroup/made/pids.max")).toBe("7\n");
  await expect(guest.agent.writeControl("/sys/fs/cgroup/made/pids.max", "seven")).rejects.toMatchObject({ errno: EINVAL });
});

test.each([
  { path: "/nowhere/f", errno: ENOENT, what: "without its parents" },
  { path: "/etc", errno: EISDIR, what: "where a directory is" },
  { path: "/mnt/ro/f", errno: EROFS, what: "on a read-only mount" },
])("a file $what is refused with its errno", async ({ path, errno }) => {
  await sh(guest.agent, "mkdir -p /mnt/ro; mountpoint -q /mnt/ro || mount -t tmpfs -o ro none /mnt/ro");
  await expect(guest.agent.writeFile({ path, data: encodeText("x"), truncate: true })).rejects.toMatchObject({
    code: "agent-refused",
    errno,
  });
});

test("the guest's clock is right after a restore", async () => {
  const before = Date.now() / 1000;
  const inside = Number(await sh(guest.agent, "date +%s.%N"));
  expect(inside).toBeGreaterThan(before - 2);
  expect(inside).toBeLessThan(Date.now() / 1000 + 2);
});

test("two restores of one saved machine draw different random bytes and answer with the same boot id", async () => {
  const other = await restoreGuest("test");
  const draw = ({ agent }: Guest) => sh(agent, "head -c 32 /dev/urandom | xxd -p -c 64");
  expect(await draw(other)).not.toBe(await draw(guest));
  expect(other.hello.bootId).toBe(guest.hello.bootId);
});
