import { decodeText } from "../../core/bytes.ts";
import type { Link } from "../snapshot.ts";
import { linkDetails } from "./link-details.ts";
import { i32, parseAttributes, terminated, u8, u32, u64 } from "./message.ts";

const IFF_UP = 1;
const IFF_LOWER_UP = 0x10000;
const IFLA_ADDRESS = 1;
const IFLA_IFNAME = 3;
const IFLA_MTU = 4;
const IFLA_LINK = 5;
const IFLA_MASTER = 10;
const IFLA_OPERSTATE = 16;
const IFLA_LINKINFO = 18;
const IFLA_STATS64 = 23;
const IFLA_LINK_NETNSID = 37;
const IFLA_INFO_KIND = 1;
const IFLA_INFO_DATA = 2;
const IFLA_INFO_SLAVE_KIND = 4;
const IFLA_INFO_SLAVE_DATA = 5;

/** RFC 2863 states, spelled as in `/sys/class/net/NAME/operstate`. */
const operationalStates = ["unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"] as const;

/**
 * RTM_NEWLINK: `struct ifinfomsg` and IFLA_* attributes (rtnetlink(7), linux/if_link.h); addresses come in another dump.
 * IFLA_LINK is a veth's peer; of other kinds it is the device below, which goes to `details.lower` (and
 * `details.lowerNamespaceId` if that is elsewhere).
 */
export function parseLink(payload: Uint8Array): Link | undefined {
  const index = i32(payload, 4);
  const flags = u32(payload, 8);
  const attributes = parseAttributes(payload, 16);
  const name = attributes.get(IFLA_IFNAME);
  if (index === undefined || index <= 0 || flags === undefined || !name) return undefined;
  const info = parseAttributes(attributes.get(IFLA_LINKINFO) ?? new Uint8Array());
  const kind = textOf(info.get(IFLA_INFO_KIND));
  const other = u32(attributes.get(IFLA_LINK)) || undefined;
  const otherNamespaceId = i32(attributes.get(IFLA_LINK_NETNSID));
  const isVeth = kind === "veth";
  const lower = isVeth || other === undefined || (other === index && otherNamespaceId === undefined) ? undefined : other;
  return {
    index,
    name: textOf(name),
    kind,
    peerIndex: isVeth ? other : undefined,
    peerNamespaceId: isVeth ? otherNamespaceId : undefined,
    master: u32(attributes.get(IFLA_MASTER)) || undefined,
    up: (flags & IFF_UP) !== 0,
    carrier: (flags & IFF_LOWER_UP) !== 0,
    operationalState: operationalStates[u8(attributes.get(IFLA_OPERSTATE)) ?? 0] ?? "unknown",
    hardwareAddress: Array.from(attributes.get(IFLA_ADDRESS) ?? [], (byte) => byte.toString(16).padStart(2, "0")).join(":"),
    mtu: u32(attributes.get(IFLA_MTU)) ?? 0,
    counters: countersOf(attributes.get(IFLA_STATS64)),
    addresses: [],
    details: {
      ...linkDetails(kind, info.get(IFLA_INFO_DATA), textOf(info.get(IFLA_INFO_SLAVE_KIND)), info.get(IFLA_INFO_SLAVE_DATA)),
      ...(lower === undefined ? {} : { lower }),
      ...(lower === undefined || otherNamespaceId === undefined ? {} : { lowerNamespaceId: otherNamespaceId }),
    },
  };
}

/** `struct rtnl_link_stats64` begins with packets received and sent, bytes received and sent. */
function countersOf(stats: Uint8Array | undefined): Link["counters"] {
  return {
    rxPackets: u64(stats, 0) ?? 0n,
    txPackets: u64(stats, 8) ?? 0n,
    rxBytes: u64(stats, 16) ?? 0n,
    txBytes: u64(stats, 24) ?? 0n,
  };
}

function textOf(value: Uint8Array | undefined): string {
  return value ? decodeText(terminated(value)) : "";
}
