import type { Cgroup, Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** Somebody is in a group, or below one, that is bound to CPUs of its own choice. Any such group was bound in this lab. */
export const cpuset: Check = ({ now }) => {
  const groups = cgroupsBelowRoot(now);
  const bound = groups.filter((group) => (group.files.get("cpuset.cpus") ?? "") !== "");
  const inside = bound.flatMap((group) => inOrBelow(now, group).map((process) => ({ group, process })))[0];
  if (inside) {
    return pass(
      cgroupEvidence(inside.group, "cpuset.cpus"),
      { ...cgroupEvidence(inside.group, "cpuset.cpus.effective"), note: "what it comes to" },
      { path: `/proc/${inside.process.pid}/cgroup`, value: `0::${inside.process.cgroup}`, note: inside.process.name },
    );
  }
  const [empty] = bound;
  if (empty) {
    return fail(
      `${cgroupPath(empty)} is bound to CPU ${empty.files.get("cpuset.cpus")}, and nobody is in it.`,
      `Send somebody in: \`echo PID > ${cgroupPath(empty, "cgroup.procs")}\`.`,
      [cgroupEvidence(empty, "cpuset.cpus"), { path: cgroupPath(empty, "cgroup.procs"), value: "empty" }],
    );
  }
  const [group] = groups.toSorted((one, other) => membersOf(now, other).length - membersOf(now, one).length);
  if (!group) return noGroup();
  const [member] = membersOf(now, group);
  return (
    withoutKnobs(now, group, "cpuset.cpus", "cpuset") ??
    fail(
      `${cgroupPath(group, "cpuset.cpus")} is empty: ${member ? `process ${nameOf(member)}` : "who is inside"} may run wherever its parent's may.`,
      `Write CPUs as in \`0-3,8\`. A CPU that isn't there is refused ("Numerical result out of range"), and this machine has one, number 0. What \`taskset\` sets is the process's own mask, which it may change again.`,
      [cgroupEvidence(group, "cpuset.cpus"), cgroupEvidence(group, "cpuset.cpus.effective")],
    )
  );
};

function inOrBelow({ processes }: Snapshot, { path }: Cgroup): Process[] {
  return [...processes.values()].filter(({ cgroup }) => `${cgroup}/`.startsWith(`${path}/`));
}
