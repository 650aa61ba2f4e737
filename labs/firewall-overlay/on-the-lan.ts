import type { InquiryContext } from "../../web/lab/lab.ts";
import { inetAddresses, nameOf, type PlacedLink } from "../../web/lab/links.ts";
import { fail, type Verdict } from "../../web/lab/verdict.ts";
import { isAtHome, kindEvidence } from "./endpoints.ts";

/** A network card of the host and the gateway behind it. */
export interface Lan {
  readonly card: string;
  readonly gateway: string;
  /** `192.168.50.` */
  readonly prefix: string;
}

/** Whether a link sits on that card of the host. */
export function isOn({ card }: Lan, place: PlacedLink, { now }: Pick<InquiryContext, "now">): boolean {
  const lower = now.networks.get(now.initial.net)?.links.find(({ name }) => name === card);
  return place.link.details["lower"] === lower?.index;
}

/** Why a container's link on a LAN cannot be used or does not reach the gateway; undefined for no reason that is seen here. */
export function trouble(lan: Lan, place: PlacedLink, context: Pick<InquiryContext, "now">): Verdict | undefined {
  const { link, enter } = place;
  const say = (reason: string, hint: string) => fail(reason, hint, [kindEvidence(place)]);
  if (isAtHome(place, context))
    return say(
      `${link.name} is still in the host's network namespace.`,
      "It is to be a container's: move it (`ip link set … netns NAME`), or name the namespace when you make it.",
    );
  if (!isOn(lan, place, context))
    return say(
      `${nameOf(place)} does not sit on ${lan.card}.`,
      `Whoever is on the LAN goes out by ${lan.card}: make it with \`link ${lan.card}\`.`,
    );
  if (!link.up) return say(`${nameOf(place)} is down.`, `Moved or new, a link is down. Inside: \`ip link set ${link.name} up\`.`);
  const addresses = inetAddresses(link);
  if (addresses.length === 0)
    return say(
      `${nameOf(place)} has no address.`,
      `Give it one of ${lan.prefix}0/24 inside ${enter}: moving it would have flushed one.`,
    );
  if (!addresses.some((address) => address.startsWith(lan.prefix)))
    return say(
      `${nameOf(place)} has the address ${addresses.join(", ")}.`,
      `The gateway is ${lan.gateway}: an address of the same network, ${lan.prefix}0/24, reaches it.`,
    );
  return undefined;
}
