import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pageSuite } from "./support.ts";

const suite = pageSuite({ webgl: true });

/** The page takes what draws for a graphics card. */
async function withCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvas = HTMLCanvasElement.prototype as { getContext(kind: string, options?: object): unknown };
    const { getContext } = canvas;
    canvas.getContext = function (kind, options) {
      return getContext.call(this, kind, { ...options, failIfMajorPerformanceCaveat: false });
    };
    const context = WebGL2RenderingContext.prototype;
    const { getParameter } = context;
    context.getParameter = function (name: number) {
      return name === 0x9246 ? "A card" : (getParameter.call(this, name) as unknown);
    };
  });
}

test("with a graphics card the terminal is drawn by it; when that fails it goes on without, and nothing is lost", async () => {
  const lab = await suite.open({ prepare: withCard });
  const { page } = lab;
  await lab.stepIs("new-uts", "fail");
  const canvas = page.locator('[data-testid="terminal-1"] .xterm-screen canvas').last();
  await canvas.waitFor();
  await page.locator(".xterm-rows").waitFor({ state: "detached" });
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.type("echo $((6 * 7)) by the card\n");
  await lab.screenshot("terminal-webgl");
  const lost = await canvas.evaluate((element) => {
    const context = (element as HTMLCanvasElement).getContext("webgl2")?.getExtension("WEBGL_lose_context");
    context?.loseContext();
    return context !== undefined && context !== null;
  });
  expect(lost).toBe(true);
  await lab.shows("42 by the card");
  await lab.shows("unshare --uts bash");
  await lab.type("echo $((6 * 8)) without it\n");
  await lab.shows("48 without it");
  await lab.close();
});

test("who has no graphics card is spared what would draw slower than the page does", async () => {
  const lab = await (await suite.open()).ready();
  expect(await lab.page.evaluate(() => document.createElement("canvas").getContext("webgl2") !== null)).toBe(true);
  expect(await lab.page.locator('[data-testid="terminal-1"] canvas').count()).toBe(0);
  await lab.close();
});
