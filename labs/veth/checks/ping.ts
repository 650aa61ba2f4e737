import type { LinkPlace } from "../../../web/lab/cables.ts";
import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { networkLabel } from "../../../web/lab/network-names.ts";
import { type Evidence, fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import { type Counters, countersInquiry, countersOf } from "../counters.ts";
import { addressList, cablesAcross, endLabel } from "../ends.ts";

export function pingInquiries({ now }: InquiryContext): Inquiry[] {
  return cablesAcross(now).flatMap((ends) => ends.map((end) => countersInquiry(now, end)));
}

/** An echo request came out of one end of a cable, and the answer out of the other. */
export function ping(context: CheckContext): Verdict {
  const { now, found } = context;
  const across = cablesAcross(now);
  if (across.length === 0) return fail("No cable joins two namespaces any more.", "Lay it again; then ping across.");
  const counted = across.map(([one, other]) => [countersOf(found, now, one), countersOf(found, now, other)] as const);
  for (const [one, other] of counted) {
    // equivalent: for the look that fails.
    if (!one || !other) return unknown("The counters inside the namespaces could not be read just now.");
    if (wentAcross(one, other) || wentAcross(other, one)) return pass(...evidence(context, one), ...evidence(context, other));
  }
  const [first] = counted;
  return notYet(context, first as readonly [Counters, Counters]);
}

/** The first has an answer to what the second was asked. The namespace counts what it says to itself as well: so look at the cable too. */
function wentAcross(one: Counters, other: Counters): boolean {
  const byIpv4 = one.answers > 0 && other.requests > 0 && one.received > 0n && other.received > 0n;
  return byIpv4 || one.answers6 > 0;
}

function notYet(context: CheckContext, pair: readonly [Counters, Counters]): Verdict {
  const { now } = context;
  const all = pair.flatMap((each) => evidence(context, each));
  const asking = pair.find(({ asked }) => asked > 0);
  if (!asking) {
    return fail(
      `Nobody in ${networkLabel(now, pair[0].end.namespace)} or ${networkLabel(now, pair[1].end.namespace)} has sent an echo request yet.`,
      undefined,
      all,
    );
  }
  const where = networkLabel(now, asking.end.namespace);
  const goal = addressList(other(pair, asking.end));
  if (asking.answers > 0) {
    return fail(
      `${where} got ${asking.answers} answers to its ${asking.asked} echo requests, but from itself: none of them went over ${endLabel(now, asking.end)}.`,
      `To one's own address the way is lo, whichever link has it. Ping the other end's: ${goal}.`,
      all,
    );
  }
  return fail(
    `${where} has sent ${asking.asked} echo requests, and no answer came back.`,
    `Ask the address of the other end, ${goal}, and see that nothing there drops it.`,
    all,
  );
}

function other(pair: readonly [Counters, Counters], end: LinkPlace): LinkPlace {
  return pair[0].end === end ? pair[1].end : pair[0].end;
}

function evidence({ now }: CheckContext, { end, asked, requests, answers }: Counters): Evidence[] {
  const { rxPackets, txPackets } = end.link.counters;
  return [
    { path: endLabel(now, end), value: `received ${rxPackets}, sent ${txPackets} packets` },
    {
      path: `/proc/net/snmp in ${networkLabel(now, end.namespace)}`,
      value: `OutEchos ${asked}, InEchos ${requests}, InEchoReps ${answers}`,
      note: "echo requests sent, received; answers received",
    },
  ];
}
