import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostProcs, mountEvidence } from "../host-procs.ts";

/** The answer is where the demo's /proc is mounted on the host. */
export const leak: Check = ({ since, answer }) => {
  const leaks = hostProcs(since);
  const said = answer?.trim().replace(/(?<=.)\/+$/, "");
  if (said === undefined) return fail("You have not answered yet.");
  const found = leaks.find(({ mountPoint }) => mountPoint === said);
  if (found) return pass(mountEvidence(1, found));
  const below = leaks.some(({ mountPoint }) => mountPoint.startsWith(`${said}/`));
  if (said === "/proc") return fail("/proc is the host's own.", "There is a second one of the same type: `findmnt -t proc`.");
  return below
    ? fail(`${said} is no mount point.`, "Nearly: what was mounted lies below it. Answer with the mount point.")
    : fail(
        `No proc file system was mounted at ${said} on the host.`,
        "Look at the host's mounts, in a terminal that is in no container: `findmnt -t proc`.",
      );
};
