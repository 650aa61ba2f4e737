import type { LinkAddress } from "../snapshot.ts";
import { familyOf, ipText } from "./ip-address.ts";
import { parseAttributes, u8, u32 } from "./message.ts";
import { scopeName } from "./scope.ts";

export interface AddressMessage {
  /** Index of the link it belongs to. */
  readonly index: number;
  readonly address: LinkAddress;
}

const IFA_ADDRESS = 1;
const IFA_LOCAL = 2;

/** RTM_NEWADDR: `struct ifaddrmsg` and attributes (linux/if_addr.h). On a point-to-point link IFA_ADDRESS is the other end's. */
export function parseAddress(payload: Uint8Array): AddressMessage | undefined {
  const family = familyOf(u8(payload));
  const prefixLength = u8(payload, 1);
  const scope = u8(payload, 3);
  const index = u32(payload, 4);
  const attributes = parseAttributes(payload, 8);
  const address = ipText(attributes.get(IFA_LOCAL) ?? attributes.get(IFA_ADDRESS));
  if (!family || prefixLength === undefined || scope === undefined || !index || address === undefined) return undefined;
  return { index, address: { family, address, prefixLength, scope: scopeName(scope) } };
}
