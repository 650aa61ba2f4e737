import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { launchChromium } from "../page/chromium.ts";
import { LabPage } from "../page/lab-page.ts";
import { type Serving, serveFolder } from "../page/serve.ts";
import { distFolder, imageFolder } from "../paths.ts";
import { median, rounded, type Spread, spread } from "./statistics.ts";

export interface PageResults {
  readonly pagePromptMs: number;
  readonly pageBootMs: number;
  readonly bytesToPrompt: number;
  readonly tickMs: Spread;
  readonly longestTaskMs: number;
  /** The processor time of the main thread's longest task: what remains of it where the guest's two or three threads do not fill the cores. */
  readonly longestTaskCpuMs: number;
}

const promptText = "root@lab";
const deadlineMs = 120_000;
/** For the longest task. */
const watchMs = 10_000;

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
      longestTaskMs: await forkBomb(browser, serving, longestTask),
      longestTaskCpuMs: await forkBomb(browser, serving, longestTaskCpu),
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
  let began = 0;
  const lab = await LabPage.open(browser, serving.address, {
    prepare: () => {
      began = performance.now();
      return Promise.resolve();
    },
  });
  await lab.shows(promptText);
  const ms = performance.now() - began;
  const bytes = serving.bytesSent();
  await lab.close();
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
  const lab = await (await LabPage.open(browser, serving.address)).ready();
  try {
    await lab.type("unshare --uts bash\n");
    await lab.stepIs("new-uts", "pass");
    const times: number[] = [];
    for (let i = 0; i < 25; i++) {
      const passing = `T${i}=`;
      const ticked = lab.page.waitForFunction(
        () =>
          document.querySelector<HTMLElement>('[data-testid="step-rename-inside"]')?.dataset["status"] === "pass" && Date.now(),
        undefined,
        { polling: "raf", timeout: deadlineMs },
      );
      await lab.type(`echo box > /proc/sys/kernel/hostname; echo ${passing}$EPOCHREALTIME\n`);
      const at = Number(await (await ticked).jsonValue());
      await lab.shows(`${passing}1`);
      const text = await lab.terminal();
      const changed = Number(new RegExp(`${passing}(\\d+\\.\\d+)`).exec(text)?.[1]) * 1000;
      times.push(at - changed);
      await lab.type("echo lab > /proc/sys/kernel/hostname; clear\n");
      await lab.stepIsNot("rename-inside", "pass");
    }
    return spread(times);
  } finally {
    await lab.close();
  }
}

/** Measures while the guest runs a fork bomb inside a pids limit. */
async function forkBomb(browser: Browser, serving: Serving, measure: (page: Page) => Promise<number>): Promise<number> {
  const lab = await (await LabPage.open(browser, serving.address)).ready();
  try {
    await lab.type(
      "mkdir /sys/fs/cgroup/bomb; echo +pids > /sys/fs/cgroup/cgroup.subtree_control; echo 64 > /sys/fs/cgroup/bomb/pids.max; clear\n",
    );
    await lab.type("(echo $BASHPID > /sys/fs/cgroup/bomb/cgroup.procs; f() { f | f & }; f) 2>/dev/null; echo bombed\n");
    await lab.shows("bombed");
    return await measure(lab.page);
  } finally {
    await lab.close();
  }
}

/** The longest task on the page's main thread. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    (watchMs) =>
      new Promise<number>((resolve) => {
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
        });
        // Tasks under 50 ms are no entries of their own: the frames' gaps are watched as well.
        observer.observe({ type: "longtask" });
        let last = performance.now();
        const end = last + watchMs;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (now < end)
            setTimeout(() => {
              last = performance.now();
              channel.port2.postMessage(0);
            }, 5);
          else resolve(Math.round(longest));
        };
        channel.port2.postMessage(0);
      }),
    watchMs,
  );
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional().catch(undefined) }).optional(),
    }),
  ),
});

/** The same by the browser's own trace, in processor time. */
async function longestTaskCpu(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser to trace");
  await browser.startTracing(page, { categories: ["toplevel"] });
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), watchMs);
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && mains.has(`${pid}/${tid}`));
  if (tasks.length === 0) throw new Error("the browser traced no task of the page");
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}
