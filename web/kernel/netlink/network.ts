import type { NetworkDumps } from "../look-answer.ts";
import type { Gap, Link, LinkAddress, NetworkNamespace, Route } from "../snapshot.ts";
import { parseAddress } from "./address.ts";
import { parseLink } from "./link.ts";
import { parseDump } from "./message.ts";
import { parseRoute } from "./route.ts";

const RTM_NEWLINK = 16;
const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;
const RTM_F_CLONED = 0x200;

/** One network namespace from its three dumps. What a dump doesn't say for sure goes to `gaps`. */
export function parseNetwork(dumps: NetworkDumps, gaps: Gap[]): NetworkNamespace {
  const readThrough = dumps.path === "" ? "/proc/1/ns/net" : dumps.path;
  const dumped = <T>(what: string, bytes: Uint8Array, type: number, parse: (payload: Uint8Array) => T | undefined): T[] => {
    const dump = parseDump(bytes);
    const payloads = dump.messages.filter((message) => message.type === type).map((message) => message.payload);
    const parsed = payloads.map(parse).filter((value) => value !== undefined);
    const gap = (errno: number, message: string) => gaps.push({ path: readThrough, errno, message: `the ${what} ${message}` });
    if (dump.errno !== 0) gap(dump.errno, "were refused");
    if (dump.truncated) gap(0, "were cut off");
    if (dump.interrupted) gap(0, "changed while they were read");
    if (parsed.length < payloads.length) gap(0, "were not all understood");
    return parsed;
  };

  const addresses = new Map<number, LinkAddress[]>();
  for (const { index, address } of dumped("addresses", dumps.addresses, RTM_NEWADDR, parseAddress)) {
    const known = addresses.get(index);
    if (known) known.push(address);
    else addresses.set(index, [address]);
  }
  const links = new Map<number, Link>();
  for (const link of dumped("links", dumps.links, RTM_NEWLINK, parseLink)) {
    links.set(link.index, { ...link, addresses: addresses.get(link.index) ?? [] });
  }
  return {
    inode: dumps.inode,
    readThrough,
    links: [...links.values()],
    routes: dumped("routes", dumps.routes, RTM_NEWROUTE, routes).flat(),
  };
}

/** Routes of another family than IP (MPLS), and clones in the cache, are none of ours. */
function routes(payload: Uint8Array): Route[] | undefined {
  const family = payload[0];
  const cloned = ((payload[9] ?? 0) << 8) & RTM_F_CLONED;
  return cloned !== 0 || (family !== undefined && family !== 2 && family !== 10) ? [] : parseRoute(payload);
}
