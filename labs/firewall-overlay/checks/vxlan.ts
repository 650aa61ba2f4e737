import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { inetAddresses, nameOf, newLinks, otherEnds, type PlacedLink, placedLinks } from "../../../web/lab/links.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { answers, isReady, kindEvidence, pingEvidence, pings } from "../endpoints.ts";

/** A tunnel's end, and where somebody speaks through it: at itself, at its bridge, or at a container's cable into that bridge. */
interface End {
  readonly tunnel: PlacedLink;
  readonly speakers: readonly PlacedLink[];
}

function ends(context: InquiryContext): End[] {
  return newLinks("vxlan", context).map((tunnel) => {
    const near = placedLinks(context.now).filter(({ namespace }) => namespace === tunnel.namespace);
    const bridge = near.filter(({ link }) => link.index === tunnel.link.master);
    const cables = near
      .filter(({ link }) => link.master !== undefined && link.master === tunnel.link.master)
      .flatMap((port) => otherEnds(context.now, port));
    return { tunnel, speakers: [tunnel, ...bridge, ...cables].filter(isReady) };
  });
}

export function vxlanInquiries(context: InquiryContext): readonly Inquiry[] {
  const speakers = ends(context).flatMap((end) => end.speakers);
  return pings(
    speakers,
    speakers.flatMap(({ link }) => inetAddresses(link)),
  );
}

/** Two ends of one VNI in two namespaces, and a ping that leaves by the one and is answered at the other. */
export const vxlan: Check = (context) => {
  const all = ends(context);
  const pairs = all.flatMap((one) => all.map((other) => [one, other] as const)).filter(([one, other]) => isPair(one, other));
  for (const [one, other] of pairs) {
    for (const from of one.speakers) {
      // Of two that may be behind either end, one is behind each; to others they may be neighbours.
      const far = other.speakers.filter((place) => speaksAt(one, place) === speaksAt(other, from));
      const to = far.flatMap(({ link }) => inetAddresses(link));
      const reached = to.find((address) => answers(context.found, from, address) === true);
      if (reached !== undefined) return pass(kindEvidence(one.tunnel), kindEvidence(other.tunnel), pingEvidence(from, reached));
    }
  }
  const [pair] = pairs;
  return pair ? noAnswer(...pair, context) : noPair(all);
};

function speaksAt({ speakers }: End, { link }: PlacedLink): boolean {
  return speakers.some((place) => place.link === link);
}

function isPair({ tunnel: one }: End, { tunnel: other }: End): boolean {
  return one.namespace !== other.namespace && one.link.details["vni"] === other.link.details["vni"];
}

function noPair([one, other]: readonly End[]): Verdict {
  if (!one) return fail("There is no vxlan of yours yet.");
  const evidence = [one, ...(other ? [other] : [])].map(({ tunnel }) => kindEvidence(tunnel));
  if (!other)
    return fail(
      `${nameOf(one.tunnel)} is one end of a tunnel without another.`,
      "Each of the two hosts needs its own end. Make the second in the other namespace.",
      evidence,
    );
  if (one.tunnel.namespace === other.tunnel.namespace)
    return fail(
      `${one.tunnel.link.name} and ${other.tunnel.link.name} are in the same network namespace, ${one.tunnel.enter}.`,
      "A tunnel joins two hosts: one end belongs into host-a, the other into host-b.",
      evidence,
    );
  return fail(
    `The two ends have different network identifiers (VNI): ${one.tunnel.link.details["vni"]} and ${other.tunnel.link.details["vni"]}.`,
    "Packets carry the VNI, and an end takes only those with its own. Make both with the same `id`.",
    evidence,
  );
}

function noAnswer(one: End, other: End, { now }: InquiryContext): Verdict {
  const both = [one, other];
  const evidence = both.map(({ tunnel }) => kindEvidence(tunnel));
  const say = (reason: string, hint: string) => fail(reason, hint, evidence);
  const down = both.find(({ tunnel }) => !tunnel.link.up);
  if (down)
    return say(
      `${nameOf(down.tunnel)} is down.`,
      `A new link is down: \`ip link set ${down.tunnel.link.name} up\`, in its namespace.`,
    );
  const silent = both.find(({ speakers }) => speakers.length === 0);
  if (silent)
    return say(
      `${nameOf(silent.tunnel)} has no IPv4 address, and nobody behind it has one.`,
      "The overlay is a network of its own: give each end an address in it, as 10.42.0.1/24 and 10.42.0.2/24.",
    );
  const [port, otherPort] = both.map(({ tunnel }) => tunnel.link.details["port"]);
  if (port !== otherPort)
    return say(
      `One end sends to and listens on UDP port ${port}, the other on ${otherPort}.`,
      "Both must use one port: 4789 is the standard's, 8472 what Linux takes when told nothing. Say `dstport 4789` on both sides.",
    );
  for (const [end, opposite] of [
    [one, other],
    [other, one],
  ] as const) {
    const { remote, group } = end.tunnel.link.details;
    if (remote === undefined && group === undefined)
      return say(
        `${nameOf(end.tunnel)} does not know where the other host is: it has neither a remote nor a group.`,
        "Packets for addresses that it has not learnt go nowhere. Make it with `remote` and the other host's address on the wire.",
      );
    const theirs = placedLinks(now).filter(({ namespace }) => namespace === opposite.tunnel.namespace);
    if (remote !== undefined && !theirs.some(({ link }) => inetAddresses(link).includes(String(remote))))
      return say(
        `${nameOf(end.tunnel)} sends to ${remote}, which is no address of the other host.`,
        "`remote` is where the other host is on the wire between them, not in the overlay.",
      );
  }
  const addresses = both.flatMap(({ speakers }) => speakers.flatMap(({ link }) => inetAddresses(link)));
  return say(
    `The tunnel is there, but nobody answers through it. Its addresses: ${addresses.join(", ")}.`,
    "Both need different addresses of one network (as 10.42.0.1/24 and 10.42.0.2/24), and the wire below must be up: can the hosts ping each other on it?",
  );
}
