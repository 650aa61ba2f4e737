import type { Route } from "../snapshot.ts";
import { familyOf, ipText } from "./ip-address.ts";
import { align, i32, parseAttributes, u8, u16, u32 } from "./message.ts";
import { scopeName } from "./scope.ts";

const RTA_DST = 1;
const RTA_OIF = 4;
const RTA_GATEWAY = 5;
const RTA_PRIORITY = 6;
const RTA_PREFSRC = 7;
const RTA_MULTIPATH = 9;
const RTA_TABLE = 15;
const RTA_VIA = 18;

const types = [
  "unspec",
  "unicast",
  "local",
  "broadcast",
  "anycast",
  "multicast",
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
  "nat",
  "xresolve",
] as const;

/** RTM_NEWROUTE: `struct rtmsg` and attributes (rtnetlink(7)). A multipath route is one `Route` for each next hop. */
export function parseRoute(payload: Uint8Array): Route[] | undefined {
  const family = familyOf(u8(payload));
  const prefixLength = u8(payload, 1);
  const shortTable = u8(payload, 4);
  const scope = u8(payload, 6);
  const type = u8(payload, 7);
  if (
    !family ||
    prefixLength === undefined ||
    shortTable === undefined ||
    scope === undefined ||
    type === undefined ||
    payload.length < 12
  ) {
    return undefined;
  }
  const attributes = parseAttributes(payload, 12);
  const target = attributes.get(RTA_DST);
  const address = ipText(target);
  if ((target && address === undefined) || (!target && prefixLength > 0)) return undefined;
  const route: Route = {
    family,
    destination: address === undefined ? "default" : `${address}/${prefixLength}`,
    gateway: gatewayOf(attributes),
    outputIndex: u32(attributes.get(RTA_OIF)),
    source: ipText(attributes.get(RTA_PREFSRC)),
    table: u32(attributes.get(RTA_TABLE)) ?? shortTable,
    scope: scopeName(scope),
    type: types[type] ?? String(type),
    metric: u32(attributes.get(RTA_PRIORITY)),
  };
  const hops = nextHops(attributes.get(RTA_MULTIPATH));
  return hops.length > 0 ? hops.map((hop) => ({ ...route, ...hop })) : [route];
}

/** RTA_VIA is a gateway of the other family (`default via inet6 fe80::1`): `u16` family and the address. */
function gatewayOf(attributes: ReadonlyMap<number, Uint8Array>): string | undefined {
  return ipText(attributes.get(RTA_GATEWAY)) ?? ipText(attributes.get(RTA_VIA)?.subarray(2));
}

/** `struct rtnexthop`: `u16` length, flags, hops, `i32` interface, attributes. */
function nextHops(bytes: Uint8Array | undefined): Pick<Route, "gateway" | "outputIndex">[] {
  const hops: Pick<Route, "gateway" | "outputIndex">[] = [];
  let rest = bytes ?? new Uint8Array();
  while (rest.length >= 8) {
    const length = u16(rest) ?? 0;
    if (length < 8 || length > rest.length) break;
    hops.push({ gateway: gatewayOf(parseAttributes(rest.subarray(0, length), 8)), outputIndex: i32(rest, 4) });
    rest = rest.subarray(align(length));
  }
  return hops;
}
