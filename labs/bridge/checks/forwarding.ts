import type { Link } from "../../../web/kernel/snapshot.ts";
import { type Findings, fileText, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { networkFilesQuery, networkFileText } from "../../../web/lab/network-files.ts";
import { type Evidence, fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import { bridgeIn, connectedContainers, noBridge, noOutside, uplinkIn } from "../network.ts";

const all = "/proc/sys/net/ipv4/ip_forward";
const ofLink = ({ name }: Link) => `/proc/sys/net/ipv4/conf/${name}/forwarding`;

export function forwardingInquiries({ now, scene }: InquiryContext): Inquiry[] {
  const bridge = bridgeIn(now);
  const uplink = uplinkIn(now, scene);
  if (!bridge || !uplink) return [];
  const files = [all, ofLink(bridge), ofLink(uplink)].map((path) => ({ operation: "read" as const, path: path.slice(1) }));
  return [
    { kind: "files", key: "host", queries: [{ directory: "/", files }] },
    ...connectedContainers(now, scene, bridge).map(
      ({ network, label }): Inquiry => ({ kind: "files", key: label, queries: [networkFilesQuery(network, [all])] }),
    ),
  ];
}

/** What comes in through the bridge, and through the cable to the outside, is passed on. */
export function forwarding({ now, scene, found }: CheckContext): Verdict {
  const bridge = bridgeIn(now);
  if (!bridge) return noBridge();
  const uplink = uplinkIn(now, scene);
  if (!uplink) return noOutside();
  const evidence = [all, ofLink(bridge), ofLink(uplink)].map((path): Evidence => ({ path, value: onHost(found, path) ?? "?" }));
  const on = onHost(found, all);
  // equivalent: for the look that fails.
  if (on === undefined) return unknown("The host's settings could not be read just now.");
  const off = [bridge, uplink].filter((link) => onHost(found, ofLink(link)) === "0");
  const [first] = off;
  if (!first) return pass(...evidence);
  const inside = connectedContainers(now, scene, bridge).find(
    ({ network, label }) => networkFileText(found, label, network, all) === "1",
  );
  if (inside) {
    return fail(
      `${all} is 1 in ${inside.label}, and ${on} on the host.`,
      "The setting belongs to a network namespace. The one that has to pass packets on, from the bridge to the outside and back, is the host's.",
      evidence,
    );
  }
  if (off.length === 1) {
    return fail(
      `The host passes on what comes in through one side, but not through ${first.name}: ${ofLink(first)} is 0.`,
      "Answers have to come back as well. ip_forward switches it on for all links.",
      evidence,
    );
  }
  return fail(`The host passes nothing on: ${all} is ${on}.`, undefined, evidence);
}

function onHost(found: Findings, path: string): string | undefined {
  return fileText(found, "host", path);
}
