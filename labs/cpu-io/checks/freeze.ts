import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup } from "../../../web/lab/cgroup-knobs.ts";
import { flatKeyed } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** A group with somebody in it says that it is frozen; its own doing or its parent's. */
export const freeze: Check = (context) => {
  const { now } = context;
  const groups = cgroupsBelowRoot(now);
  const frozen = groups.filter(isFrozen);
  const inside = frozen.flatMap((group) => membersOf(now, group).map((process) => ({ group, process })))[0];
  if (inside) {
    return pass(
      { ...cgroupEvidence(inside.group, "cgroup.events", "frozen"), note: "all of it stands still" },
      cgroupEvidence(inside.group, "cgroup.freeze"),
      {
        path: `/proc/${inside.process.pid}/stat`,
        value: inside.process.state,
        note: `${inside.process.name}; T would be stopped`,
      },
    );
  }
  const stopped = learnersProcesses(now, context).find(({ state }) => state === "T");
  if (stopped) {
    return fail(
      `Process ${nameOf(stopped)} is stopped (T), and no group with somebody in it is frozen.`,
      "Stopped is not frozen. SIGSTOP goes to one process, its parent is told, and SIGCONT from anybody wakes it. The freezer takes a whole group, with all its children, and nobody inside can notice. Write 1 into cgroup.freeze.",
      [{ path: `/proc/${stopped.pid}/stat`, value: stopped.state, note: stopped.name }],
    );
  }
  const [empty] = frozen;
  if (empty) {
    return fail(
      `${cgroupPath(empty)} is frozen, and nobody is in it.`,
      `What is to stand still has to be inside: whoever is moved in freezes at once. \`echo PID > ${cgroupPath(empty, "cgroup.procs")}\`.`,
      [cgroupEvidence(empty, "cgroup.events"), cgroupEvidence(empty, "cgroup.freeze")],
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return fail(
    `No group is frozen: ${cgroupPath(group, "cgroup.events")} says frozen 0.`,
    undefined,
    groups.map((one) => cgroupEvidence(one, "cgroup.events", "frozen")),
  );
};

function isFrozen(group: Cgroup): boolean {
  return flatKeyed(group.files.get("cgroup.events") ?? "").get("frozen") === 1;
}
