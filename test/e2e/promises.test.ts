import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pageSuite } from "./support.ts";

const suite = pageSuite();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: Result[] }> } }).axe;
    return (await run.run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test("the page asks no other host for anything and sets no cookie, below any path", async () => {
  const asked: string[] = [];
  const lab = await suite.open({
    serve: { base: "/courses/containers/" },
    prepare: (page) => {
      page.context().on("request", (request) => asked.push(request.url()));
      return Promise.resolve();
    },
  });
  await lab.ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  const { origin } = new URL(lab.page.url());
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(`${origin}/courses/containers/`) && !url.startsWith(`blob:${origin}`))).toEqual(
    [],
  );
  expect(await lab.page.context().cookies()).toEqual([]);
  await lab.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test(`no accessibility violation, and nothing wider than the screen: ${colorScheme}, ${viewport.width} px`, async () => {
      const lab = await suite.open({ colorScheme, viewport });
      await lab.page.getByTestId("step-new-uts").waitFor();
      await lab.page.locator('[data-testid="step-new-uts"][data-status="fail"]').waitFor({ state: "attached" });
      expect(await accessibilityProblems(lab.page)).toEqual([]);
      expect(await lab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await lab.page.goto(lab.page.url().replace(/#.*/, "#/"));
      await lab.page.getByTestId("lab-uts-time").waitFor();
      expect(await accessibilityProblems(lab.page)).toEqual([]);
      expect(await lab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await lab.close();
    });
  }
}

test("nothing jumps while the machine loads and a step is ticked", async () => {
  const lab = await suite.open({
    prepare: (page) =>
      page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) shifts.push(shift.value);
          }
        }).observe({ type: "layout-shift", buffered: true });
      }),
  });
  await lab.ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  const total = await lab.page.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  expect(total).toBeLessThan(0.05);
  await lab.close();
});
