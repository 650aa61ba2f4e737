/**
 * The cgroup v2 files that a look reads (Documentation/admin-guide/cgroup-v2.rst). A file that isn't there is no gap: its
 * controller is off.
 */

/** Change only when somebody writes them. */
export const cgroupSettings = [
  "cgroup.controllers",
  "cgroup.subtree_control",
  "cgroup.type",
  "cgroup.freeze",
  "memory.max",
  "memory.high",
  "memory.low",
  "memory.min",
  "memory.oom.group",
  "memory.swap.max",
  "pids.max",
  "cpu.max",
  "cpu.weight",
  "cpuset.cpus",
  "cpuset.mems",
  "cpuset.cpus.effective",
  "io.max",
  "io.weight",
  "hugetlb.4MB.max",
] as const;

/** Count up, or flip, when the kernel has done something to the group. */
export const cgroupEvents = ["cgroup.events", "memory.events", "pids.events", "hugetlb.4MB.events"] as const;

/** Change all the time. */
export const cgroupMeasurements = [
  "memory.current",
  "memory.peak",
  "memory.pressure",
  "pids.current",
  "pids.peak",
  "cpu.stat",
  "cpu.pressure",
  "io.stat",
  "io.pressure",
  "hugetlb.4MB.current",
] as const;

/** Where the agent mounts the cgroup v2 hierarchy. */
export const cgroupRoot = "/sys/fs/cgroup";
