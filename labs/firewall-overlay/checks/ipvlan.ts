import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf, newLinks } from "../../../web/lab/links.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { answers, isAtHome, isReady, kindEvidence, pingEvidence, pings } from "../endpoints.ts";
import { isOn, type Lan, trouble } from "../on-the-lan.ts";

const lan: Lan = { card: "cloud0", gateway: "192.168.60.1", prefix: "192.168.60." };

function containers(context: InquiryContext) {
  return newLinks("ipvlan", context).filter((place) => !isAtHome(place, context) && isReady(place));
}

export function ipvlanInquiries(context: InquiryContext): readonly Inquiry[] {
  return pings(containers(context), [lan.gateway]);
}

/** An ipvlan link in a container, which the gateway answers though the switch takes frames from one hardware address only. */
export const ipvlan: Check = (context) => {
  const { found } = context;
  const ends = containers(context);
  const done = ends.find((end) => answers(found, end, lan.gateway) === true);
  if (done) return pass(kindEvidence(done), pingEvidence(done, lan.gateway));
  for (const place of newLinks("ipvlan", context)) {
    const problem = trouble(lan, place, context);
    if (problem) return problem;
  }
  const [lonely] = ends;
  if (lonely)
    return fail(
      `The gateway ${lan.gateway} does not answer ${nameOf(lonely)}, mode ${lonely.link.details["mode"]}.`,
      lonely.link.details["mode"] === "l2"
        ? `Frames go out by ${lan.card}: is it up?`
        : "In modes l3 and l3s the host routes for its containers and nobody answers when the gateway asks (ARP) who has that address. Mode l2 answers.",
      [kindEvidence(lonely)],
    );
  const stranger = newLinks("macvlan", context).find((place) => isOn(lan, place, context));
  if (stranger)
    return fail(
      `${nameOf(stranger)} is a macvlan: its frames come from ${stranger.link.hardwareAddress}, an address of its own.`,
      `The switch behind ${lan.card} knows one hardware address, ${lan.card}'s, and drops all others. An ipvlan shares it. A card carries one kind at a time: delete this link first.`,
      [kindEvidence(stranger)],
    );
  return fail(`No container of yours has an ipvlan on ${lan.card} yet.`);
};
