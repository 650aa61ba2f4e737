import type { Cgroup, Snapshot } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { limitOf } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { seconds, secondsSince, usedSince } from "../window.ts";

/** What two groups use within less is chance: the scheduler deals in hundredths of a second. */
const leastTogether = 100_000;

/** Two groups side by side, the one three times as heavy as the other, and they got the CPU three to one since the last look, and not each by a quota. */
export const weight: Check = ({ now, previous }) => {
  const groups = cgroupsBelowRoot(now);
  const pairs = groups.flatMap((heavy) =>
    groups
      .filter((light) => parentOf(light) === parentOf(heavy) && isThree(weightOf(heavy), weightOf(light)))
      .map((light) => ({ heavy, light })),
  );
  const used = (group: Cgroup) => usedSince(group, previous);
  const isCapped = (group: Cgroup) => riseOf(group, previous, "cpu.stat", "nr_throttled") > 0;
  const done = pairs
    // equivalent: in a record, as its last looks come close upon each other; 2-by-both is red by it on its way there
    .filter(({ heavy, light }) => ![heavy, light].every(isCapped))
    // equivalent: that a few microseconds are three to one by chance can't be had on demand
    .filter(({ heavy, light }) => used(heavy) + used(light) >= leastTogether)
    .find(({ heavy, light }) => isThree(used(heavy), used(light)));
  if (done) return pass(...evidenceOf(now, previous, done.heavy, done.light));
  const [pair] = pairs;
  if (pair) {
    const { heavy, light } = pair;
    const evidence = evidenceOf(now, previous, heavy, light);
    const capped = [heavy, light].find(isCapped);
    if (capped) {
      return fail(
        `${cgroupPath(capped)} is held back by its quota: cpu.max is "${capped.files.get("cpu.max")}".`,
        `Where a quota decides, weights don't. Lift it: \`echo max > ${cgroupPath(capped, "cpu.max")}\`.`,
        [cgroupEvidence(capped, "cpu.max"), ...evidence],
      );
    }
    const idle = [heavy, light].find((group) => used(group) * 20 <= used(heavy) + used(light));
    if (idle) {
      return fail(
        `The weights are ${weightOf(heavy)} and ${weightOf(light)}, but ${cgroupPath(idle)} wants no CPU.`,
        "Weights need competition: a group that is alone gets all there is. Let somebody spin in each of the two.",
        evidence,
      );
    }
    return fail(
      `${cgroupPath(heavy)} got ${seconds(used(heavy))} of the CPU and ${cgroupPath(light)} ${seconds(used(light))} since the last look.`,
      "Let both run for a few seconds.",
      evidence,
    );
  }
  const [one, other] = groups.filter((group) => group.files.has("cpu.weight"));
  // equivalent: where there is an other, there is one
  if (one && other) {
    return fail(
      `${cgroupPath(one)} has a weight of ${weightOf(one)} and ${cgroupPath(other)} of ${weightOf(other)}.`,
      "One has to be three times the other, and both have to have the same parent: a weight is a share among siblings.",
      [cgroupEvidence(one, "cpu.weight"), cgroupEvidence(other, "cpu.weight")],
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "cpu.weight", "cpu") ??
    fail(`${cgroupPath(group)} is the only group with a weight.`, "It takes two: make another beside it.", [
      cgroupEvidence(group, "cpu.weight"),
    ])
  );
};

/** 3 : 1, give or take 35 %. */
function isThree(heavy: number, light: number): boolean {
  return heavy >= 3 * 0.65 * light && heavy <= 3 * 1.35 * light && heavy > 0;
}

function weightOf(group: Cgroup): number {
  return limitOf(group.files.get("cpu.weight")) ?? 0;
}

function parentOf({ path }: Cgroup): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function evidenceOf(now: Snapshot, previous: Snapshot | undefined, ...groups: Cgroup[]): Evidence[] {
  return groups.flatMap((group) => [
    cgroupEvidence(group, "cpu.weight"),
    {
      path: cgroupPath(group, "cpu.stat"),
      value: `usage_usec rose by ${usedSince(group, previous)}`,
      note: `in ${secondsSince(now, previous).toFixed(2)} s of the guest's clock`,
    },
  ]);
}
