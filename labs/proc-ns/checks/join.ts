import { namespaceTypes, type Process } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { isAway, isSameProcess, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { isPlant } from "../../../web/lab/scene.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { linkOf, type Pin, pinEvidence, pinsOf, workshopOf } from "../pins.ts";

/** A process of the learner's is in the namespace that a mount of theirs keeps; of several the first that was mounted. */
export const join: Check = (context) => {
  const { now, scene } = context;
  const workshop = workshopOf(scene);
  const [pin] = pinsOf(now).filter(({ namespace: { initial, inode, type } }) => !initial && inode !== workshop && type !== "pid");
  if (!pin) {
    return fail(
      "No mount keeps a namespace of yours any more.",
      "With the last mount gone it is gone. Pin one again, as in the step before, and join that.",
    );
  }
  const { type, inode } = pin.namespace;
  const learners = [...now.processes.values()].filter((process) => !isPlant(scene, process));
  const joined = learners.find(({ namespaces }) => namespaces[type] === inode);
  if (joined) return pass(...namespaceEvidence(now, joined, type), pinEvidence(pin));
  return elsewhere(pin, learners, context);
};

function elsewhere(pin: Pin, learners: readonly Process[], { now, since, scene }: CheckContext): Verdict {
  const kept = `${linkOf(pin.namespace)}, which ${pin.mount.mountPoint} keeps`;
  const started = learners.filter((process) => !isSameProcess(process, since.processes.get(process.pid)));
  const [moved] = started.flatMap((process) => {
    const type = namespaceTypes.find((candidate) => isAway(now, process, candidate));
    return type ? [{ process, type }] : [];
  });
  if (!moved) return fail(`No process of yours is in ${kept}.`, undefined, [pinEvidence(pin)]);
  const { process, type } = moved;
  const evidence: Evidence[] = [...namespaceEvidence(now, process, type), pinEvidence(pin)];
  const where = `Process ${process.pid} (${process.name}) is in ${namespaceLink(type, process.namespaces[type])}, not in ${kept}.`;
  if (process.namespaces[type] === workshopOf(scene))
    return fail(where, `That is the workshop. Enter ${pin.mount.mountPoint} instead.`, evidence);
  return fail(
    where,
    `That is another one: unshare creates, setns joins. \`nsenter\` calls setns; give it ${pin.mount.mountPoint} as the file of the ${pin.namespace.type} namespace.`,
    evidence,
  );
}
