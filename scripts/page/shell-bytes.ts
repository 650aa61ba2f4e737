import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { distFolder } from "../paths.ts";
import { LabPage } from "./lab-page.ts";
import type { Serving } from "./serve.ts";

/** Bytes, gzipped, of the scripts and styles that a lab's page fetches until its prompt stands, without the emulator's own. */
export async function shellBytes(browser: Browser, { address }: Serving): Promise<number> {
  const emulator = await emulatorScript();
  const files = new Set<string>();
  const lab = await LabPage.open(browser, address, {
    prepare: (page) => {
      page.on("request", (request) => {
        const file = request.url().slice(address.length).split(/[?#]/, 1)[0] ?? "";
        if (/\.(js|css)$/.test(file) && file !== emulator) files.add(file);
      });
      return Promise.resolve();
    },
  });
  await lab.ready();
  await lab.close();
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(path.join(distFolder, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The worker with v86 in it. */
async function emulatorScript(): Promise<string | undefined> {
  for (const name of await readdir(path.join(distFolder, "assets"))) {
    if (/^worker-.*\.js$/.test(name) && (await readFile(path.join(distFolder, "assets", name), "utf8")).includes("v86.wasm"))
      return `assets/${name}`;
  }
  return undefined;
}
