import type { Browser } from "playwright-core";
import { launchChromium } from "../page/chromium.ts";
import { LabPage } from "../page/lab-page.ts";
import { type Serving, serveFolder } from "../page/serve.ts";
import { shellBytes } from "../page/shell-bytes.ts";
import { distFolder } from "../paths.ts";
import { type Condition, msInPage } from "./page-clock.ts";
import { median, rounded, type Spread, spread } from "./statistics.ts";

export interface WorkspaceResults {
  /** From the click to the checkpoint in the timeline. */
  readonly checkpointSaveMs: Spread;
  /** From the click to a machine that runs again, with its terminals. */
  readonly checkpointRestoreMs: Spread;
  /** The largest of the checkpoints that finishing a step makes, as it lies in the store. */
  readonly checkpointBytes: number;
  /** A key's way to the guest and back to the screen: while nothing is saved, and while saving goes on. */
  readonly typingMs: Spread;
  readonly typingWhileSavingMs: Spread;
  /** The first time, with nothing of it cached: from the click that opens the editor, through the path's being typed, to the file's text. */
  readonly editorOpenMs: number;
  /** Scripts and styles that a lab's page fetches until its prompt stands, gzipped, without the emulator's own. */
  readonly shellBytes: number;
  /** From a process's start in the guest to its box in the picture. */
  readonly pictureMs: Spread;
  /** Frames a second while the picture shows 200 processes of which some come and go; as many as the browser makes of an empty page. */
  readonly pictureFps: number;
  readonly emptyPageFps: number;
}

const rounds = 20;
const stepCommands: ReadonlyArray<readonly [string, string]> = [
  ["unshare --uts bash\n", "new-uts"],
  ["hostname box\n", "rename-inside"],
];

export async function benchWorkspace(): Promise<WorkspaceResults> {
  const serving = await serveFolder(distFolder);
  const browser = await launchChromium();
  try {
    return {
      shellBytes: await shellBytes(browser, serving),
      checkpointBytes: await checkpointBytes(browser, serving),
      ...(await checkpointTimes(browser, serving)),
      editorOpenMs: await editorOpenMs(browser),
      ...(await pictureTimes(browser, serving)),
    };
  } finally {
    await browser.close();
    await serving.close();
  }
}

async function checkpointBytes(browser: Browser, { address }: Serving): Promise<number> {
  const lab = await (await LabPage.open(browser, address)).ready();
  await lab.page.locator('[data-testid="timeline"] li[data-kind="start"]').waitFor();
  let before = await storedBytes(lab);
  let largest = 0;
  for (const [index, [command, step]] of stepCommands.entries()) {
    await lab.type(command);
    await lab.stepIs(step, "pass");
    await lab.page.locator('[data-testid="timeline"] li[data-kind="step"]').nth(index).waitFor();
    const after = await storedBytes(lab);
    largest = Math.max(largest, after - before);
    before = after;
  }
  await lab.close();
  return largest;
}

/** What lies in the store for good: not the record that is replaced all the time. */
function storedBytes(lab: LabPage): Promise<number> {
  return lab.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("nslab-machines");
        opening.onerror = () => reject(opening.error ?? new Error("no store"));
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(["records", "tables"]);
          const records = transaction.objectStore("records").getAll();
          const tables = transaction.objectStore("tables").getAll();
          transaction.oncomplete = () => {
            database.close();
            const kept = records.result.filter(({ rolling }) => !rolling);
            const packs = new Set(kept.flatMap(({ packs: own }) => own));
            const ofRecords = kept.reduce((sum, { pieces, extra }) => sum + pieces.length + extra.length, 0);
            const ofTables = tables.result
              .filter(({ id }) => packs.has(id))
              .reduce((sum, { bytes, hashes, lengths }) => sum + bytes + hashes.byteLength + lengths.byteLength, 0);
            resolve(ofRecords + ofTables);
          };
        };
      }),
  );
}

async function checkpointTimes(browser: Browser, { address }: Serving) {
  const lab = await (await LabPage.open(browser, address)).ready();
  const { page } = lab;
  const idle = page.locator('[data-testid="timeline"]:not([data-busy])');
  await page.locator('[data-testid="timeline"] li[data-kind="start"]').waitFor();
  const items = page.locator('[data-testid="timeline"] li[data-kind="manual"]');
  const save = async (name: string) => {
    await page.getByTestId("checkpoint-save").click();
    await page.getByTestId("checkpoint-name").fill(name);
    return msInPage(page, "click", () => page.getByTestId("save-confirm").click(), name, isKept);
  };
  try {
    const typing: number[] = [];
    await lab.type("unshare --uts bash\n");
    await lab.stepIs("new-uts", "pass");
    await page.locator('[data-testid="timeline"] li[data-kind="step"]').waitFor();
    for (let i = 0; i < rounds; i++) typing.push(await echoMs(lab));
    const saves: number[] = [];
    for (let i = 0; i < rounds; i++) {
      await lab.type(`\u0015echo ${i} > /root/f${i}\n`);
      await lab.shows(`f${i}`);
      saves.push(await save(`save ${i}`));
    }
    const whileSaving: number[] = [];
    for (let i = 0; i < rounds; i++) {
      await page.getByTestId("checkpoint-save").click();
      await page.getByTestId("checkpoint-name").fill(`typing ${i}`);
      await page.getByTestId("save-confirm").click();
      whileSaving.push(await echoMs(lab));
      await items.getByText(`typing ${i}`, { exact: true }).waitFor();
      await idle.waitFor();
    }
    const restores: number[] = [];
    for (let i = 0; i < rounds; i++) {
      await items.getByText(`save ${i}`, { exact: true }).click();
      await page.getByTestId("checkpoint-back").waitFor();
      restores.push(
        await msInPage(page, "click", () => page.getByTestId("checkpoint-back").click(), `f${i}`, isRestoring, isBack),
      );
    }
    return {
      checkpointSaveMs: spread(saves),
      checkpointRestoreMs: spread(restores),
      typingMs: spread(typing),
      typingWhileSavingMs: spread(whileSaving),
    };
  } finally {
    await lab.close();
  }
}

