import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import { type Cable, cables, looseEnds } from "../../../web/lab/cables.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { namedNetworks, networkLabel } from "../../../web/lab/network-names.ts";
import { fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import { cablesAcross, endEvidence, endLabel } from "../ends.ts";

/** A veth pair with its ends in two network namespaces, neither of which is the host's. */
export const cable: Check = (context) => {
  const { now } = context;
  const [across] = cablesAcross(now);
  if (across) return pass(...across.map((end) => endEvidence(now, end)));
  const [short] = cables(now);
  if (short) return tooShort(now, short);
  const [loose] = looseEnds(now);
  // equivalent: for the look that could not see into a namespace.
  if (loose) return unknown(`Where the other end of ${endLabel(now, loose)} is could not be told just now.`);
  return otherLink(context) ?? fail("There is no veth cable in this machine.");
};

function tooShort(now: Snapshot, ends: Cable): Verdict {
  const [one, other] = ends;
  const evidence = ends.map((end) => endEvidence(now, end));
  const names = namedNetworks(now).map(({ name }) => name);
  if (one.namespace === other.namespace) {
    return fail(
      `Both ends of the cable, ${one.link.name} and ${other.link.name}, are in one place: ${networkLabel(now, one.namespace)}.`,
      `Plugged in like that it connects a namespace with itself. Move one end into ${names[0]} and the other into ${names[1]}: \`ip link set ${one.link.name} netns ${names[0]}\`.`,
      evidence,
    );
  }
  return fail(
    `The cable goes from ${endLabel(now, other)} to ${endLabel(now, one)}.`,
    `One end is still at home. Move ${one.link.name} into the other namespace.`,
    evidence,
  );
}

/** A link of another kind, which somebody has made. */
function otherLink({ now }: CheckContext): Verdict | undefined {
  for (const { inode, links } of now.networks.values()) {
    const made = links.find(({ kind }) => isMade(kind));
    if (made) return wrongKind(now, inode, made);
  }
  return undefined;
}

function isMade(kind: string): boolean {
  return kind !== "";
}

function wrongKind(now: Snapshot, inode: number, { name, kind, index }: Link): Verdict {
  return fail(
    `${name} in ${networkLabel(now, inode)} is a link of kind ${kind}: it has no second end to put elsewhere.`,
    "Ask for `type veth`: that makes two links at once, and what goes into one comes out of the other.",
    [{ path: `${name} in ${networkLabel(now, inode)}`, value: `kind ${kind}, ifindex ${index}` }],
  );
}
