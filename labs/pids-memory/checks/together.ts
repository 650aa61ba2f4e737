import type { Cgroup, Snapshot } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** One OOM killed a group as a whole, and it was more than one process. */
export const together: Check = ({ now, since, previous }) => {
  const groups = cgroupsBelowRoot(now);
  const done = groups.findLast(
    (group) =>
      diedTogether(group, previous) ||
      // equivalent: needed only when a look comes in the midst of a kill
      diedTogetherSince(group, since),
  );
  if (done) {
    return pass(
      { ...cgroupEvidence(done, "memory.events", "oom_group_kill"), note: "killed as a whole" },
      { ...cgroupEvidence(done, "memory.events", "oom_kill"), note: "processes" },
      cgroupEvidence(done, "memory.oom.group"),
    );
  }
  const alone = groups.find((group) => riseOf(group, since, "memory.events", "oom_group_kill") > 0);
  if (alone) {
    return fail(
      `${cgroupPath(alone)} was killed as a whole, but it was one process.`,
      "Start a companion inside, `sleep 1000 &` say, and then the leak: both have to go.",
      evidenceOf(alone),
    );
  }
  const killed = groups.findLast((group) => riseOf(group, since, "memory.events", "oom_kill") > 0);
  if (killed) {
    const [survivor] = membersOf(now, killed);
    return fail(
      `In ${cgroupPath(killed)} a process was killed, and ${survivor ? `process ${nameOf(survivor)} lives on` : "only that one"}: its memory.oom.group is ${killed.files.get("memory.oom.group")}.`,
      "Half a service is often worse than none. Write 1 into memory.oom.group, of the group that has the limit, before the leak starts.",
      evidenceOf(killed),
    );
  }
  const set = groups.find((group) => group.files.get("memory.oom.group") === "1");
  if (set) {
    return fail(
      `${cgroupPath(set, "memory.oom.group")} is 1, and nobody has been killed.`,
      "Set memory.max (`32M`) and lift memory.high (`max`), start a companion inside, and then the leak.",
      evidenceOf(set),
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "memory.oom.group", "memory") ??
    fail(`${cgroupPath(group, "memory.oom.group")} is 0: one process is killed, the others stay.`, undefined, evidenceOf(group))
  );
};

/**
 * Since the last look, so that kills one by one don't add up. In a group's kill the kernel counts the process that it chose twice, as
 * such and as one of the group (mm/oom_kill.c, `oom_kill_process`).
 */
function diedTogether(group: Cgroup, previous: Snapshot | undefined): boolean {
  const rise = (key: string) => riseOf(group, previous, "memory.events", key);
  // equivalent: in a record, which is of a script's end, when the kill is past; 5-alone is red by it on its way there
  return rise("oom_group_kill") > 0 && rise("oom_kill") > 2 * rise("oom_group_kill");
}

/**
 * The same where a look came in the midst of it. Kills one by one are counted as `oom` too, each once or oftener; what `oom_kill` has beyond
 * them, and beyond the second count of the chosen ones, were companions.
 */
function diedTogetherSince(group: Cgroup, since: Snapshot): boolean {
  const rise = (key: string) => riseOf(group, since, "memory.events", key);
  const [together, oom] = [rise("oom_group_kill"), rise("oom")];
  // equivalent: as above, needed only when a look comes in the midst of a kill
  return together > 0 && oom >= together && rise("oom_kill") > together + oom;
}

function evidenceOf(group: Cgroup): Evidence[] {
  return ["memory.oom.group", "memory.max", "memory.events"].map((file) => cgroupEvidence(group, file));
}
