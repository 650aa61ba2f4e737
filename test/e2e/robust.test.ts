import type { CDPSession } from "playwright-core";
import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();
const rounds = 50;
/** Caches are filled by then. */
const warm = 10;

const idle = (lab: LabPage) => lab.page.locator('[data-testid="timeline"]:not([data-busy])').waitFor();

interface Memory {
  /** Bytes of the page's heap. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function memory(session: CDPSession): Promise<Memory> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

const workersOnly = { filter: [{ type: "worker" }] };

/**
 * How many workers the browser runs. What a worker starts inside itself (from a blob) ends with it, and is not counted.
 * The browser itself is asked: it may go on running one that the page has ended.
 */
async function workerCounter(): Promise<() => Promise<number>> {
  const session = await suite.browser().newBrowserCDPSession();
  return async () => {
    const { targetInfos } = await session.send("Target.getTargets", workersOnly);
    return targetInfos.filter(({ url }) => !url.startsWith("blob:")).length;
  };
}

/** The page after some rounds, and after all of them. */
async function grown(lab: LabPage, round: (n: number) => Promise<void>): Promise<{ before: Memory; after: Memory }> {
  const session = await lab.page.context().newCDPSession(lab.page);
  await session.send("HeapProfiler.enable");
  for (let n = 0; n < warm; n++) await round(n);
  const before = await memory(session);
  for (let n = warm; n < rounds; n++) await round(n);
  return { before, after: await memory(session) };
}

test("fifty checkpoints, kept and gone back to, leave the page as large as it was", async () => {
  const lab = await (await suite.open()).ready();
  const { page } = lab;
  await page.locator('[data-testid="timeline"] li[data-kind="start"]').waitFor();
  const workers = await workerCounter();
  const atFirst = await workers();
  expect(atFirst).toBe(2);
  const { before, after } = await grown(lab, async (n) => {
    await page.getByTestId("checkpoint-save").click();
    await page.getByTestId("checkpoint-name").fill(`round ${n}`);
    await page.getByTestId("save-confirm").click();
    const kept = page.locator(`[data-name="round ${n}"]`);
    await kept.waitFor({ state: "attached" });
    await idle(lab);
    await kept.click();
    await page.getByTestId("checkpoint-back").click();
    await page.getByTestId("timeline-said").getByText(`The machine is back at “round ${n}”.`).waitFor();
    await idle(lab);
  });
  expect(after.heap / before.heap).toBeLessThan(1.3);
  // The timeline has as many items more.
  expect((after.nodes - before.nodes) / (rounds - warm)).toBeLessThan(40);
  expect((after.listeners - before.listeners) / (rounds - warm)).toBeLessThan(4);
  // Workers that were let go are listed until they have gone.
  await expect.poll(workers, { timeout: 30_000 }).toBe(atFirst);
  await lab.type("echo still $((40 + 2))\n");
  await lab.shows("still 42");
  await lab.close();
}, 600_000);

test("fifty resets leave the page as large as it was", async () => {
  const lab = await (await suite.open()).ready();
  const { page } = lab;
  await page.locator('[data-testid="timeline"] li[data-kind="start"]').waitFor();
  const workers = await workerCounter();
  const atFirst = await workers();
  expect(atFirst).toBe(2);
  const { before, after } = await grown(lab, async (n) => {
    await lab.type(`round=${n}\n`);
    await lab.shows(`round=${n}`);
    await page.getByTestId("reset").click();
    await page.getByTestId("dialog").getByTestId("confirm").click();
    await page.waitForFunction(
      (old) => {
        const shown = document.querySelector<HTMLElement>(".xterm-rows")?.textContent ?? "";
        return shown.includes("root@lab") && !shown.includes(old);
      },
      `round=${n}`,
      { timeout: 60_000 },
    );
    await page.locator('[data-phase="ready"]').waitFor();
    await idle(lab);
  });
  expect(after.heap / before.heap).toBeLessThan(1.3);
  expect(after.nodes / before.nodes).toBeLessThan(1.3);
  expect(after.listeners / before.listeners).toBeLessThan(1.3);
  // Workers that were let go are listed until they have gone.
  await expect.poll(workers, { timeout: 30_000 }).toBe(atFirst);
  await lab.type("echo still $((40 + 2))\n");
  await lab.shows("still 42");
  await lab.close();
}, 600_000);
