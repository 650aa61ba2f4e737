import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const day = 86_400n;
/** Somebody who computes the offset may be a little off. */
const tolerance = 60n;

/** A process in a new time namespace whose boottime or monotonic clock is a day ahead of the host's. */
export const dayAhead: Check = (context) => {
  const { now } = context;
  const inside = inNew("time", context).filter((process) => process.forChildren.time === process.namespaces.time);
  const done = inside.find(({ timeOffsets }) => isDay(timeOffsets.boottime?.seconds) || isDay(timeOffsets.monotonic?.seconds));
  if (done) return pass(...namespaceEvidence(now, done, "time"), ...offsets(done));
  const [other] = inside;
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

const waiting: Check = ({ now, since }) => {
  const initial = now.initial.time;
  const prepared = [...now.processes.values()].find((process) => {
    const next = process.forChildren.time;
    return (
      next !== undefined &&
      next !== initial &&
      next !== process.namespaces.time &&
      since.processes.get(process.pid)?.forChildren.time !== next
    );
  });
  if (prepared) {
    return fail(
      `Process ${prepared.pid} (${prepared.name}) has made a time namespace, but is not in it: only what it starts will be.`,
      "Start a program from it: the first one to enter fixes the offsets.",
      [
        { path: `/proc/${prepared.pid}/ns/time_for_children`, value: `time:[${prepared.forChildren.time}]` },
        ...offsets(prepared),
      ],
    );
  }
  if (Math.abs(now.bootTime - since.bootTime) > 3600) {
    return fail(
      "You set the machine's wall clock, and with it everybody's.",
      "The time of day (CLOCK_REALTIME) has no namespace. A time namespace moves the two clocks that count from the boot: monotonic and boottime, which `uptime` shows.",
    );
  }
  return fail("Every process is in the host's time namespace.", undefined, [
    { path: "/proc/1/ns/time", value: `time:[${initial}]`, note: "the host's" },
  ]);
};

function isDay(seconds: bigint | undefined): boolean {
  return seconds !== undefined && seconds >= day - tolerance && seconds <= day + tolerance;
}

function offsets({ pid, timeOffsets }: Process): Evidence[] {
  return (["monotonic", "boottime"] as const).flatMap((clock) => {
    const offset = timeOffsets[clock];
    return offset
      ? [
          {
            path: `/proc/${pid}/timens_offsets`,
            value: `${clock} ${offset.seconds} ${offset.nanoseconds}`,
            note: "seconds, nanoseconds",
          },
        ]
      : [];
  });
}
