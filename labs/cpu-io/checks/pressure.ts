import type { Cgroup } from "../../../web/kernel/snapshot.ts";
import { noGroup } from "../../../web/lab/cgroup-knobs.ts";
import { parsePressure } from "../../../web/lab/cgroup-values.ts";
import { cgroupEvidence, cgroupPath, cgroupsBelowRoot, cgroupThen, membersOf } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** Per cent of the last ten seconds, about, in which somebody who could have run had to wait. */
const threshold = 20;

/** A group that waits for the CPU, and did not when the step began. */
export const pressure: Check = ({ now, since }) => {
  const groups = cgroupsBelowRoot(now);
  const pressed = groups.filter((group) => waitFor("cpu", group) >= threshold);
  const done = pressed.find((group) => waitFor("cpu", cgroupThen(group, since)) < threshold);
  if (done) return pass(...evidenceOf(done));
  const [old] = pressed;
  if (old) {
    return fail(
      `${cgroupPath(old)} waits for the CPU ${waitFor("cpu", old)} % of the time, as it did when this step began.`,
      "End what runs in there, let the figure fall, and make it rise: or use another group.",
      evidenceOf(old),
    );
  }
  const elsewhere = groups.find((group) => waitFor("io", group) >= threshold);
  if (elsewhere) {
    return fail(
      `${cgroupPath(elsewhere)} waits, but for the disk: ${waitFor("io", elsewhere)} % of the time.`,
      "Each resource has a figure of its own. Here it is to be the CPU: let two who want it share one group.",
      [...evidenceOf(elsewhere), cgroupEvidence(elsewhere, "io.pressure", "some")],
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
    evidenceOf(most),
  );
};

function waitFor(resource: "cpu" | "io", group: Cgroup | undefined): number {
  return parsePressure(group?.files.get(`${resource}.pressure`) ?? "").some?.average10 ?? 0;
}

function evidenceOf(group: Cgroup): Evidence[] {
  return [{ ...cgroupEvidence(group, "cpu.pressure", "some"), note: "avg10: per cent" }];
}
