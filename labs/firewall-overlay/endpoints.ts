import { type Findings, type Inquiry, probeFound } from "../../web/lab/inquiry.ts";
import type { InquiryContext } from "../../web/lab/lab.ts";
import { inetAddresses, type PlacedLink } from "../../web/lab/links.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** Prints which addresses answer a ping that leaves by one link. */
const pingAll = 'link=$1; shift; for a; do ping -c 1 -W 1 -I "$link" "$a" >/dev/null && echo "$a" & done; wait';

/** More ends than these are not tried in one look. */
const most = 6;

/** Pings from each end to the addresses, out of the end's own link; but not to its own. */
export function pings(from: readonly PlacedLink[], to: readonly string[]): Inquiry[] {
  const each = [...new Map(from.map((place) => [keyOf(place), place])).values()];
  return each.slice(-most).map((place) => {
    const own = inetAddresses(place.link);
    const others = to.filter((address) => !own.includes(address));
    const argv = ["nsenter", `--net=${place.enter}`, "sh", "-c", pingAll, "sh", place.link.name, ...others];
    return { kind: "probe", key: keyOf(place), argv, timeoutMs: 20_000 };
  });
}

/** Whether an address answered an end; undefined when that could not be tried. */
export function answers(found: Findings, place: PlacedLink, address: string): boolean | undefined {
  const probe = probeFound(found, keyOf(place));
  // equivalent: a probe ends in time unless the machine is in trouble
  return probe?.how === "exited" ? probe.output.split("\n").includes(address) : undefined;
}

function keyOf({ namespace, link }: PlacedLink): string {
  return `ping from ${namespace}:${link.index}`;
}

export function isAtHome({ namespace }: PlacedLink, { now }: Pick<InquiryContext, "now">): boolean {
  return namespace === now.initial.net;
}

/** Up, and with an address: it can be tried. */
export function isReady({ link }: PlacedLink): boolean {
  return link.up && inetAddresses(link).length > 0;
}

/** What `ip -d link` says of it. */
export function kindEvidence({ link, enter }: PlacedLink): Evidence {
  const { mode, vni } = link.details;
  return {
    path: `ip -d link show ${link.name}, in ${enter}`,
    value: `${link.kind} ${mode === undefined ? `id ${vni}` : `mode ${mode}`}`,
    note: `${link.hardwareAddress} ${inetAddresses(link).join(" ")}`,
  };
}

export function pingEvidence(place: PlacedLink, address: string): Evidence {
  return { path: `ping ${address}, from ${place.link.name} in ${place.enter}`, value: "answered" };
}
