import { namespaceTypes } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf, newProcesses } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { linkOf, type Pin, pinEvidence, workshopOf } from "../pins.ts";
import { hasJoined, ownPins, type Resident, residents } from "../residents.ts";

/** A process of the learner's has joined a namespace that a mount of theirs keeps, whichever of them. */
export const join: Check = (context) => {
  const pins = ownPins(context);
  const last = pins.at(-1);
  if (!last) {
    return fail(
      "No mount keeps a namespace of yours any more.",
      "With the last mount gone it is gone. Pin one again, as in the step before, and join that.",
    );
  }
  const all = residents(context);
  const joined = all.find((resident) => hasJoined(resident, context));
  if (joined) return pass(...evidenceOf(joined, context));
  const [resident] = all;
  return resident ? notJoined(resident, context) : elsewhere(pins, last, context);
};

function notJoined(resident: Resident, context: CheckContext): Verdict {
  const { process, pin } = resident;
  return fail(
    `Process ${nameOf(process)} is in ${kept(pin)}, but never joined it: it was in it from the beginning.`,
    `unshare creates, setns joins. Leave it, then enter it from outside: ${howTo(pin)}`,
    evidenceOf(resident, context),
  );
}

function elsewhere(pins: readonly Pin[], last: Pin, context: CheckContext): Verdict {
  const { now, scene } = context;
  const all = pins.map(kept).join(", or in ");
  const [moved] = newProcesses(context).flatMap((process) => {
    const type = namespaceTypes.find((candidate) => isAway(now, process, candidate));
    return type ? [{ process, type }] : [];
  });
  if (!moved) return fail(`No process of yours is in ${all}.`, undefined, pins.map(pinEvidence));
  const { process, type } = moved;
  const evidence: Evidence[] = [...namespaceEvidence(now, process, type), ...pins.map(pinEvidence)];
  const where = `Process ${nameOf(process)} is in ${namespaceLink(type, process.namespaces[type])}, not in ${all}.`;
  if (process.namespaces[type] === workshopOf(scene))
    return fail(where, `That is the workshop. Enter ${last.mount.mountPoint} instead.`, evidence);
  return fail(where, `That is another one: unshare creates, setns joins. ${howTo(last)}`, evidence);
}

function kept({ mount, namespace }: Pin): string {
  return `${linkOf(namespace)}, which ${mount.mountPoint} keeps`;
}

function howTo({ mount, namespace }: Pin): string {
  return `\`nsenter\` calls setns; give it ${mount.mountPoint} as the file of the ${namespace.type} namespace.`;
}

function evidenceOf({ process, pin }: Resident, { now }: CheckContext): Evidence[] {
  return [...namespaceEvidence(now, process, pin.namespace.type), pinEvidence(pin)];
}
