import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { crc32 } from "../../web/core/crc32.ts";
import type { ImageFile, ImageIndex } from "../../web/machine/image-index.ts";
import { builtImageFolder, root } from "../paths.ts";

/** Guest RAM. Free memory costs nothing in a saved state. */
const memory = 256 * 1024 * 1024;
const commandLine =
  "root=/dev/sda rootfstype=erofs ro init=/usr/lib/nslab/agent console=ttyS0 quiet loglevel=1 init_on_free=1 panic=0 tsc=reliable tsc_early_khz=1000000 dummy.numdummies=0";

const rootfsIndex = z.object({
  chunkSize: z.number(),
  size: z.number(),
  chunks: z.array(z.tuple([z.number(), z.number()])),
});

export function sha256(...parts: ReadonlyArray<Uint8Array | string>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

export async function emulatorVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, "node_modules/v86/package.json"), "utf8"));
  return z.parse(z.object({ version: z.string() }), manifest).version;
}

/** Writes a file under a name that changes with its content, so that it may be cached for ever. */
export async function writeNamed(folder: string, name: string, bytes: Uint8Array): Promise<ImageFile> {
  const crc = crc32(bytes);
  const [stem, ...endings] = name.split(".");
  const file = `${stem}-${crc.toString(16).padStart(8, "0")}.${endings.join(".")}`;
  await writeFile(path.join(folder, file), bytes);
  return { file, size: bytes.length, crc32: crc };
}

/** Cuts the committed image into what the page fetches. */
export async function writeParts(folder: string): Promise<Omit<ImageIndex, "state">> {
  const built = (file: string) => readFile(path.join(builtImageFolder, file));
  const [manifest, layout, rootfs] = await Promise.all([
    built("manifest.json"),
    built("rootfs.index.json"),
    built("rootfs.erofs.zst"),
  ]);
  const { chunkSize, size, chunks } = z.parse(rootfsIndex, JSON.parse(layout.toString()));
  const chunkFiles: ImageFile[] = [];
  for (const [number, [offset, length]] of chunks.entries()) {
    chunkFiles.push(await writeNamed(folder, `disk${number}.zst`, rootfs.subarray(offset, offset + length)));
  }
  return {
    version: 1,
    image: sha256(manifest, String(memory), commandLine).slice(0, 32),
    emulator: await emulatorVersion(),
    memory,
    commandLine,
    wasm: await writeNamed(folder, "v86.wasm", await readFile(path.join(root, "node_modules/v86/build/v86.wasm"))),
    kernel: await writeNamed(folder, "bzImage.bin", await built("bzImage")),
    bios: await writeNamed(folder, "bios.bin", await built("bios.bin")),
    vgaBios: await writeNamed(folder, "vgabios.bin", await built("vgabios.bin")),
    disk: { size, chunkSize, chunks: chunkFiles, wanted: [] },
  };
}
