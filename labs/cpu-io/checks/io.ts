import type { Cgroup, Snapshot } from "../../../web/kernel/snapshot.ts";
import { noGroup, withoutKnobs } from "../../../web/lab/cgroup-knobs.ts";
import { limitOf, nestedKeyed } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, cgroupThen, membersOf, stallSince } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { seconds, secondsSince } from "../window.ts";

/** A limit of `io.max`, and the counter of `io.stat` that it holds down. */
const counters = { rbps: "rbytes", wbps: "wbytes", riops: "rios", wiops: "wios" } as const;
type Kind = keyof typeof counters;
const kinds = Object.keys(counters) as Kind[];

interface Limit {
  readonly group: Cgroup;
  readonly device: string;
  readonly kind: Kind;
  /** Bytes or requests a second. */
  readonly most: number;
}

/** A window in seconds: within less the few requests of one tell nothing. */
const leastWindow = 0.9;

/** Who is held back waits nearly always; who paces himself does not. */
const leastWaited = 0.3;

/** Seconds in all, for which a group waited since the step began. */
const leastInAll = 2;

/**
 * A device was used by a group at the rate of its limit: not far below, not above. Since the last look, in which the group waited for it; or since
 * the step began, by the time that it waited: what comes from the page cache comes to the device in lumps, of up to some seconds' worth each.
 */
export const io: Check = ({ now, since, previous }) => {
  const groups = cgroupsBelowRoot(now);
  const limits = groups.flatMap(limitsOf);
  const time = secondsSince(now, previous);
  const rate = (limit: Limit) => counted(limit, previous) / time;
  // equivalent: that one request in a moment is at the limit by chance can't be had on demand
  const measured = time >= leastWindow ? limits : [];
  const waited = ({ group }: Limit) => stallSince(group, previous, "io.pressure") / 1e6 / time;
  const done = measured
    // equivalent: in a record, which is of a script's end, when looks come close upon each other; 5-paces-itself is red by it on its way there
    .filter((limit) => waited(limit) >= leastWaited)
    .find((limit) => isAtLimit(rate(limit), limit));
  if (done) {
    return pass(
      ...evidenceOf(done.group),
      {
        path: cgroupPath(done.group, "io.stat"),
        value: `${done.device} ${counters[done.kind]} rose by ${counted(done, previous)}`,
        note: `in ${time.toFixed(2)} s: ${Math.round(rate(done))} a second of ${done.most}`,
      },
      {
        path: cgroupPath(done.group, "io.pressure"),
        value: `some: ${seconds(stallSince(done.group, previous, "io.pressure"))} waited`,
      },
    );
  }
  const inAll = ({ group }: Limit) => stallSince(group, since, "io.pressure") / 1e6;
  const held = limits
    .filter((limit) => inAll(limit) >= leastInAll)
    .find((limit) => isAtLimit(counted(limit, since) / inAll(limit), limit));
  if (held) {
    return pass(
      ...evidenceOf(held.group),
      {
        path: cgroupPath(held.group, "io.stat"),
        value: `${held.device} ${counters[held.kind]} rose by ${counted(held, since)} since the step began`,
        note: `${Math.round(counted(held, since) / inAll(held))} for each second that it waited, of ${held.most}`,
      },
      { path: cgroupPath(held.group, "io.pressure"), value: `some: ${inAll(held).toFixed(2)} s waited` },
    );
  }
  const used = limits.find((limit) => counted(limit, previous) > 0);
  if (used) {
    return fail(
      `${cgroupPath(used.group)} moved ${counted(used, previous)} ${counters[used.kind]} at ${used.device} in ${time.toFixed(1)} s since the last look; its limit is ${used.most} a second. It waited for the disk for ${seconds(stallSince(used.group, previous, "io.pressure"))}.`,
      "A plateau takes a few seconds to be seen: let it go on for longer. Well below its limit nobody is held back.",
      evidenceOf(used.group),
    );
  }
  const [limit] = limits;
  if (limit) {
    const { group, device } = limit;
    const busy = membersOf(now, group).length > 0;
    return fail(
      `${cgroupPath(group)} may move ${limit.most} ${counters[limit.kind]} a second at ${device}, and nothing of that has been counted since the last look.`,
      busy
        ? "Somebody is in there, but asks the device seldom in its name, or not at all. Well below its limit nobody is held back. What is cached comes from memory, and what is written is written later, by the kernel, on nobody's account: go round the page cache with dd's `iflag=direct` or `oflag=direct`. (Files here live in memory anyway: use the device itself.)"
        : "Start `dd` in that group, on that device, with `iflag=direct`, and let it run for some seconds.",
      evidenceOf(group),
    );
  }
  const [group] = groups;
  if (!group) return noGroup();
  return (
    withoutKnobs(now, group, "io.max", "io") ??
    fail(
      `No group has a limit: ${cgroupPath(group, "io.max")} is empty.`,
      `Name the device by its numbers (\`lsblk\`): \`echo '254:0 rbps=1048576' > ${cgroupPath(group, "io.max")}\`.`,
      evidenceOf(group),
    )
  );
};

function isAtLimit(rate: number, { most }: Limit): boolean {
  if (rate < 0.5 * most) return false;
  // equivalent: more than the limit is only what was moved before it was set, and a script's end is later
  return rate <= 1.5 * most;
}

function limitsOf(group: Cgroup): Limit[] {
  return [...nestedKeyed(group.files.get("io.max") ?? "")].flatMap(([device, values]) =>
    kinds.flatMap((kind) => {
      const most = limitOf(values.get(kind)) ?? Number.POSITIVE_INFINITY;
      return Number.isFinite(most) ? [{ group, device, kind, most }] : [];
    }),
  );
}

function counted({ group, device, kind }: Limit, then: Snapshot | undefined): number {
  const count = (one: Cgroup | undefined) =>
    limitOf(
      nestedKeyed(one?.files.get("io.stat") ?? "")
        .get(device)
        ?.get(counters[kind]),
    ) ?? 0;
  return count(group) - count(cgroupThen(group, then));
}

function evidenceOf(group: Cgroup): Evidence[] {
  return [cgroupEvidence(group, "io.max"), cgroupEvidence(group, "io.stat")];
}
