import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup } from "../../../web/lab/cgroup-knobs.ts";
import { parsePressure } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, cgroupThen, membersOf, stallSince } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** Per cent of the last ten seconds, about, in which somebody who could have run had to wait. */
const threshold = 20;

/** Microseconds since the step began: the kernel brings its figures up to date every two seconds, so what is new may be old. */
const leastStall = 4_000_000;

const words = { cpu: "CPU", memory: "memory", io: "disk" } as const;
type Resource = keyof typeof words;
const resources = Object.keys(words) as Resource[];

/** A group that waits for the CPU, or for memory or the disk, and did not when the step began. */
export const pressure: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const pressed = groups
    .flatMap((group) => resources.map((resource) => ({ group, resource })))
    .filter(({ group, resource }) => waitFor(resource, group) >= threshold);
  const done = pressed.find(({ group, resource }) => {
    const then = cgroupThen(group, since);
    // The mean goes on rising in the group that the step before held back at the disk.
    if (resource === "io") return !then;
    return waitFor(resource, then) < threshold && stallSince(group, since, `${resource}.pressure`) >= leastStall;
  });
  if (done) return pass(...evidenceOf(done.group, done.resource));
  const [old] = pressed;
  if (old) {
    const { group, resource } = old;
    return fail(
      `${cgroupPath(group)} waits for the ${words[resource]} ${waitFor(resource, group)} % of the time, by what was done before this step.`,
      "Put two who want the CPU into a group of their own.",
      evidenceOf(group, resource),
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
    evidenceOf(most, "cpu"),
  );
};

function waitFor(resource: Resource, group: Cgroup | undefined): number {
  return parsePressure(group?.files.get(`${resource}.pressure`) ?? "").some?.average10 ?? 0;
}

function evidenceOf(group: Cgroup, resource: Resource): Evidence[] {
  return [{ ...cgroupEvidence(group, `${resource}.pressure`, "some"), note: "avg10: per cent" }];
}
