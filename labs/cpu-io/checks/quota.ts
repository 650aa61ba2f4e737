import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { cpuMax } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { seconds, secondsSince, usedSince } from "../window.ts";

/** Microseconds: a program that only starts may be throttled for a moment. */
const leastThrottled = 1_000_000;

/** A group with a quota of 20 % is being throttled: it was for a second in all, and since the last look. */
export const quota: Check = ({ now, since, previous }) => {
  const groups = cgroupsBelowRoot(now);
  const fifth = groups.filter((group) => isFifth(group));
  const throttled = fifth.find(
    (group) =>
      riseOf(group, previous, "cpu.stat", "nr_throttled") > 0 &&
      riseOf(group, since, "cpu.stat", "throttled_usec") >= leastThrottled,
  );
  if (throttled) {
    return pass(...evidenceOf(throttled), {
      path: cgroupPath(throttled, "cpu.stat"),
      value: `usage_usec rose by ${seconds(usedSince(throttled, previous))} in ${secondsSince(now, previous).toFixed(2)} s`,
      note: "by the guest's clock",
    });
  }
  const [limited] = fifth;
  if (limited) {
    return membersOf(now, limited).length === 0
      ? fail(
          `${cgroupPath(limited)} may have a fifth of the CPU, and nobody is in it.`,
          "A quota counts what those inside use. Send somebody in who wants more than a fifth.",
          evidenceOf(limited),
        )
      : fail(
          `${cgroupPath(limited)} may have a fifth of the CPU, and has hardly wanted more.`,
          "Somebody who sleeps is not throttled. Start `spin` in there and let it run.",
          evidenceOf(limited),
        );
  }
  const other = groups.find((group) => Number.isFinite(cpuMax(group.files.get("cpu.max"))?.quota));
  if (other) {
    return fail(
      `${cgroupPath(other, "cpu.max")} is "${other.files.get("cpu.max")}": ${percent(other)} % of the CPU.`,
      "The first number is the microseconds it may run in each period, the second the period. A fifth is to come out.",
      evidenceOf(other),
    );
  }
  const weighted = groups.find((group) => (group.files.get("cpu.weight") ?? "100") !== "100");
  if (weighted) {
    return fail(
      `${cgroupPath(weighted)} has a weight of ${weighted.files.get("cpu.weight")} and no quota: cpu.max is "${weighted.files.get("cpu.max")}".`,
      "A weight is a share among those who compete: alone, even the lightest group gets the whole CPU. A ceiling is cpu.max.",
      evidenceOf(weighted),
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "cpu.max", "cpu") ??
    fail(
      `${cgroupPath(group, "cpu.max")} is "${group.files.get("cpu.max")}": no quota.`,
      `Write quota and period in microseconds: \`echo '20000 100000' > ${cgroupPath(group, "cpu.max")}\`. The root has none.`,
      evidenceOf(group),
    )
  );
};

function percent(group: Cgroup | undefined): number {
  const max = cpuMax(group?.files.get("cpu.max"));
  return max ? Math.round((100 * max.quota) / max.period) : Number.POSITIVE_INFINITY;
}

function isFifth(group: Cgroup | undefined): boolean {
  return percent(group) === 20;
}

function evidenceOf(group: Cgroup): Evidence[] {
  return [
    cgroupEvidence(group, "cpu.max"),
    cgroupEvidence(group, "cpu.stat", "nr_periods"),
    cgroupEvidence(group, "cpu.stat", "nr_throttled"),
    cgroupEvidence(group, "cpu.stat", "throttled_usec"),
  ];
}
