import * as z from "zod/mini";
import { LabError } from "../core/errors.ts";

const file = z.object({
  /** Name below the image folder. */
  file: z.string(),
  /** Bytes as served. */
  size: z.number(),
  /** CRC-32 of the bytes as served. */
  crc32: z.number(),
});

const savedState = z.object({
  ...file.shape,
  /** The image that it was made from: a state of another image does not fit. */
  image: z.string(),
  emulator: z.string(),
  /** What the shell in the state had printed: its first prompt. */
  terminals: z.array(z.object({ id: z.number(), output: z.string() })),
});

const imageIndex = z.object({
  version: z.literal(1),
  /** Hash of everything the guest is made of. */
  image: z.string(),
  emulator: z.string(),
  /** Guest RAM in bytes. */
  memory: z.number(),
  commandLine: z.string(),
  wasm: file,
  kernel: file,
  bios: file,
  vgaBios: file,
  disk: z.object({
    /** Bytes, uncompressed. */
    size: z.number(),
    chunkSize: z.number(),
    chunks: z.array(file),
    /** Chunks that the usual first commands read, in the order they are wanted. */
    wanted: z.array(z.number()),
  }),
  state: z.optional(savedState),
});

export type ImageFile = z.infer<typeof file>;
export type SavedState = z.infer<typeof savedState>;
/** `index.json` of the image folder: what the machine is made of and where it lies. */
export type ImageIndex = z.infer<typeof imageIndex>;

export function parseImageIndex(bytes: Uint8Array): ImageIndex {
  try {
    return imageIndex.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new LabError(
      "fetch-failed",
      "The description of the machine could not be read. Reload the page; if it stays so, the site was not published whole.",
      {
        cause,
      },
    );
  }
}
