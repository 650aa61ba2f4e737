import { capabilityNames } from "../../../kernel/capabilities.ts";

/** As OCI and Docker spell them. */
export const capabilities = capabilityNames.map((name) => name.toUpperCase());

export const seccompActions = [
  "SCMP_ACT_ALLOW",
  "SCMP_ACT_ERRNO",
  "SCMP_ACT_KILL",
  "SCMP_ACT_KILL_PROCESS",
  "SCMP_ACT_KILL_THREAD",
  "SCMP_ACT_LOG",
  "SCMP_ACT_NOTIFY",
  "SCMP_ACT_TRACE",
  "SCMP_ACT_TRAP",
];

export const seccompArchitectures = [
  "SCMP_ARCH_X86",
  "SCMP_ARCH_X86_64",
  "SCMP_ARCH_X32",
  "SCMP_ARCH_ARM",
  "SCMP_ARCH_AARCH64",
  "SCMP_ARCH_MIPS",
  "SCMP_ARCH_MIPS64",
  "SCMP_ARCH_PPC64LE",
  "SCMP_ARCH_RISCV64",
  "SCMP_ARCH_S390X",
];

export const seccompOperators = [
  "SCMP_CMP_NE",
  "SCMP_CMP_LT",
  "SCMP_CMP_LE",
  "SCMP_CMP_EQ",
  "SCMP_CMP_GE",
  "SCMP_CMP_GT",
  "SCMP_CMP_MASKED_EQ",
];

/** System calls that profiles are about most often (syscalls(2)); any other name is as good. */
export const systemCalls = (
  "accept4 access add_key adjtimex arch_prctl bind bpf brk capget capset chdir chmod chown chroot clock_settime clone clone3 " +
  "close connect copy_file_range creat delete_module dup dup2 dup3 epoll_create1 epoll_ctl epoll_wait execve execveat exit exit_group " +
  "faccessat2 fanotify_init fchmod fchmodat fchown fchownat fcntl finit_module flock fork fsconfig fsmount fsopen fstat fsync ftruncate " +
  "futex getcwd getdents64 getegid geteuid getgid getgroups getpid getppid getpriority getrandom getresgid getresuid getrlimit getsid " +
  "getsockname getsockopt gettid gettimeofday getuid init_module inotify_init1 io_uring_enter io_uring_register io_uring_setup ioctl ioperm " +
  "iopl kexec_load keyctl kill landlock_create_ruleset landlock_restrict_self link linkat listen listxattr lseek lstat madvise mbind " +
  "memfd_create mkdir mkdirat mknod mknodat mlock mmap mmap2 mount mount_setattr move_mount mprotect mremap munmap name_to_handle_at nanosleep " +
  "newfstatat open open_by_handle_at open_tree openat openat2 perf_event_open personality pidfd_getfd pidfd_open pidfd_send_signal pipe2 " +
  "pivot_root poll ppoll prctl prlimit64 process_vm_readv process_vm_writev ptrace quotactl read readlink readlinkat readv reboot recvfrom " +
  "recvmsg rename renameat2 request_key rmdir rseq rt_sigaction rt_sigprocmask rt_sigreturn sched_setaffinity sched_yield seccomp select " +
  "sendfile sendmsg sendto set_robust_list set_tid_address setdomainname setgid setgroups sethostname setns setpgid setpriority setresgid " +
  "setresuid setrlimit setsid setsockopt settimeofday setuid setxattr shmat shmctl shmget shutdown sigaltstack socket socketcall socketpair " +
  "splice stat statfs statx swapoff swapon symlink symlinkat sync sysinfo syslog tgkill times truncate umask umount umount2 uname unlink " +
  "unlinkat unshare userfaultfd utimensat vfork vhangup wait4 waitid write writev"
).split(" ");
