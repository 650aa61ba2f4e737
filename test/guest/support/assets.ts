import { readFileSync } from "node:fs";
import path from "node:path";
import { nodeAssets } from "../../../scripts/guest/node-assets.ts";
import { imageFolder } from "../../../scripts/paths.ts";
import { LabError } from "../../../web/core/errors.ts";
import type { AssetSource } from "../../../web/machine/assets.ts";
import { type ImageIndex, parseImageIndex } from "../../../web/machine/image-index.ts";

/** Read from the folder as the other tests do, but for what `spoil` makes of a file. */
export class SpoiltAssets implements AssetSource {
  readonly #folder = nodeAssets(imageFolder);
  /** What is served in place of a file; undefined: the file itself. May throw, and may never settle. */
  spoil: (file: string, bytes: () => Promise<Uint8Array<ArrayBuffer>>) => Promise<Uint8Array<ArrayBuffer>> | undefined = () =>
    undefined;
  /** Names in the order they were asked for. */
  readonly asked: string[] = [];

  read(file: string): Promise<Uint8Array<ArrayBuffer>> {
    this.asked.push(file);
    return this.spoil(file, () => this.#folder.read(file)) ?? this.#folder.read(file);
  }
}

export function notFound(file: string): Promise<never> {
  return Promise.reject(
    new LabError("fetch-failed", "A part of the machine could not be fetched. Check the connection and try again.", {
      detail: `${file}: 404`,
    }),
  );
}

export function preparedIndex(): ImageIndex {
  return parseImageIndex(new Uint8Array(readFileSync(path.join(imageFolder, "index.json"))));
}

export function flipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] as number) ^ 0x01;
  return copy;
}
