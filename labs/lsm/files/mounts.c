/*
 * mounts PID: what would that process's AppArmor label say to mounts of every kind? Takes the label on itself, in a copy of the
 * process's mount namespace that is gone with it, so that nothing has to be undone, and prints the kernel's answers: "kind bind: allowed".
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_of(const char *pid, const char *what, int flags) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%s/%s", pid, what);
  return open(path, flags | O_CLOEXEC);
}

static void answer(const char *kind, int result) {
  if (result == 0) printf("kind %s: allowed\n", kind);
  else printf("kind %s: %s\n", kind, strerrorname_np(errno));
}

int main(int argc, char **argv) {
  char label[512], change[600], path[64], root[4096];
  if (argc != 2) return fprintf(stderr, "mounts PID\n"), 2;
  int theirs = open_of(argv[1], "attr/current", O_RDONLY), own = open_of("self", "attr/current", O_WRONLY);
  int space = open_of(argv[1], "ns/mnt", O_RDONLY);
  snprintf(path, sizeof path, "/proc/%s/root", argv[1]);
  int length = read(theirs, label, sizeof label - 1), depth = readlink(path, root, sizeof root - 1);
  if (length <= 0 || depth <= 0) return perror(argv[1]), 1;
  label[length] = root[depth] = 0;
  /* `box (enforce)` */
  char *mode = strrchr(label, '(');
  if (mode) mode[-1] = 0;
  if (setns(space, CLONE_NEWNS) || unshare(CLONE_NEWNS) || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL)) return perror("setns"), 1;
  if (chroot(root) || chdir("/")) return perror(root), 1;
  /* Somewhere to mount, and something to move. */
  mount("tmpfs", "/mnt", "tmpfs", 0, NULL);
  mkdir("/mnt/one", 0700), mkdir("/mnt/other", 0700);
  mount("tmpfs", "/mnt/one", "tmpfs", 0, NULL);
  length = snprintf(change, sizeof change, "changeprofile %s", label);
  if (write(own, change, length) != length) return perror(change), 1;
  answer("bind", mount("/srv/app", "/mnt/other", NULL, MS_BIND, NULL));
  answer("proc", mount("proc", "/mnt/other", "proc", 0, NULL));
  /* A rule's options are compared with all of a mount's flags: 0 as soon as one is allowed. */
  answer("remount", mount(NULL, "/mnt/one", NULL, MS_REMOUNT, NULL) && mount(NULL, "/mnt/one", NULL, MS_REMOUNT | MS_NOSUID, NULL) &&
                        mount(NULL, "/mnt/one", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL));
  answer("make-shared", mount(NULL, "/mnt/one", NULL, MS_SHARED, NULL));
  answer("make-private", mount(NULL, "/mnt/one", NULL, MS_PRIVATE, NULL));
  answer("move", mount("/mnt/one", "/mnt/other", NULL, MS_MOVE, NULL));
  answer("tmpfs on /srv/app", mount("tmpfs", "/srv/app", "tmpfs", MS_NOSUID | MS_NODEV, NULL));
  answer("tmpfs on /mnt", mount("tmpfs", "/mnt", "tmpfs", MS_NOSUID | MS_NODEV, NULL));
  return 0;
}
