import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink, newNamespaces } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { heldBy } from "../held-by.ts";

const day = 86_400n;
/** Somebody who computes the offset may be a little off. */
const tolerance = 60n;

/** A process in a new time namespace whose boottime or monotonic clock is a day ahead of the host's. */
export const dayAhead: Check = (context) => {
  const { now } = context;
  const inside = inNew("time", context).filter((process) => !isNotInItsOwn(process));
  const done = inside.find(({ timeOffsets }) => isDay(timeOffsets.boottime?.seconds) || isDay(timeOffsets.monotonic?.seconds));
  if (done) return pass(...namespaceEvidence(now, done, "time"), ...offsets(done));
  const other = inside.at(-1);
  if (other) {
    const boottime = other.timeOffsets.boottime?.seconds ?? 0n;
    const monotonic = other.timeOffsets.monotonic?.seconds ?? 0n;
    const evidence = [...namespaceEvidence(now, other, "time"), ...offsets(other)];
    if (boottime === 0n && monotonic === 0n) {
      return fail(
        `Process ${other.pid} (${other.name}) is in a new time namespace whose clocks are the host's: both offsets are 0.`,
        "Offsets are fixed once the first process is inside; writing them now fails with EACCES. Make another namespace and set the offset before anybody enters, as `unshare --time --boottime …` does.",
        evidence,
      );
    }
    return fail(
      `The clocks in the time namespace of process ${other.pid} are ahead by ${boottime} s (boottime) and ${monotonic} s (monotonic).`,
      `A day is ${day} seconds, and ahead is positive.`,
      evidence,
    );
  }
  return waiting(context);
};

const waiting: Check = (context) => {
  const { now, since } = context;
  const prepared = [...now.processes.values()].find(isNotInItsOwn);
  if (prepared) {
    return fail(
      `Process ${prepared.pid} (${prepared.name}) has made a time namespace, but is not in it: only what it starts will be.`,
      "Start a program from it: the first one to enter fixes the offsets.",
      [
        { path: `/proc/${prepared.pid}/ns/time_for_children`, value: namespaceLink("time", prepared.forChildren.time) },
        ...offsets(prepared),
      ],
    );
  }
  const [kept] = newNamespaces("time", context);
  if (kept) {
    const path = heldBy(kept);
    return fail(
      `${path} keeps a time namespace, and nobody is in it.`,
      `A clock shows only to who is inside: \`nsenter --time=${path} bash\`.`,
      [{ path, value: namespaceLink("time", kept.inode) }],
    );
  }
  if (Math.abs(now.bootTime - since.bootTime) > 3600) {
    return fail(
      "You set the machine's wall clock, and with it everybody's.",
      "The time of day (CLOCK_REALTIME) has no namespace. A time namespace moves the two clocks that count from the boot: monotonic and boottime, which `uptime` shows.",
    );
  }
  return fail("No process is in a new time namespace.", undefined, [
    { path: "/proc/1/ns/time", value: namespaceLink("time", now.initial.time), note: "the host's" },
  ]);
};

/** It made a time namespace that only its children will be in; the offsets that it shows are those. */
function isNotInItsOwn({ namespaces, forChildren }: Process): boolean {
  return forChildren.time !== namespaces.time;
}

function isDay(seconds = 0n): boolean {
  return seconds >= day - tolerance && seconds <= day + tolerance;
}

function offsets({ pid, timeOffsets }: Process): Evidence[] {
  return Object.entries(timeOffsets).map(([clock, { seconds, nanoseconds }]) => ({
    path: `/proc/${pid}/timens_offsets`,
    value: `${clock} ${seconds} ${nanoseconds}`,
    note: "seconds, nanoseconds",
  }));
}
