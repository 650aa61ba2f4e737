import { readFile } from "node:fs/promises";
import path from "node:path";
import { LabError, messageOf } from "../../web/core/errors.ts";
import type { AssetSource } from "../../web/machine/assets.ts";

/** The image's files from a folder. */
export function nodeAssets(folder: string): AssetSource {
  return {
    async read(file) {
      try {
        return new Uint8Array(await readFile(path.join(folder, file)));
      } catch (cause) {
        throw new LabError("fetch-failed", `A part of the machine could not be read: ${messageOf(cause)}`, { cause });
      }
    },
  };
}
