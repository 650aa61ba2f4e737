import { expect, test } from "vitest";
import { shellBytes } from "../../scripts/page/shell-bytes.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

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

test("what a lab's page is made of, but for the emulator and Monaco, is at most 300 KB gzipped", async () => {
  const bytes = await shellBytes(suite.browser(), await suite.serve());
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
});
