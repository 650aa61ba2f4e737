sh -c 'sleep 0 & exec sleep 10000' &
cat > /srv/box.c <<'EOF'
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
static int ready[2];
static const int calls[] = { 21, 22, 26, 52, 87, 88, 128, 217, 283, 286, 287, 288, 310, 336, 342, 346, 350, 357, 374, 425, 428, 429, 430, 435, 442 };
enum { N = sizeof calls / sizeof *calls };
static void put(const char *file, const char *text) {
  int fd = open(file, O_WRONLY);
  if (write(fd, text, strlen(text)) < 0) perror(file);
  close(fd);
}
static void refuse(void) {
  struct sock_filter code[N + 6] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0) };
  for (int i = 0; i < N; i++)
    code[1 + i] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i], N + 3 - i, 0);
  code[N + 1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 120, 0, 2);
  code[N + 2] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 16);
  code[N + 3] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x7e020000, 1, 0);
  code[N + 4] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  code[N + 5] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  struct sock_fprog program = { N + 6, code };
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
static int child(void *nothing) {
  char byte;
  read(ready[0], &byte, 1);
  syscall(SYS_setresgid32, 0, 0, 0);
  syscall(SYS_setgroups32, 0, NULL);
  syscall(SYS_setresuid32, 0, 0, 0);
  sethostname("c", 1);
  mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
  mount("none", "/mnt", "tmpfs", 0, NULL);
  mkdir("/mnt/proc", 0755);
  mkdir("/mnt/old", 0755);
  mount("proc", "/mnt/proc", "proc", 0, "subset=pid");
  syscall(SYS_pivot_root, "/mnt", "/mnt/old");
  chdir("/");
  umount2("/old", MNT_DETACH);
  prctl(PR_SET_NAME, "by hand");
  for (int cap = 0; cap < 41; cap++) prctl(PR_CAPBSET_DROP, cap);
  struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct none[2] = { 0 };
  syscall(SYS_capset, &head, none);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  signal(SIGCHLD, SIG_IGN);
  refuse();
  for (;;) pause();
}
int main(void) {
  static char stack[65536];
  pipe(ready);
  put("/sys/fs/cgroup/c/cgroup.procs", "0");
  pid_t pid = clone(child, stack + sizeof stack, CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWCGROUP | SIGCHLD, NULL);
  char file[64];
  sprintf(file, "/proc/%d/uid_map", pid);
  put(file, "0 231072 65536");
  sprintf(file, "/proc/%d/gid_map", pid);
  put(file, "0 231072 65536");
  write(ready[1], "!", 1);
  printf("%d\n", pid);
}
EOF
cc -o /srv/box /srv/box.c; echo +cpu +memory +pids > /sys/fs/cgroup/cgroup.subtree_control; mkdir /sys/fs/cgroup/c
cd /sys/fs/cgroup/c; echo 5 > pids.max; echo 4M > memory.max; echo 10000 100000 > cpu.max; /srv/box > /tmp/pid; pid=$(cat /tmp/pid)
ip netns attach c $pid; ip link add v0 type veth peer name eth0 netns c; ip addr add 10.9.0.1/30 dev v0; ip link set v0 up
ip -n c addr add 10.9.0.2/30 dev eth0; ip -n c link set eth0 up
