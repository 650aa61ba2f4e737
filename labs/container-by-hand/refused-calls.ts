import type { Door } from "../../web/lab/filters.ts";

/** By i386's numbers (arch/x86/entry/syscalls/syscall_32.tbl). */
const wholly = Object.entries({
  mount: 21,
  umount: 22,
  ptrace: 26,
  umount2: 52,
  swapon: 87,
  reboot: 88,
  init_module: 128,
  pivot_root: 217,
  kexec_load: 283,
  add_key: 286,
  request_key: 287,
  keyctl: 288,
  unshare: 310,
  perf_event_open: 336,
  open_by_handle_at: 342,
  setns: 346,
  finit_module: 350,
  bpf: 357,
  userfaultfd: 374,
  io_uring_setup: 425,
  open_tree: 428,
  move_mount: 429,
  fsopen: 430,
  clone3: 435,
  mount_setattr: 442,
}).map(([name, number]) => ({ name, number }));

const newUser = 0x1000_0000n;
const everyNamespace = 0x7e02_0000n;
const sigchld = 17n;

/** What the container's filter must refuse; of clone(2), which fork needs, what makes a user namespace. */
export const refusedCalls: readonly Door[] = [
  ...wholly,
  { name: "clone with CLONE_NEWUSER", number: 120, args: [newUser | sigchld] },
  { name: "clone with all CLONE_NEW flags", number: 120, args: [everyNamespace | sigchld] },
];
