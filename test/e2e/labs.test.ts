import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/paths.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();
const labs = readdirSync(path.join(root, "labs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(labs)("%s opens: its machine is set up, its first step waits, its text is there", async (lab) => {
  const page = await (await suite.open({ lab })).ready();
  expect(await page.page.locator('[data-testid^="step-"]').count()).toBeGreaterThan(0);
  expect(await page.page.getByTestId("problem").count()).toBe(0);
  // The guide's first command.
  await page.page.getByTestId("command").first().waitFor();
  await page.screenshot(`lab-${lab}`);
  await page.close();
});

test("a question is answered with what the kernel shows: a wrong answer is told whose it is, the right one ticks the step", async () => {
  const lab = await (await suite.open({ lab: "proc-ns" })).ready();
  await lab.type("workshop\n");
  await lab.shows("root@workshop");
  const answer = async (value: string) => {
    await lab.page.getByTestId("step-your-world").getByTestId("question-answer").fill(value);
    await lab.page.keyboard.press("Enter");
  };
  await lab.type("readlink /proc/1/ns/uts /proc/$$/ns/uts\n");
  await lab.page.waitForFunction(
    () => (document.querySelector(".xterm-rows")?.textContent.match(/uts:\[\d+\]/g) ?? []).length === 2,
  );
  const [first, own] = [...(await lab.terminal()).matchAll(/uts:\[(\d+)\]/g)].map((match) => match[1] as string);
  await answer(first as string);
  await lab.page.getByTestId("step-your-world").getByText("PID 1").first().waitFor();
  await lab.stepIs("your-world", "fail");
  await answer(own as string);
  await lab.stepIs("your-world", "pass");
  await lab.close();
});
