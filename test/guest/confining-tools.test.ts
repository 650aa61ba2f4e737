import { beforeAll, expect, test } from "vitest";
import { encodeText } from "../../web/core/bytes.ts";
import { type Guest, restoreGuest, sh } from "./support/guest.ts";

let guest: Guest;

beforeAll(async () => {
  guest = await restoreGuest("file");
});

function run(script: string): Promise<string> {
  return sh(guest.agent, script, 20_000);
}

async function write(path: string, text: string): Promise<void> {
  await guest.agent.writeFile({ path, data: encodeText(text), truncate: true });
}

test("AppArmor: a profile is loaded, listed and attached, and root is refused what it does not name", async () => {
  expect(await run("cat /sys/kernel/security/lsm")).toMatch(/landlock.*apparmor/);
  await write(
    "/root/box",
    "include <tunables/global>\nprofile box {\n include <abstractions/base>\n capability,\n file,\n deny /srv/secret r,\n}\n",
  );
  await run("echo secret > /srv/secret; apparmor_parser --add /root/box");
  expect(await run("grep -w box /sys/kernel/security/apparmor/profiles")).toBe("box (enforce)\n");
  expect(await run("aa-exec -p box -- cat /proc/self/attr/current")).toBe("box (enforce)\n");
  expect(await run("aa-exec -p box -- cat /srv/secret 2>&1; true")).toMatch(/Permission denied/);
  expect(await run("aa-exec -p box -- mount -t tmpfs none /mnt 2>&1; true")).toMatch(/cannot mount/);
});

test("landlock-run: files and ports but those named are out of reach, without any privilege", async () => {
  expect(await run("landlock-run --abi")).toMatch(/^[4-9]\n$/);
  const student = "runuser -u student -- landlock-run --ro /usr --ro /etc/hostname --rw /tmp --connect 80";
  expect(await run(`${student} cat /etc/hostname`)).toBe("lab\n");
  expect(await run(`${student} cat /etc/hosts 2>&1; true`)).toMatch(/Permission denied/);
  expect(await run(`${student} sh -c 'echo hi > /tmp/hi; cat /tmp/hi; rm /tmp/hi'`)).toBe("hi\n");
  expect(await run(`${student} nc -v -w 1 127.0.0.1 81 2>&1; true`)).toMatch(/Permission denied/);
  expect(await run(`${student} nc -v -w 1 127.0.0.1 80 2>&1; true`)).toMatch(/refused/);
});

test("try-as: the answers are those the process itself would get, and nothing of it is left", async () => {
  await run("echo secret > /srv/secret; chmod 644 /srv/secret");
  const answers = await run(`
    setsid runuser -u student -- landlock-run --ro /usr --ro /etc --rw /tmp --no-tcp sleep 1000 < /dev/null > /dev/null 2>&1 &
    sleep 0.5; pid=$(pgrep -x sleep)
    before=$(cat /proc/$pid/status | grep -v ctxt; ls /proc/$pid/fd)
    try-as $pid read /etc/hosts read /srv/secret write /tmp mkdir /tmp/made mkdir /srv/made mount /mnt connect 80 signal 1
    [ "$before" = "$(cat /proc/$pid/status | grep -v ctxt; ls /proc/$pid/fd)" ] && cat /proc/$pid/wchan && kill $pid; ls /tmp`);
  expect(answers).toBe(
    [
      "read /etc/hosts: allowed",
      "read /srv/secret: EACCES",
      "write /tmp: EISDIR",
      "mkdir /tmp/made: allowed",
      "mkdir /srv/made: EACCES",
      "mount /mnt: EPERM",
      "connect 80: EACCES",
      "signal 1: EPERM",
      "",
    ].join("\n"),
  );
});

test("try-as: a shell that waits for a child, and a program that sleeps, go on where they were", async () => {
  const output = await run(`
    sh -c 'sleep 2; echo slept' & shell=$!
    sleep 0.3; child=$(pgrep -P $shell)
    try-as $shell mount /mnt mount /mnt && try-as $child mkdir /mnt/a read /nowhere
    wait $shell; findmnt /mnt; ls /mnt`);
  expect(output).toBe("mount /mnt: allowed\nmount /mnt: allowed\nmkdir /mnt/a: allowed\nread /nowhere: ENOENT\nslept\n");
});

test("cgroup-bpf: packets of one cgroup are dropped and counted, and it is the kernel's own list that says so", async () => {
  const output = await run(`
    ip link set lo up; mkdir /sys/fs/cgroup/box; cgroup-bpf drop egress /sys/fs/cgroup/box; cgroup-bpf list /sys/fs/cgroup/box
    sh -c 'echo 0 > /sys/fs/cgroup/box/cgroup.procs; ping -c 2 -i 0.2 -W 1 127.0.0.1 | grep -c " 0 received"'
    ping -c 1 -W 1 127.0.0.1 | grep -c "1 received"
    cgroup-bpf list /sys/fs/cgroup/box
    bpftool -j cgroup show /sys/fs/cgroup/box | jq -c '.[] | [.attach_type, .name]'
    cgroup-bpf detach /sys/fs/cgroup/box $(cgroup-bpf list /sys/fs/cgroup/box | cut -d" " -f1); cgroup-bpf list /sys/fs/cgroup/box; rmdir /sys/fs/cgroup/box`);
  expect(output).toMatch(
    /^\d+ egress drop packets 0 bytes 0\n1\n1\n\d+ egress drop packets 2 bytes 168\n\["cgroup_inet_egress","drop"\]\n$/,
  );
});

test("cgroup-bpf: a device list, of what is allowed or of what is denied", async () => {
  const output = await run(`
    mkdir /sys/fs/cgroup/box; cd /sys/fs/cgroup/box
    inside() { sh -c "echo 0 > /sys/fs/cgroup/box/cgroup.procs; $1" > /tmp/said 2>&1 && echo yes || echo no; }
    cgroup-bpf devices allow . 'c 1:3 rwm' 'c 1:5 r'
    inside 'echo > /dev/null'; inside 'head -c1 /dev/zero'; inside ': > /dev/zero'; inside 'head -c1 /dev/urandom'; inside 'mknod /tmp/node c 1 5'
    cgroup-bpf detach . $(cgroup-bpf list . | cut -d" " -f1); cgroup-bpf devices deny . 'c *:9 r' 'b *:* rwm'
    inside 'head -c1 /dev/zero'; inside 'head -c1 /dev/urandom'; inside ': > /dev/urandom'; inside 'mknod /tmp/node b 7 0'; inside 'mknod /tmp/node c 1 5'
    cgroup-bpf list . | cut -d" " -f2-; cd /; rm -f /tmp/node; rmdir /sys/fs/cgroup/box`);
  expect(output.split("\n")).toEqual([
    "yes",
    "yes",
    "no",
    "no",
    "no",
    "yes",
    "no",
    "yes",
    "no",
    "yes",
    "devices devices_deny",
    "",
  ]);
});

test("tracefs: the exec events of one process tree are seen", async () => {
  const output = await run(`
    mountpoint -q /sys/kernel/tracing || mount -t tracefs nodev /sys/kernel/tracing; cd /sys/kernel/tracing
    echo 1 > events/sched/sched_process_exec/enable; busybox true; echo 0 > events/sched/sched_process_exec/enable
    grep -c filename=/usr/bin/busybox trace; echo > trace`);
  expect(output.trim()).toBe("1");
});
