import type { NetworkNamespace, Snapshot } from "../../web/kernel/snapshot.ts";
import type { LinkPlace } from "../../web/lab/cables.ts";
import type { Findings, Inquiry } from "../../web/lab/inquiry.ts";
import { networkFilesQuery, networkFileText } from "../../web/lab/network-files.ts";
import { networkOf } from "./ends.ts";

const icmpFile = "/proc/thread-self/net/snmp";

const deviceFile = ({ link }: LinkPlace) => `/proc/thread-self/net/dev_snmp6/${link.name}`;
const keyOf = (network: NetworkNamespace) => `counters ${network.inode}`;

/** Asks for what counts echoes: of IPv4 by namespace, of IPv6 by link. */
export function countersInquiry(now: Snapshot, end: LinkPlace): Inquiry {
  const network = networkOf(now, end);
  return { kind: "files", key: keyOf(network), queries: [networkFilesQuery(network, [icmpFile, deviceFile(end)])] };
}

/** What one end of a cable, and the namespace it is in, have seen of pings. */
export interface Counters {
  readonly end: LinkPlace;
  /** Asked by somebody in this namespace, of anybody. */
  readonly asked: number;
  /** Requests and answers that came in over IPv4 from anywhere, this namespace itself included. */
  readonly requests: number;
  readonly answers: number;
  /** Packets that came in through the end and were not IPv6's, which talks by itself: IPv4 and ARP. */
  readonly received: bigint;
  /** Answers of IPv6 that came in through this end. */
  readonly answers6: number;
}

/** Undefined when it could not be read. */
export function countersOf(found: Findings, now: Snapshot, end: LinkPlace): Counters | undefined {
  const network = networkOf(now, end);
  const text = (file: string) => networkFileText(found, keyOf(network), network, file);
  const icmp = text(icmpFile);
  if (icmp === undefined) return undefined; // equivalent: for the look that fails
  const device = text(deviceFile(end)) ?? "";
  const [names = [], values = []] = icmp
    .split("\n")
    .filter((line) => line.startsWith("Icmp:"))
    .map((line) => line.split(" "));
  const four = (name: string) => Number(values[names.indexOf(name)] ?? 0);
  const six = (name: string) => Number(new RegExp(`^${name}\\s+(\\d+)`, "m").exec(device)?.[1] ?? 0);
  return {
    end,
    asked: four("OutEchos") + six("Icmp6OutEchos"),
    requests: four("InEchos"),
    answers: four("InEchoReps"),
    received: end.link.counters.rxPackets - BigInt(six("Ip6InReceives")),
    answers6: six("Icmp6InEchoReplies"),
  };
}
