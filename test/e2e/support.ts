import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type ChromiumOptions, launchChromium } from "../../scripts/page/chromium.ts";
import { LabPage, type OpenOptions } from "../../scripts/page/lab-page.ts";
import { type ServeOptions, type Serving, serveFolder } from "../../scripts/page/serve.ts";
import { distFolder, imageFolder } from "../../scripts/paths.ts";

export interface Suite {
  readonly browser: () => Browser;
  /** The built page, served as a static host would; closed with the suite. */
  serve(options?: ServeOptions): Promise<Serving>;
  open(options?: OpenOptions & { readonly serve?: ServeOptions }): Promise<LabPage>;
}

/** One browser for a file's tests; everything opened through it is closed at the end. */
export function pageSuite(options: ChromiumOptions = {}): Suite {
  let browser: Browser | undefined;
  const servers: Serving[] = [];
  /** Pages that a test has not closed: it failed, or it needs them no more. */
  const left = new Set<LabPage>();
  afterEach(async ({ task }) => {
    for (const lab of left) {
      if (lab.page.isClosed()) continue;
      if (task.result?.state === "fail") process.stderr.write(`${await lab.describe(`failed-${task.id}`)}\n`);
      await lab.close();
    }
    left.clear();
  });
  beforeAll(async () => {
    browser = await launchChromium(options);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.close()));
  });
  const running = () => {
    if (!browser) throw new Error("the browser has not been started");
    return browser;
  };
  const serve = async (options: ServeOptions = {}) => {
    const serving = await serveFolder(distFolder, options);
    servers.push(serving);
    return serving;
  };
  return {
    browser: running,
    serve,
    open: async ({ serve: how = {}, ...options } = {}) => {
      const lab = await LabPage.open(running(), (await serve(how)).address, options);
      left.add(lab);
      return lab;
    },
  };
}

export interface PreparedIndex {
  readonly state: { readonly file: string };
  readonly wasm: { readonly file: string };
  readonly disk: { readonly chunks: ReadonlyArray<{ readonly file: string }> };
}

export async function preparedIndex(): Promise<PreparedIndex> {
  return JSON.parse(await readFile(path.join(imageFolder, "index.json"), "utf8")) as PreparedIndex;
}
