import type { Process, Snapshot } from "../../web/kernel/snapshot.ts";
import {
  answerTo,
  askFilters,
  type Door,
  doorName,
  filtersOf,
  hasFilter,
  type OpenDoor,
  openCount,
  openDoors,
  refusesSome,
  x86_64,
} from "../../web/lab/filters.ts";
import { fileText, type Inquiry } from "../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../web/lab/processes.ts";
import { type Evidence, fail, type Verdict } from "../../web/lab/verdict.ts";
import { nothing } from "./doors.ts";

/** More would cost the guest too much. */
const readMax = 6;

export interface Filtered {
  readonly process: Process;
  /** The newest first. */
  readonly programs: readonly Uint8Array[];
  readonly open: readonly OpenDoor[];
}

/** The newest processes under a filter. */
export function filteredProcesses(context: Pick<InquiryContext, "now" | "scene">): Process[] {
  return newestFirst(learnersProcesses(context.now, context).filter(hasFilter)).slice(0, readMax);
}

export function readFilters(context: InquiryContext): Inquiry[] {
  return [
    ...askFilters(filteredProcesses(context)),
    { kind: "files", key: "config", queries: [{ directory: "/srv/box", files: [{ operation: "read", path: "config.json" }] }] },
  ];
}

/** What the filters of each say to the doors, those with the fewest open ones first. */
export function judged(context: CheckContext, doors: readonly Door[]): Filtered[] {
  return filteredProcesses(context)
    .map((process) => {
      const programs = filtersOf(context.found, process);
      return { process, programs, open: openDoors(programs, doors) };
    })
    .toSorted((one, other) => one.open.length - other.open.length);
}

/** What is still open in the filter that closes most; or that there is none. */
export function stillOpen(context: CheckContext, best: Filtered | undefined, doors: readonly Door[]): Verdict {
  if (!best) return noFilter(context);
  const [first] = best.open;
  const names = best.open.map(({ door }) => doorName(door)).join(", ");
  return fail(`Process ${nameOf(best.process)} has a filter, and open are: ${names}.`, first && hintFor(best, first, doors), [
    ...doorEvidence(best, doors),
  ]);
}

function hintFor({ programs, open }: Filtered, { door, answer, args }: OpenDoor, doors: readonly Door[]): string {
  if (answer.action === "log") return `${doorName(door)} is written to the kernel's log, and done: SCMP_ACT_LOG refuses nothing.`;
  if (answer.action !== "allow")
    return `${doorName(door)} is left to another program to decide (${answer.action}); SCMP_ACT_ERRNO refuses.`;
  const numbers = args.map((value) => `0x${value.toString(16)}`).join(", ");
  if (refusesSome(programs, door))
    return `${doorName(door)} is refused with some arguments only: with (${numbers}) it gets through.`;
  // A filter that kills whatever is not i386 closes all of x86_64.
  if (openDoors(programs, doors, x86_64).length === 0 && openDoors(programs, [nothing], x86_64).length > 0)
    return "The filter closes these numbers for x86_64 only. Calls on this machine come with the architecture i386 (0x40000003).";
  const closed = doors.filter((other) => open.every(({ door: left }) => left !== other));
  if (closed.length === 0) return `Refuse ${door.name} in the profile, and start the container anew.`;
  return `${closed.map(({ name }) => name).join(", ")} closed, ${door.name} open: it does the same. Refuse that as well, and start the container anew.`;
}

function noFilter({ now, scene, found }: CheckContext): Verdict {
  const app = newestApp(now, scene);
  if (!app) return fail("No process runs under a seccomp filter.", undefined);
  const evidence: Evidence = { path: `/proc/${app.pid}/status`, value: `Seccomp: ${app.seccompMode}, Seccomp_filters: 0` };
  const isWritten = fileText(found, "config", "/srv/box/config.json")?.includes('"seccomp"');
  return fail(
    `Process ${nameOf(app)} runs without any filter.`,
    isWritten
      ? "There is a profile in config.json now, but this container was started before: a filter is set when it starts, and stays. `crun delete -f box`, and run it again."
      : undefined,
    [evidence],
  );
}

function newestApp(now: Snapshot, scene: CheckContext["scene"]): Process | undefined {
  return newestFirst(learnersProcesses(now, { scene }).filter(isApp))[0];
}

export function isApp({ name }: Process): boolean {
  return name === "app";
}

/** Pids rise; a start time is in hundredths of a second. */
function newestFirst(processes: readonly Process[]): Process[] {
  return processes.toSorted((one, other) => Number(other.startTime - one.startTime) || other.pid - one.pid);
}

export function doorEvidence({ process, programs }: Filtered, doors: readonly Door[]): Evidence[] {
  return [
    {
      path: `/proc/${process.pid}/status`,
      value: `Seccomp: ${process.seccompMode}, Seccomp_filters: ${process.seccompFilters}`,
      note: process.name,
    },
    ...doors.map((door) => ({ path: `filter of ${process.pid}`, value: `${doorName(door)}: ${answerTo(programs, door)}` })),
    {
      path: `filter of ${process.pid}`,
      value: `${openCount(programs)} of 463 system calls are open`,
      note: "to some arguments",
    },
  ];
}