// In the page.
const isKept: Condition = (name) =>
  document.querySelector('[data-testid="timeline"]:not([data-busy])') !== null &&
  [...document.querySelectorAll<HTMLElement>('[data-testid="timeline"] li[data-kind="manual"] [data-name]')].some(
    (item) => item.dataset["name"] === name,
  ) &&
  performance.now();
const isRestoring: Condition = () =>
  document.querySelector('[data-testid="timeline"][data-busy="restoring"]') !== null && performance.now();
const isBack: Condition = (printed) =>
  document.querySelector('[data-testid="timeline"]:not([data-busy])') !== null &&
  (document.querySelector<HTMLElement>('[data-testid^="terminal-"] .xterm-rows')?.innerText ?? "").includes(printed) &&
  performance.now();
const isEchoed: Condition = (before) =>
  (document.querySelector<HTMLElement>('[data-testid^="terminal-"] .xterm-rows')?.innerText ?? "").split("~").length >
    Number(before) && performance.now();
const isEditing: Condition = (content) =>
  document.querySelector<HTMLElement>('[data-testid="code"]')?.innerText.includes(content) === true && performance.now();

/** One key, from its press until the screen shows one more of it. */
async function echoMs(lab: LabPage): Promise<number> {
  const { page } = lab;
  await page.locator('[data-testid^="terminal-"]:visible .xterm-helper-textarea').first().focus();
  const before = (await lab.terminal()).split("~").length;
  return msInPage(page, "keydown", () => page.keyboard.press("~"), String(before), isEchoed);
}

async function editorOpenMs(browser: Browser): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const serving = await serveFolder(distFolder);
    const lab = await (await LabPage.open(browser, serving.address)).ready();
    const open = async () => {
      await lab.page.getByTestId("editor-show").click();
      await lab.page.getByTestId("editor-path").fill("/etc/hostname");
      await lab.page.getByTestId("editor-open").click();
    };
    times.push(await msInPage(lab.page, "click", open, "lab", isEditing));
    await lab.close();
    await serving.close();
  }
  return rounded(median(times), 0);
}

async function pictureTimes(browser: Browser, { address }: Serving) {
  const lab = await (await LabPage.open(browser, address)).ready();
  const { page } = lab;
  try {
    await page.getByTestId("picture-namespaces").click();
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const drawn = page.waitForFunction(
        () => document.querySelectorAll('[data-testid^="process-"][data-new="true"]').length > 0 && Date.now(),
        undefined,
        { polling: "raf", timeout: 60_000 },
      );
      await lab.type(`sleep 999 & echo P${i}=$EPOCHREALTIME\n`);
      const at = Number(await (await drawn).jsonValue());
      await lab.shows(`P${i}=1`);
      const started = Number(new RegExp(`P${i}=(\\d+\\.\\d+)`).exec(await lab.terminal())?.[1]) * 1000;
      times.push(at - started);
      await lab.type("kill %%; wait; clear\n");
      await page.waitForFunction(() => document.querySelectorAll('[data-testid^="process-"][data-new="true"]').length === 0);
    }
    await lab.type("for i in $(seq 200); do sleep 9999 & done; clear\n");
    await page.waitForFunction(() => document.querySelectorAll('[data-testid^="process-"]').length > 200, undefined, {
      timeout: 120_000,
    });
    await lab.type("while true; do sleep 0.3 & wait $!; done\n");
    return { pictureMs: spread(times), pictureFps: await framesPerSecond(page), emptyPageFps: await emptyPageFps(browser) };
  } finally {
    await lab.close();
  }
}

async function emptyPageFps(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  try {
    return await framesPerSecond(page);
  } finally {
    await page.close();
  }
}

/** Over five seconds. */
async function framesPerSecond(page: LabPage["page"]): Promise<number> {
  const frames = await page.evaluate(async () => {
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < 5000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      count++;
    }
    return (count * 1000) / (performance.now() - began);
  });
  return rounded(frames);
}
