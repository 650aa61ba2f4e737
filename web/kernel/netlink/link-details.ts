import { ipText } from "./ip-address.ts";
import { be16, parseAttributes, u8, u16, u32 } from "./message.ts";

type Details = Record<string, string | number>;
type Attributes = ReadonlyMap<number, Uint8Array>;

const macvlanModes: Readonly<Record<number, string>> = { 1: "private", 2: "vepa", 4: "bridge", 8: "passthru", 16: "source" };
const ipvlanModes = ["l2", "l3", "l3s"] as const;
const portStates = ["disabled", "listening", "learning", "forwarding", "blocking"] as const;

/** By IFLA_INFO_KIND: what IFLA_INFO_DATA says (linux/if_link.h), under the names that `ip -d link` uses. */
const readers: Readonly<Record<string, (data: Attributes) => Record<string, string | number | undefined>>> = {
  // IFLA_VXLAN_GROUP is the multicast group or the one remote end; 16 and 17 are the same in IPv6.
  vxlan: (data) => ({
    vni: u32(data.get(1)),
    [isMulticast(data.get(2) ?? data.get(16)) ? "group" : "remote"]: ipText(data.get(2) ?? data.get(16)),
    local: ipText(data.get(4) ?? data.get(17)),
    port: be16(data.get(15)),
    ttl: u8(data.get(5)),
    learning: u8(data.get(7)),
  }),
  macvlan: (data) => ({ mode: macvlanModes[u32(data.get(1)) ?? 0] }),
  macvtap: (data) => ({ mode: macvlanModes[u32(data.get(1)) ?? 0] }),
  ipvlan: (data) => ({ mode: ipvlanModes[u16(data.get(1)) ?? -1] }),
  vlan: (data) => ({ vlanId: u16(data.get(1)), protocol: be16(data.get(5)) === 0x88a8 ? "802.1ad" : "802.1Q" }),
  bridge: (data) => ({ stp: u32(data.get(5)), vlanFiltering: u8(data.get(7)), ageingTime: u32(data.get(4)) }),
};

/** What a link's kind and the bridge it is a port of have to say. */
export function linkDetails(
  kind: string,
  data: Uint8Array | undefined,
  masterKind: string,
  masterData: Uint8Array | undefined,
): Details {
  const own = data && Object.hasOwn(readers, kind) ? readers[kind]?.(parseAttributes(data)) : undefined;
  const port =
    masterData && masterKind === "bridge" ? { portState: portStates[u8(parseAttributes(masterData).get(1)) ?? -1] } : undefined;
  const details: Details = {};
  for (const [name, value] of Object.entries({ ...own, ...port })) if (value !== undefined) details[name] = value;
  return details;
}

function isMulticast(address: Uint8Array | undefined): boolean {
  const first = address?.[0] ?? 0;
  return address?.length === 16 ? first === 0xff : first >= 224 && first < 240;
}
