/** Messages and attributes of netlink(7), walked within their bounds: what runs past its end stops the walk and is reported. */

export interface NetlinkMessage {
  readonly type: number;
  readonly payload: Uint8Array;
}

export interface NetlinkDump {
  readonly messages: readonly NetlinkMessage[];
  /** errno of a NLMSG_ERROR, or of a NLMSG_DONE that carries one; 0 for none. */
  readonly errno: number;
  /** The kernel's tables changed during the dump (NLM_F_DUMP_INTR): it may miss some or show some twice. */
  readonly interrupted: boolean;
  /** The bytes end within a message, or a length is impossible. */
  readonly truncated: boolean;
}

const headerLength = 16;
const NLMSG_ERROR = 2;
const NLMSG_DONE = 3;
const NLM_F_DUMP_INTR = 0x10;
/** Types below are netlink's own: no-operation, error, done, overrun. */
const NLMSG_MIN_TYPE = 0x10;

export function parseDump(bytes: Uint8Array): NetlinkDump {
  const view = viewOf(bytes);
  const messages: NetlinkMessage[] = [];
  let errno = 0;
  let interrupted = false;
  let at = 0;
  while (at + headerLength <= bytes.length) {
    const length = view.getUint32(at, true);
    if (length < headerLength || length > bytes.length - at) break;
    const type = view.getUint16(at + 4, true);
    interrupted ||= (view.getUint16(at + 6, true) & NLM_F_DUMP_INTR) !== 0;
    const payload = bytes.subarray(at + headerLength, at + length);
    if (type >= NLMSG_MIN_TYPE) messages.push({ type, payload });
    else if (type === NLMSG_ERROR || type === NLMSG_DONE) errno ||= Math.abs(i32(payload) ?? 0);
    at += align(length);
  }
  return { messages, errno, interrupted, truncated: at < bytes.length };
}

/** Attributes by type, from `offset` on (rtnetlink(7)); of a repeated one the last. What doesn't fit ends the walk. */
export function parseAttributes(bytes: Uint8Array, offset = 0): ReadonlyMap<number, Uint8Array> {
  const attributes = new Map<number, Uint8Array>();
  const view = viewOf(bytes);
  let at = offset;
  while (at + 4 <= bytes.length) {
    const length = view.getUint16(at, true);
    if (length < 4 || length > bytes.length - at) break;
    // The two upper bits say "nested" and "network byte order".
    attributes.set(view.getUint16(at + 2, true) & 0x3fff, bytes.subarray(at + 4, at + length));
    at += align(length);
  }
  return attributes;
}

/** Readers of an attribute's value: undefined when it is absent or too short, so that nothing is ever read past it. */
export function u8(value: Uint8Array | undefined, at = 0): number | undefined {
  return value?.[at];
}
export function u16(value: Uint8Array | undefined, at = 0): number | undefined {
  return value && value.length >= at + 2 ? viewOf(value).getUint16(at, true) : undefined;
}
/** Network byte order: ports and EtherTypes. */
export function be16(value: Uint8Array | undefined): number | undefined {
  return value && value.length >= 2 ? viewOf(value).getUint16(0) : undefined;
}
export function u32(value: Uint8Array | undefined, at = 0): number | undefined {
  return value && value.length >= at + 4 ? viewOf(value).getUint32(at, true) : undefined;
}
export function i32(value: Uint8Array | undefined, at = 0): number | undefined {
  return value && value.length >= at + 4 ? viewOf(value).getInt32(at, true) : undefined;
}
export function u64(value: Uint8Array | undefined, at = 0): bigint | undefined {
  return value && value.length >= at + 8 ? viewOf(value).getBigUint64(at, true) : undefined;
}
/** A string's bytes up to its NUL. */
export function terminated(value: Uint8Array): Uint8Array {
  const end = value.indexOf(0);
  return end < 0 ? value : value.subarray(0, end);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Messages and attributes begin at multiples of 4. */
export function align(length: number): number {
  return (length + 3) & ~3;
}
