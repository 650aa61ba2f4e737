import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../chromium.ts";
import { distFolder, imageFolder } from "../paths.ts";
import { type Serving, serveFolder } from "../serve.ts";
import { median, rounded, type Spread, spread } from "./statistics.ts";

export interface PageResults {
  readonly pagePromptMs: number;
  readonly pageBootMs: number;
  readonly bytesToPrompt: number;
  readonly tickMs: Spread;
  readonly longestTaskMs: number;
}

const promptText = "root@lab";
const deadlineMs = 120_000;

export async function benchPage(): Promise<PageResults> {
  const serving = await serveFolder(distFolder);
  const browser = await launchChromium();
  try {
    const cold: Array<{ ms: number; bytes: number }> = [];
    for (let i = 0; i < 3; i++) cold.push(await coldLoad(browser, "restore"));
    const boot = await coldLoad(browser, "boot");
    return {
      pagePromptMs: rounded(median(cold.map(({ ms }) => ms)), 0),
      pageBootMs: rounded(boot.ms, 0),
      bytesToPrompt: Math.max(...cold.map(({ bytes }) => bytes)),
      tickMs: await tick(browser, serving),
      longestTaskMs: await forkBomb(browser, serving),
    };
  } finally {
    await browser.close();
    await serving.close();
  }
}

/** A fresh profile and server, so nothing is cached: from the navigation until the prompt stands in the terminal. */
async function coldLoad(browser: Browser, how: "restore" | "boot"): Promise<{ ms: number; bytes: number }> {
  const index = how === "boot" ? await indexWithoutState() : undefined;
  const serving = await serveFolder(distFolder, {
    intercept(path, response) {
      if (!index || path !== "image/index.json") return false;
      response.writeHead(200, { "Content-Type": "application/json" }).end(index);
      return true;
    },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${serving.address}#/lab/uts-time`, { waitUntil: "commit" });
  await terminalShows(page, promptText);
  const ms = performance.now() - began;
  const bytes = serving.bytesSent();
  await context.close();
  await serving.close();
  return { ms, bytes };
}

async function indexWithoutState(): Promise<string> {
  const index: Record<string, unknown> = JSON.parse(await readFile(path.join(imageFolder, "index.json"), "utf8"));
  delete index["state"];
  return JSON.stringify(index);
}

/**
 * From a change in the kernel to the ticked step. The shell writes the new host name and prints its clock (a builtin, so at once);
 * the guest's clock was set from the page's.
 */
async function tick(browser: Browser, serving: Serving): Promise<Spread> {
  const page = await openLab(browser, serving);
  try {
    await type(page, "unshare --uts bash\n");
    await stepIs(page, "new-uts", "pass");
    const times: number[] = [];
    for (let i = 0; i < 25; i++) {
      const passing = `T${i}=`;
      const ticked = page.waitForFunction(
        () => document.querySelector<HTMLElement>('[data-testid="step-rename-inside"]')?.dataset["status"] === "pass" && Date.now(),
        undefined,
        { polling: "raf", timeout: deadlineMs },
      );
      await type(page, `echo box > /proc/sys/kernel/hostname; echo ${passing}$EPOCHREALTIME\n`);
      const at = Number(await (await ticked).jsonValue());
      await terminalShows(page, `${passing}1`);
      const text = await terminalText(page);
      const changed = Number(new RegExp(`${passing}(\\d+\\.\\d+)`).exec(text)?.[1]) * 1000;
      times.push(at - changed);
      await type(page, "echo lab > /proc/sys/kernel/hostname; clear\n");
      await stepIsNot(page, "rename-inside", "pass");
    }
    return spread(times);
  } finally {
    await page.context().close();
  }
}

/** The longest task on the page's main thread while the guest runs a fork bomb inside a pids limit. */
async function forkBomb(browser: Browser, serving: Serving): Promise<number> {
  const page = await openLab(browser, serving);
  try {
    await type(page, "mkdir /sys/fs/cgroup/bomb; echo +pids > /sys/fs/cgroup/cgroup.subtree_control; echo 64 > /sys/fs/cgroup/bomb/pids.max; clear\n");
    await type(page, "(echo $BASHPID > /sys/fs/cgroup/bomb/cgroup.procs; f() { f | f & }; f) 2>/dev/null; echo bombed\n");
    await terminalShows(page, "bombed");
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let longest = 0;
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
          });
          // Tasks under 50 ms are no entries of their own: the frames' gaps are watched as well.
          observer.observe({ type: "longtask" });
          let last = performance.now();
          const end = last + 10_000;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            if (now < end) setTimeout(() => {
                last = performance.now();
                channel.port2.postMessage(0);
              }, 5);
            else resolve(Math.round(longest));
          };
          channel.port2.postMessage(0);
        }),
    );
  } finally {
    await page.context().close();
  }
}

async function openLab(browser: Browser, serving: Serving): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${serving.address}#/lab/uts-time`);
  await terminalShows(page, promptText);
  await stepIs(page, "new-uts", "fail");
  return page;
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator(".xterm-helper-textarea").first().focus();
  await page.keyboard.type(text);
}

function terminalText(page: Page): Promise<string> {
  return page.locator(".xterm-rows").first().innerText();
}

async function terminalShows(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(".xterm-rows")?.textContent?.includes(wanted) === true, text, {
    timeout: deadlineMs,
    polling: "raf",
  });
}

async function stepIs(page: Page, step: string, status: string): Promise<void> {
  await page.locator(`[data-testid="step-${step}"][data-status="${status}"]`).waitFor({ state: "attached", timeout: deadlineMs });
}

async function stepIsNot(page: Page, step: string, status: string): Promise<void> {
  await page.locator(`[data-testid="step-${step}"]:not([data-status="${status}"])`).waitFor({ state: "attached", timeout: deadlineMs });
}
