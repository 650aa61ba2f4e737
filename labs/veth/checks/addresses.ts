import type { Snapshot } from "../../../web/kernel/snapshot.ts";
import type { LinkPlace } from "../../../web/lab/cables.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { networkLabel } from "../../../web/lab/network-names.ts";
import { givenAddresses } from "../../../web/lab/routes.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { addressEvidence, addressList, cablesAcross, endLabel, leadsAcross } from "../ends.ts";

/** Where each end of a cable is, the routes lead through it to an address of the other: both have one, and both are up. */
export const addresses: Check = ({ now }) => {
  const across = cablesAcross(now);
  const done = across.find(([one, other]) => leadsAcross(now, one, other) && leadsAcross(now, other, one));
  if (done) return pass(...done.map((end) => addressEvidence(now, end)));
  // The one that somebody has begun to set up.
  const [ends] = across.toSorted((one, other) => begun(other) - begun(one));
  if (!ends) return fail("No cable joins two namespaces any more.", "Lay it again, as in the step before.");
  return missing(now, ends) ?? missing(now, [ends[1], ends[0]]) ?? unrelated(now, ends);
};

function begun(ends: readonly LinkPlace[]): number {
  return ends.filter(({ link }) => link.up || givenAddresses(link).length > 0).length;
}

type Ends = readonly [LinkPlace, LinkPlace];

/** What one end lacks. */
function missing(now: Snapshot, ends: Ends): Verdict | undefined {
  const [end] = ends;
  const { link, namespace } = end;
  const evidence = ends.map((each) => addressEvidence(now, each));
  if (givenAddresses(link).length === 0) {
    return fail(
      `${endLabel(now, end)} has no address. A link that is moved to another namespace arrives without those it had, and switched off.`,
      begun(ends) === 0 ? undefined : `Give it one where it is now, in ${networkLabel(now, namespace)}: each end needs its own.`,
      evidence,
    );
  }
  if (!link.up) {
    return fail(
      `${endLabel(now, end)} has the address ${addressList(end)}, but it is down.`,
      "A cable carries nothing until both its ends are up.",
      evidence,
    );
  }
  return undefined;
}

/** Both have addresses and are up, and yet one doesn't find the other. */
function unrelated(now: Snapshot, ends: Ends): Verdict {
  const [one, other] = ends;
  const evidence = ends.map((each) => addressEvidence(now, each));
  const same = givenAddresses(one.link).find(({ address }) =>
    givenAddresses(other.link).some((each) => each.address === address),
  );
  if (same) {
    return fail(
      `Both ends have the same address, ${same.address}.`,
      "Whoever sends to it sends to itself. Give one of them another address of the same network.",
      evidence,
    );
  }
  const [from, to] = leadsAcross(now, one, other) ? [other, one] : [one, other];
  return fail(
    `${networkLabel(now, from.namespace)} has no route to ${addressList(to)} through ${from.link.name}, whose address is ${addressList(from)}.`,
    "An address with its prefix makes a route to its network: with 10.0.0.1/24 come all of 10.0.0.0 to 10.0.0.255. Without a prefix it is /32, a network of one. Give both ends addresses of one network.",
    evidence,
  );
}
