import type { Cgroup, Snapshot } from "../../../web/kernel/snapshot.ts";
import { noGroup } from "../../../web/lab/cgroup-knobs.ts";
import { parsePressure } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, cgroupThen, membersOf, stallSince } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { seconds } from "../window.ts";

/** Per cent of the last ten seconds, about, in which somebody who could have run had to wait. */
const threshold = 20;

/** Microseconds since the step began: the kernel brings its figures up to date every two seconds, so what is new may be old. */
const leastStall = 4_000_000;

const words = { cpu: "CPU", memory: "memory", io: "disk" } as const;
type Resource = keyof typeof words;
const resources = Object.keys(words) as Resource[];

interface Pressed {
  readonly group: Cgroup;
  readonly resource: Resource;
}

/** A group that waits for the CPU, or for memory or the disk, and did not when the step began. */
export const pressure: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const pressed = groups
    .flatMap((group) => resources.map((resource) => ({ group, resource })))
    .filter(({ group, resource }) => waitFor(resource, group) >= threshold);
  const stalled = ({ group, resource }: Pressed) => stallSince(group, since, `${resource}.pressure`);
  const fresh = pressed.filter((one) => !isOld(one, since));
  const done = fresh.find((one) => stalled(one) >= leastStall);
  if (done) return pass(...evidenceOf(done));
  const [short] = fresh;
  if (short) {
    return fail(
      `${describe(short)}, but since this step began it has waited for ${seconds(stalled(short))} in all.`,
      "Let it go on for longer.",
      evidenceOf(short),
    );
  }
  const [old] = pressed;
  if (old) {
    return fail(
      `${describe(old)}, by what was done before this step.`,
      "Put two who want the CPU into a group of their own.",
      evidenceOf(old),
    );
  }
  const [most] = groups.toSorted((one, other) => waitFor("cpu", other) - waitFor("cpu", one));
  if (!most) return noGroup();
  const count = membersOf(now, most).length;
  return fail(
    `${cgroupPath(most, "cpu.pressure")}: ${waitFor("cpu", most)} % of the last ten seconds; ${threshold} is asked for.`,
    count === 1
      ? "One alone waits for nobody, as long as it gets the CPU whenever it wants. Put a second one in, or a quota on it."
      : "Let two or more spin in one group, and wait some seconds: it is a mean over ten.",
    evidenceOf({ group: most, resource: "cpu" }),
  );
};

function waitFor(resource: Resource, group: Cgroup | undefined): number {
  return parsePressure(group?.files.get(`${resource}.pressure`) ?? "").some?.average10 ?? 0;
}

/** The mean goes on rising in the group that the step before held back at the disk. */
function isOld({ group, resource }: Pressed, since: Snapshot): boolean {
  const then = cgroupThen(group, since);
  return resource === "io" ? then !== undefined : waitFor(resource, then) >= threshold;
}

function describe({ group, resource }: Pressed): string {
  return `${cgroupPath(group)} waits for the ${words[resource]} ${waitFor(resource, group)} % of the time`;
}

function evidenceOf({ group, resource }: Pressed): Evidence[] {
  return [{ ...cgroupEvidence(group, `${resource}.pressure`, "some"), note: "avg10: per cent" }];
}
