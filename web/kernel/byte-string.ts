import { decodeText } from "../core/bytes.ts";

/**
 * Bytes as a string of the same length, one character (0…255) a byte: `split` and regular expressions work on it and nothing is
 * lost. `textOf` makes text of a piece; a whole file is never decoded at once, or one bad byte would change every other line of
 * it.
 */
export function byteString(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** A piece of a byte string as text; bytes that are not UTF-8 become `\xNN` (core/bytes.ts). */
export function textOf(piece: string): string {
  return /[\x80-\xff]/.test(piece) ? decodeText(Uint8Array.from(piece, (byte) => byte.charCodeAt(0))) : piece;
}

/** The lines of a file, without their newlines and without empty ones. */
export function byteLines(bytes: Uint8Array): string[] {
  return byteString(bytes)
    .split("\n")
    .filter((line) => line !== "");
}
