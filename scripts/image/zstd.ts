import { compress, init } from "@bokuweb/zstd-wasm";

let ready: Promise<void> | undefined;

/** One zstd frame. Level 19 takes about a second for 2 MB. */
export async function compressZstd(bytes: Uint8Array, level: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= init();
  await ready;
  return new Uint8Array(compress(bytes, level));
}
