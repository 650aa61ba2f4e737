import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { limitOf } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, membersOf, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** A cgroup ran into its own limit (`oom`), and a process of it was killed for that (`oom_kill`). */
export const leak: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const rise = (group: Cgroup, key: string) => riseOf(group, since, "memory.events", key);
  const bitten = groups.findLast((group) => rise(group, "oom") > 0 && rise(group, "oom_kill") > 0);
  if (bitten) {
    return pass(
      { ...cgroupEvidence(bitten, "memory.events", "oom_kill"), note: "killed" },
      { ...cgroupEvidence(bitten, "memory.events", "oom"), note: "out of what it may have" },
      cgroupEvidence(bitten, "memory.max"),
      cgroupEvidence(bitten, "memory.peak"),
    );
  }
  const killed = groups.find((group) => rise(group, "oom_kill") > 0);
  if (killed) {
    return fail(
      `A process of ${cgroupPath(killed)} was killed because the whole machine was out of memory, not because the group was at its limit.`,
      "That is what a limit is to spare the others. Set memory.max before you start the leak.",
      evidenceOf(killed),
    );
  }
  const spared = groups.find((group) => rise(group, "oom") > 0);
  if (spared) {
    return fail(
      `${cgroupPath(spared)} is out of memory, but there was nobody to kill: oom_kill has not risen.`,
      "Processes with an oom_score_adj of -1000 are never killed. Let the leak be an ordinary process.",
      evidenceOf(spared),
    );
  }
  const slowed = groups.find((group) => rise(group, "high") > 0);
  if (slowed) {
    return fail(
      `${cgroupPath(slowed)} is over its memory.high, which slows its processes down and kills none.`,
      "That is the next step. The limit that kills is memory.max.",
      evidenceOf(slowed),
    );
  }
  const limited = groups.find((group) => Number.isFinite(limitOf(group.files.get("memory.max"))));
  if (limited) {
    return membersOf(now, limited).length === 0
      ? fail(
          `${cgroupPath(limited)} may use ${limited.files.get("memory.max")} bytes, and nobody is in it.`,
          "Memory counts for the group in which it was asked for: a leak that is started outside is free to go on. Enter first, then start it.",
          evidenceOf(limited),
        )
      : fail(
          `${cgroupPath(limited)} may use ${limited.files.get("memory.max")} bytes, and has used ${limited.files.get("memory.peak")} at the most.`,
          "Nobody has asked for more. Start the leak from a shell that is inside.",
          evidenceOf(limited),
        );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "memory.max", "memory") ??
    fail(
      `${cgroupPath(group, "memory.max")} is "max": no limit.`,
      `Write how many bytes: \`echo 32M > ${cgroupPath(group, "memory.max")}\`. The root has no limits, and a limit of a shell (\`ulimit\`) is for each process by itself.`,
      evidenceOf(group),
    )
  );
};

function evidenceOf(group: Cgroup): Evidence[] {
  return ["memory.max", "memory.high", "memory.current", "memory.peak", "memory.events"].map((file) =>
    cgroupEvidence(group, file),
  );
}
