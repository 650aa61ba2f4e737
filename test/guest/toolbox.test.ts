import { beforeAll, expect, test } from "vitest";
import { encodeText } from "../../web/core/bytes.ts";
import { type Guest, openShell, restoreGuest, sh } from "./support/guest.ts";

/** The emulated CPU is slow in code it has not met, and the first time all of the compiler is. */
const compilesInMs = 60_000;
let guest: Guest;

beforeAll(async () => {
  guest = await restoreGuest("file");
});

async function write(path: string, text: string): Promise<void> {
  await guest.agent.writeFile({ path, data: encodeText(text), truncate: true });
}

/** A container in a few lines: namespaces, mounts, a new root, a program in it as PID 1. */
const container = `
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void need(int result, const char *what) {
  if (result >= 0) return;
  fprintf(stderr, "%s: %s\\n", what, strerror(errno));
  exit(1);
}

int main(int argc, char **argv) {
  int status;
  need(unshare(CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWPID), "unshare");
  pid_t child = fork();
  need(child, "fork");
  if (child == 0) {
    need(sethostname("box", 3), "sethostname");
    need(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "private");
    need(mount(argv[1], argv[1], NULL, MS_BIND, NULL), "bind");
    need(chdir(argv[1]), "chdir");
    need(syscall(SYS_pivot_root, ".", "."), "pivot_root");
    need(umount2(".", MNT_DETACH), "umount2");
    need(mount("proc", "/proc", "proc", 0, NULL), "proc");
    need(execv(argv[2], argv + 2), "execv");
  }
  need(waitpid(child, &status, 0), "waitpid");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
`;

/** Forbids itself mkdir by a filter, and asks for the version of Landlock. */
const filter = `
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/bpf.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/seccomp.h>
#include <mqueue.h>
#include <pthread.h>
#include <regex.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  struct sock_filter code[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mkdir, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EXDEV),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { sizeof code / sizeof *code, code };
  union bpf_attr map = { .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 1 };
  printf("landlock %d\\n", syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0);
  printf("bpf %d\\n", syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map) > 0);
  printf("queue %d\\n", mq_open("/toolbox", O_CREAT | O_RDWR, 0600, NULL) >= 0 && mq_unlink("/toolbox") == 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program)) return 1;
  printf("mkdir %d\\n", mkdir("/tmp/forbidden", 0700) == -1 && errno == EXDEV);
  return 0;
}
`;

test("a root of nothing but busybox: its shell and its commands run in a chroot", async () => {
  await sh(guest.agent, "mkdir -p /srv/rootfs/bin /srv/rootfs/proc; cp /usr/bin/busybox /srv/rootfs/bin/");
  const shell = await openShell(guest.agent);
  await shell.run("chroot /srv/rootfs /bin/busybox sh");
  expect(await shell.run("busybox ls /; busybox echo $((6 * 7))")).toMatch(/bin\s+proc\s+42/);
  await shell.run("exit");
});

test("busybox has the commands that links and labs rely on", async () => {
  const wanted =
    "unshare nsenter chroot pivot_root switch_root mount sh ip ping ps vi wget httpd traceroute telnet nslookup clear reset halt poweroff reboot";
  const applets = await sh(guest.agent, "busybox --list");
  expect(applets.split("\n")).toEqual(expect.arrayContaining(wanted.split(" ")));
});

test("tcc compiles a program that makes a container of that root", async () => {
  await write("/root/container.c", container);
  await sh(guest.agent, "tcc -Wall -o /tmp/container /root/container.c", compilesInMs);
  const inside = "busybox hostname; echo $$; busybox ls /; busybox ls -d /proc/[0-9]*";
  expect(await sh(guest.agent, `/tmp/container /srv/rootfs /bin/busybox sh -c '${inside}'`)).toBe("box\n1\nbin\nproc\n/proc/1\n");
  expect(await sh(guest.agent, "hostname; ls -d /usr")).toBe("lab\n/usr\n");
});

test("as `cc` and with `-run`: seccomp, Landlock, BPF and message queues", async () => {
  await write("/root/filter.c", filter);
  const expected = "landlock 1\nbpf 1\nqueue 1\nmkdir 1\n";
  expect(await sh(guest.agent, "cc -o /tmp/filter /root/filter.c && /tmp/filter", compilesInMs)).toBe(expected);
  expect(await sh(guest.agent, "tcc -run /root/filter.c", compilesInMs)).toBe(expected);
});
