import { ByteWriter } from "../../core/bytes.ts";

/** One dump of rtnetlink(7): what goes between the `nlmsghdr` and the end of the message is `body`. */
export interface NetlinkRequest {
  readonly type: number;
  readonly flags: number;
  readonly body: Uint8Array;
}

const NLM_F_REQUEST_DUMP = 0x301;
const IFLA_EXT_MASK = 29;
const RTEXT_FILTER_VF = 1;

/** NETLINK_ROUTE, the protocol of the dumps below (linux/netlink.h). */
export const netlinkRoute = 0;

/** RTM_GETLINK: `struct ifinfomsg`, and IFLA_EXT_MASK as `ip link` sends it (it leaves the statistics in). */
export const linkDump: NetlinkRequest = {
  type: 18,
  flags: NLM_F_REQUEST_DUMP,
  body: new ByteWriter().bytes(new Uint8Array(16)).u16(8).u16(IFLA_EXT_MASK).u32(RTEXT_FILTER_VF).finish(),
};

/** RTM_GETADDR: `struct ifaddrmsg`, every family. */
export const addressDump: NetlinkRequest = { type: 22, flags: NLM_F_REQUEST_DUMP, body: new Uint8Array(8) };

/** RTM_GETROUTE: `struct rtmsg`, every family and table. */
export const routeDump: NetlinkRequest = { type: 26, flags: NLM_F_REQUEST_DUMP, body: new Uint8Array(12) };
