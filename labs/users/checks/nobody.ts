import type { Ids, Process } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const nobodyId = 65534;

/** A process whose real, effective, saved and file system uid are all nobody's. */
export const nobody: Check = (context) => {
  const processes = learnersProcesses(context.now, context);
  const done = processes.find(({ uid }) => all(uid).every((id) => id === nobodyId));
  if (done) return pass(uids(done));
  const half = processes.find(({ uid }) => all(uid).includes(nobodyId));
  if (half) {
    return fail(
      `Process ${nameOf(half)} is nobody only in part: its uids are ${all(half.uid).join(", ")} (real, effective, saved, file system).`,
      "Whoever keeps another id in one of the four can take it back with setuid(2). Change all of them: `setpriv --reuid` does, or `su`.",
      [uids(half)],
    );
  }
  const other = processes.find(({ uid }) => uid.effective !== 0);
  if (other) {
    return fail(
      `Process ${nameOf(other)} runs as uid ${other.uid.effective}, who is somebody.`,
      `nobody is uid ${nobodyId}: \`id nobody\`.`,
      [uids(other)],
    );
  }
  const gone = context.events.some((event) => event.kind === "uid" && event.effective === nobodyId);
  if (gone) {
    return fail(
      "A process became nobody, and has ended.",
      "Start one that stays while it is looked at: a shell, or `sleep 1000 &`. If it ended at once: nobody's login shell is nologin, so say which program to run.",
    );
  }
  const unmapped = processes.find((process) => isAway(context.now, process, "user"));
  if (unmapped) {
    return fail(
      `Process ${nameOf(unmapped)} is in a user namespace of its own, and may look like nobody in there: on the host its uid is ${unmapped.uid.effective}.`,
      "An id without a translation is shown as 65534. Change the uid itself: `setpriv --reuid`, or `su`.",
      [uids(unmapped), ...namespaceEvidence(context.now, unmapped, "user")],
    );
  }
  return fail("Everything you started runs as root.", undefined);
};

function all({ real, effective, saved, filesystem }: Ids): number[] {
  return [real, effective, saved, filesystem];
}

function uids({ pid, uid }: Process): Evidence {
  return { path: `/proc/${pid}/status`, value: `Uid: ${all(uid).join(" ")}`, note: "real, effective, saved, file system" };
}
