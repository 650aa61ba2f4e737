/** Bytes of a piece: the guest's pages lie at such distances within v86's buffers, so that an unchanged page is an unchanged piece. */
export const pieceSize = 4096;

const stateMagic = 0x86768676 | 0;
const headerLength = 16;

/** Cuts one of v86's saved states: its description, then each of its buffers, each from its own beginning. Throws a RangeError at what is none. */
export function cutState(state: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let end = 0;
  const cutTo = (to: number) => {
    if (to < end || to > state.length) throw new RangeError("a saved state's buffers overlap or lie outside it");
    for (let at = end; at < to; at += pieceSize) pieces.push(state.subarray(at, Math.min(to, at + pieceSize)));
    end = to;
  };
  for (const start of bufferStarts(state)) cutTo(start);
  cutTo(state.length);
  return pieces;
}

/** Parts of these lengths, one after the other. Throws a RangeError unless they fill the bytes. */
export function cutAt(bytes: Uint8Array, lengths: Iterable<number>): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    if (!(length >= 0)) throw new RangeError("a part of a negative length");
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) throw new RangeError(`parts of ${at} bytes in all, where there are ${bytes.length}`);
  return parts;
}

function bufferStarts(state: Uint8Array): number[] {
  if (state.length < headerLength) throw new RangeError("no saved state: too short");
  const header = new DataView(state.buffer, state.byteOffset, headerLength);
  const infoLength = header.getInt32(12, true);
  if (header.getInt32(0, true) !== stateMagic || infoLength < 0 || headerLength + infoLength > state.length)
    throw new RangeError("no saved state: its header is another");
  const info: unknown = JSON.parse(new TextDecoder().decode(state.subarray(headerLength, headerLength + infoLength)));
  const buffers = (info as { buffer_infos?: unknown }).buffer_infos;
  if (!Array.isArray(buffers)) throw new RangeError("no saved state: it lists no buffers");
  const first = (headerLength + infoLength + 3) & ~3;
  return buffers.map((buffer: unknown) => first + Number((buffer as { offset?: unknown }).offset)).sort((a, b) => a - b);
}
