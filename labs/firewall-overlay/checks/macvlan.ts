import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { inetAddresses, nameOf, newLinks } from "../../../web/lab/links.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { answers, isAtHome, isReady, kindEvidence, pingEvidence, pings } from "../endpoints.ts";
import { type Lan, trouble } from "../on-the-lan.ts";

const lan: Lan = { card: "lan0", gateway: "192.168.50.1", prefix: "192.168.50." };

function containers(context: InquiryContext) {
  return newLinks("macvlan", context).filter((place) => !isAtHome(place, context) && isReady(place));
}

export function macvlanInquiries(context: InquiryContext): readonly Inquiry[] {
  const ends = containers(context);
  return pings(ends, [lan.gateway, ...ends.flatMap(({ link }) => inetAddresses(link))]);
}

/** Two macvlan links in two containers: the gateway answers the one, and each answers the other, which takes mode bridge. */
export const macvlan: Check = (context) => {
  const { found } = context;
  const ends = containers(context);
  const onLan = ends.filter((end) => answers(found, end, lan.gateway) === true);
  for (const end of onLan) {
    for (const other of onLan) {
      const reached = inetAddresses(other.link).find((address) => answers(found, end, address) === true);
      // equivalent: to another address of its own namespace no ping goes out by the link
      if (reached !== undefined && other.namespace !== end.namespace)
        return pass(kindEvidence(end), kindEvidence(other), pingEvidence(end, lan.gateway), pingEvidence(end, reached));
    }
  }
  const all = newLinks("macvlan", context);
  for (const place of all) {
    const problem = trouble(lan, place, context);
    if (problem) return problem;
  }
  const lonely = ends.find((end) => !onLan.includes(end));
  if (lonely)
    return fail(
      `The gateway ${lan.gateway} does not answer ${nameOf(lonely)}, ${lonely.link.details["mode"]} mode.`,
      `Frames go out by ${lan.card}, which must be up; and ${inetAddresses(lonely.link).join(", ")} must be nobody else's.`,
      [kindEvidence(lonely)],
    );
  const [one, ...more] = onLan;
  if (one && more.every(({ namespace }) => namespace === one.namespace))
    return fail(
      `${nameOf(one)} is on the LAN, and the only container there that you made.`,
      "Make a second one, in another namespace, and let them ping each other.",
      [kindEvidence(one)],
    );
  const odd = onLan.find(({ link }) => link.details["mode"] !== "bridge");
  if (odd)
    return fail(
      `${nameOf(odd)} has mode ${odd.link.details["mode"]}: the gateway answers it, its neighbour on the same card does not.`,
      "In mode vepa a frame for a neighbour goes out to the switch, which does not send it back; in mode private neighbours are strangers. Which mode hands it over inside?",
      onLan.map(kindEvidence),
    );
  const [other] = newLinks("ipvlan", context);
  if (other)
    return fail(
      `${nameOf(other)} is an ipvlan.`,
      "That comes next. Here each container gets a hardware address of its own: macvlan.",
      [kindEvidence(other)],
    );
  return fail("No container of yours is on the LAN yet.");
};
