import { LabError } from "../../core/errors.ts";
import { text } from "../text.ts";

/** Bytes of the largest file that is shown. */
export const largestFile = 1_000_000;

/** Rejects what is no text: another encoding would come back changed. */
export function decodeFile(path: string, data: Uint8Array): string {
  try {
    const contents = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
    if (!contents.includes("\0")) return contents;
  } catch {
    // No UTF-8.
  }
  throw new LabError("file-refused", text.editor.binary(path));
}

export function encodeFile(contents: string): Uint8Array {
  return new TextEncoder().encode(contents);
}
