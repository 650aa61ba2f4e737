import { crc32 } from "../core/crc32.ts";
import { LabError } from "../core/errors.ts";
import type { ImageFile } from "./image-index.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Bytes of this file received so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Ask the server again, whatever a cache holds. */
  readonly fresh?: boolean;
}

/** Where the image's files come from: HTTP in the browser, the file system in Node. Rejects with `fetch-failed`. */
export interface AssetSource {
  read(file: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a file and proves it whole; a damaged copy is asked for once more, past every cache. */
export async function readChecked(
  source: AssetSource,
  file: ImageFile,
  options: ReadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await source.read(file.file, options);
  if (isWhole(bytes, file)) return bytes;
  const again = await source.read(file.file, { ...options, fresh: true });
  if (isWhole(again, file)) return again;
  throw new LabError(
    "bad-state",
    "A part of the machine arrived damaged, twice. Reload the page; if it stays so, the site was not published whole.",
    {
      detail: `${file.file}: ${again.length} bytes, CRC ${crc32(again).toString(16)}; expected ${file.size}, ${file.crc32.toString(16)}`,
    },
  );
}

function isWhole(bytes: Uint8Array, file: ImageFile): boolean {
  return bytes.length === file.size && crc32(bytes) === file.crc32;
}
