import { concatBytes } from "../core/bytes.ts";
import { crc32 } from "../core/crc32.ts";

/** Frames of the agent's protocol, version 1 (docs/PROTOCOL.md). */
export const protocolVersion = 1;
export const headerLength = 20;
/** Bytes of a whole frame; the port cuts off what is over. */
export const maxHostFrame = 4096;
export const maxGuestFrame = 16_384;
/** Bytes of a host → guest message put together from its fragments. */
export const maxHostMessage = 65_536;
const moreFragments = 0x80;
const magic0 = 0x4e;
const magic1 = 0x4c;

export interface Frame {
  readonly type: number;
  /** More fragments of the same message follow. */
  readonly more: boolean;
  readonly seq: number;
  readonly id: number;
  readonly payload: Uint8Array;
}

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength + frame.payload.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = magic0;
  bytes[1] = magic1;
  bytes[2] = protocolVersion;
  bytes[3] = frame.type | (frame.more ? moreFragments : 0);
  view.setUint32(4, frame.seq, true);
  view.setUint32(8, frame.id, true);
  view.setUint32(12, frame.payload.length, true);
  bytes.set(frame.payload, headerLength);
  view.setUint32(16, crc32(bytes.subarray(0, 16), frame.payload), true);
  return bytes;
}

/** Cuts a message into frames that fit the port; `seq` of the first, the others count on. */
export function fragmentMessage(type: number, id: number, seq: number, payload: Uint8Array): Frame[] {
  if (payload.length > maxHostMessage)
    throw new RangeError(`a message of ${payload.length} bytes, ${maxHostMessage} are allowed`);
  const room = maxHostFrame - headerLength;
  const frames: Frame[] = [];
  let at = 0;
  do {
    const end = Math.min(at + room, payload.length);
    frames.push({ type, more: end < payload.length, seq: (seq + frames.length) >>> 0, id, payload: payload.subarray(at, end) });
    at = end;
  } while (at < payload.length);
  return frames;
}

/** Cuts a byte stream into frames. What is no frame is skipped up to the next magic and counted. */
export class FrameDecoder {
  #pending: Uint8Array = new Uint8Array(0);
  #skipped = 0;

  /** Bytes so far that belonged to no valid frame. */
  get skippedBytes(): number {
    return this.#skipped;
  }

  /** Frames completed by these bytes, in order. Payloads are copies or views that stay valid. */
  push(bytes: Uint8Array): Frame[] {
    const input = this.#pending.length === 0 ? bytes.slice() : concatBytes([this.#pending, bytes]);
    const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    const frames: Frame[] = [];
    let at = 0;
    while (at < input.length) {
      const left = input.length - at;
      if (input[at] !== magic0 || (left > 1 && input[at + 1] !== magic1)) {
        at++;
        this.#skipped++;
        continue;
      }
      if (left < headerLength) break;
      const length = view.getUint32(at + 12, true);
      if (input[at + 2] !== protocolVersion || length > maxGuestFrame - headerLength) {
        at++;
        this.#skipped++;
        continue;
      }
      if (left < headerLength + length) break;
      const payload = input.subarray(at + headerLength, at + headerLength + length);
      if (crc32(input.subarray(at, at + 16), payload) !== view.getUint32(at + 16, true)) {
        at++;
        this.#skipped++;
        continue;
      }
      const type = input[at + 3] as number;
      frames.push({
        type: type & ~moreFragments,
        more: (type & moreFragments) !== 0,
        seq: view.getUint32(at + 4, true),
        id: view.getUint32(at + 8, true),
        payload,
      });
      at += headerLength + length;
    }
    this.#pending = input.slice(at);
    return frames;
  }
}
