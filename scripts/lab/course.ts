/** A lab of the course, as planned: which slides of the talk it is for. */
export interface PlannedLab {
  readonly id: string;
  /** Missing while nobody has given it one. */
  readonly title?: string;
  readonly slides: readonly number[];
}

/** In the course's order. A lab that exists speaks for itself; of one that doesn't, this is all there is to say. */
export const course: readonly PlannedLab[] = [
  { id: "proc-ns", title: "What is a process's world?", slides: [1, 7] },
  { id: "uts-time", title: "Names and clocks", slides: [1] },
  { id: "pid", title: "A PID 1 of your own", slides: [4] },
  { id: "mount", title: "A view of your own", slides: [2, 12] },
  { id: "roots", title: "chroot, and why not", slides: [2] },
  { id: "ipc", title: "Queues and shared memory", slides: [3] },
  { id: "veth", title: "A cable between two worlds", slides: [5] },
  { id: "bridge", title: "docker0 by hand", slides: [5] },
  { id: "firewall-overlay", title: "Rules and overlays", slides: [5, 9] },
  { id: "users", title: "Who is root here?", slides: [12, 13] },
  { id: "pids-memory", title: "Fork bombs and greed", slides: [6, 10] },
  { id: "cpu-io", title: "Shares, quotas, freezing", slides: [6] },
  { id: "v1", title: "The talk's own: blkio, hugetlb, net_prio", slides: [6] },
  { id: "capabilities", slides: [8, 12, 14] },
  { id: "privileged", title: "What --privileged gives away", slides: [14] },
  { id: "seccomp", title: "Fewer doors", slides: [15, 16, 17] },
  { id: "lsm", title: "AppArmor and Landlock", slides: [8, 12] },
  { id: "observe", title: "Tracing with ftrace and BPF", slides: [9] },
  { id: "escapes", slides: [10, 14] },
  { id: "secrets-images", slides: [10, 12] },
  { id: "docker", title: "The real thing", slides: [8, 11, 13, 14, 18] },
  { id: "supply-chain", slides: [11, 18] },
  { id: "scan-policy", slides: [18, 19] },
  { id: "container-by-hand", title: "Capstone", slides: [20] },
];
