import { withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { cgroupPath, cgroupsBelowRoot } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** A living process below the root of the v2 hierarchy: `0::/demo`. */
export const enter: Check = (context) => {
  const { now } = context;
  const processes = learnersProcesses(now, context);
  const inside = processes.find(({ cgroup = "/" }) => cgroup !== "/");
  if (inside) return pass({ path: `/proc/${inside.pid}/cgroup`, value: `0::${inside.cgroup}`, note: inside.name });
  const [group] = cgroupsBelowRoot(now);
  if (group) {
    return (
      withoutKnobs(now, group, "pids.max", "pids") ??
      fail(
        `${cgroupPath(group)} is there, and nobody is in it.`,
        `To move a process into it, write its pid: \`echo $$ > ${cgroupPath(group, "cgroup.procs")}\` for your shell.`,
        [{ path: cgroupPath(group, "cgroup.procs"), value: "empty" }],
      )
    );
  }
  const [old] = processes.flatMap((process) =>
    [...process.cgroupsV1].map(([controllers, path]) => ({ process, controllers, path })).filter(({ path }) => path !== "/"),
  );
  if (old) {
    return fail(
      `Process ${nameOf(old.process)} is in ${old.path} of a version 1 hierarchy (${old.controllers}); in version 2 it is still in the root.`,
      "Version 2 is one hierarchy for all controllers, mounted at /sys/fs/cgroup. Make your group there. (Version 1 has a lab of its own.)",
      [{ path: `/proc/${old.process.pid}/cgroup`, value: `${old.controllers}:${old.path}` }],
    );
  }
  const [hidden] = inNew("cgroup", context);
  if (hidden) {
    return fail(
      `Process ${nameOf(hidden)} has a cgroup namespace of its own, and is in the root cgroup as before.`,
      "The namespace changes what a process is shown, not where it is: no group, no limits. Make a directory below /sys/fs/cgroup and go in.",
      [{ path: `/proc/${hidden.pid}/cgroup`, value: `0::${hidden.cgroup}`, note: "as the host sees it" }],
    );
  }
  return fail("Every process is in the root cgroup, and there is no other.", undefined, [
    { path: "/proc/1/cgroup", value: "0::/", note: "the root" },
  ]);
};
