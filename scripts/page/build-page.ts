import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { distFolder, root } from "../paths.ts";

const compressible = /\.(?:html|js|css|json|svg|wasm|bin|md)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Builds the page into `dist`, with compressed copies beside every file that is the smaller for it. */
export async function buildPage(): Promise<string> {
  await build({ root, logLevel: "error" });
  await compressFolder(distFolder);
  return distFolder;
}

async function compressFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await compressFolder(file);
    else if (compressible.test(entry.name) && !(await exists(`${file}.br`))) await compressFile(file);
  }
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const quality = bytes.length > 3e6 ? 5 : 10;
  const [small, smallest] = await Promise.all([
    zip(bytes, { level: 9 }),
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  ]);
  if (small.length < bytes.length * 0.95) await writeFile(`${file}.gz`, small);
  if (smallest.length < bytes.length * 0.95) await writeFile(`${file}.br`, smallest);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
