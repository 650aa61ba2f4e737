import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { limitOf } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, riseOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** What the kernel hands out before it looks at the limit again: who only reads files is over by some pages, until they are dropped. */
const margin = 1024 * 1024;

/**
 * A cgroup that asked for more than its `memory.high` and has more: what could be taken back was, and its processes are put to sleep
 * for the rest (mm/memcontrol.c, `mem_cgroup_handle_over_high`).
 */
export const high: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const rise = (group: Cgroup, key: string) => riseOf(group, since, "memory.events", key);
  const slowed = groups.findLast((group) => isOver(group) && rise(group, "high") > 0);
  if (slowed) return pass(...evidenceOf(slowed));
  const over = groups.find(isOver);
  if (over) {
    return fail(
      `${cgroupPath(over)} has ${over.files.get("memory.current")} bytes, more than its memory.high, but asks for no more.`,
      "Who is over is slowed down when it asks for more. Set the limit first, then start the leak inside.",
      evidenceOf(over),
    );
  }
  const limited = groups.find((group) => Number.isFinite(highOf(group)));
  if (limited && (limitOf(limited.files.get("memory.max")) ?? 0) <= highOf(limited)) {
    return fail(
      `In ${cgroupPath(limited)} memory.max is ${limited.files.get("memory.max")} and memory.high ${limited.files.get("memory.high")}: it kills before it slows down.`,
      "`high` is to be lower than `max`: `echo max` into memory.max for now.",
      evidenceOf(limited),
    );
  }
  if (limited && rise(limited, "high") > 0) {
    return fail(
      `${cgroupPath(limited)} was over its memory.high, but has given it back: it has ${limited.files.get("memory.current")} bytes now.`,
      "Cached files can be dropped, and then nobody has to wait. What a leak has can't be taken back. Let it run and look while it does.",
      evidenceOf(limited),
    );
  }
  if (limited) {
    return fail(
      `${cgroupPath(limited)} has ${limited.files.get("memory.current")} bytes, less than its memory.high of ${limited.files.get("memory.high")}.`,
      "Start the leak from a shell that is inside, and let it run.",
      evidenceOf(limited),
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "memory.high", "memory") ??
    fail(
      `${cgroupPath(group, "memory.high")} is "max": nobody is slowed down.`,
      `Write how many bytes: \`echo 16M > ${cgroupPath(group, "memory.high")}\`. memory.max is the limit that kills.`,
      evidenceOf(group),
    )
  );
};

function highOf(group: Cgroup): number {
  return limitOf(group.files.get("memory.high")) ?? Number.POSITIVE_INFINITY;
}

function isOver(group: Cgroup): boolean {
  return (limitOf(group.files.get("memory.current")) ?? 0) > highOf(group) + margin;
}

function evidenceOf(group: Cgroup): Evidence[] {
  return [
    cgroupEvidence(group, "memory.high"),
    cgroupEvidence(group, "memory.current"),
    cgroupEvidence(group, "memory.max"),
    cgroupEvidence(group, "memory.events"),
    { ...cgroupEvidence(group, "memory.pressure", "some"), note: "total: microseconds waited" },
  ];
}
