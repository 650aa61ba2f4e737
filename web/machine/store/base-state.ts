import { LabError } from "../../core/errors.ts";
import { type AssetSource, readChecked } from "../assets.ts";
import { parseImageIndex } from "../image-index.ts";
import type { Hasher } from "./hashing.ts";
import { cutState } from "./pieces.ts";

/** The state that comes with the image: what saved machines are differences to. */
export interface BaseState {
  /** Image and emulator, in one name. */
  readonly image: string;
  readonly pieces: readonly Uint8Array[];
  /** Index of a piece by its content. */
  readonly byHash: ReadonlyMap<string, number>;
}

/** An image without a saved state has no pieces to share. */
export async function readBaseState(source: AssetSource, hasher: Hasher): Promise<BaseState> {
  const index = parseImageIndex(await source.read("index.json"));
  const image = `${index.image} ${index.emulator}`;
  const { state } = index;
  if (!state || state.image !== index.image || state.emulator !== index.emulator) return { image, pieces: [], byHash: new Map() };
  const [compressed, { decompress }] = await Promise.all([readChecked(source, state), import("fzstd")]);
  try {
    const pieces = cutState(decompress(compressed));
    return { image, pieces, byHash: new Map(pieces.map((piece, i) => [hasher.hex(piece), i])) };
  } catch (cause) {
    throw new LabError("bad-state", "The machine's saved state could not be unpacked. Reload the page.", { cause });
  }
}
