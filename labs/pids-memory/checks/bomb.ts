import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { limitOf } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** A cgroup refused forks since the step began; the counter is of all groups above the limit too, so the innermost is shown. */
export const bomb: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const bitten = groups.findLast((group) => riseOf(group, since, "pids.events", "max") > 0);
  if (bitten) {
    return pass(
      { ...cgroupEvidence(bitten, "pids.events"), note: "forks refused" },
      cgroupEvidence(bitten, "pids.max"),
      { ...cgroupEvidence(bitten, "pids.peak"), note: "the most there ever were" },
      { path: "/proc/uptime", value: `${now.uptime}`, note: "and the machine goes on" },
    );
  }
  const limited = groups.find((group) => Number.isFinite(limitOf(group.files.get("pids.max"))));
  if (limited) {
    const max = limited.files.get("pids.max");
    const peak = limited.files.get("pids.peak");
    const evidence = ["pids.max", "pids.current", "pids.peak", "pids.events"].map((file) => cgroupEvidence(limited, file));
    return membersOf(now, limited).length === 0
      ? fail(
          `${cgroupPath(limited)} may hold ${max} processes, and nobody is in it.`,
          "The limit counts those inside. Go in, then start the bomb: children are born where their parent is.",
          evidence,
        )
      : fail(
          `${cgroupPath(limited)} may hold ${max} processes, has held ${peak} at the most, and has refused none.`,
          "A limit proves itself when it is hit: start the bomb from a shell that is inside.",
          evidence,
        );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "pids.max", "pids") ??
    fail(
      `${cgroupPath(group, "pids.max")} is "max": no limit.`,
      `Write a number into it: \`echo 20 > ${cgroupPath(group, "pids.max")}\`. It has to be a group below the root; the root itself has no limits, and so no such file.`,
      [cgroupEvidence(group, "pids.max")],
    )
  );
};
