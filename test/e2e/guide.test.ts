import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { root } from "../../scripts/paths.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

const first = (lab: LabPage) => lab.page.getByTestId("step-new-uts");

test("hints open one by one, and the solution after the last, with a word", async () => {
  const written = readFileSync(path.join(root, "labs/uts-time/guide/1-new-uts.md"), "utf8").split("## Hints")[1]?.match(/^- /gm);
  const count = written?.length ?? 0;
  expect(count).toBeGreaterThan(1);
  const lab = await (await suite.open()).ready();
  const card = first(lab);
  const hints = card.getByRole("note", { name: /^Hint \d$/ });
  const next = card.getByTestId("hint-next");
  expect(await card.getByText("Hints").count()).toBe(0);
  for (let opened = 0; opened < count; opened++) {
    expect(await hints.count()).toBe(opened);
    expect(await card.getByTestId("solution-show").count()).toBe(0);
    await next.getByText(`Hint ${opened + 1} of ${count}`).click();
    await hints.nth(opened).waitFor();
  }
  await next.waitFor({ state: "detached" });
  await card.getByTestId("solution-show").click();
  await card.getByText("What you find out yourself stays with you.").waitFor();
  expect(await card.getByTestId("solution").count()).toBe(0);
  await card.getByRole("button", { name: "I try on" }).click();
  expect(await card.getByTestId("solution").count()).toBe(0);
  await card.getByTestId("solution-show").click();
  await card.getByTestId("solution-confirm").click();
  await card.getByTestId("solution").getByText("unshare").waitFor();
  await lab.screenshot("hints");
  await lab.close();
});

test("the solution that is shown is one: run from the page, it turns the step green", async () => {
  const lab = await (await suite.open()).ready();
  const card = first(lab);
  while ((await card.getByTestId("solution-show").count()) === 0) await card.getByTestId("hint-next").click();
  await card.getByTestId("solution-show").click();
  await card.getByTestId("solution-confirm").click();
  await card
    .getByTestId("solution")
    .getByRole("button", { name: /^Run in the terminal/ })
    .click();
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});

test("the end says what was learnt, with the commands, and leads on", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.page.getByTestId("announcer").getByText("Step 1 done: A UTS namespace of your own. Next:").waitFor();
  // What was just done stays open, to be read to the end.
  expect(await first(lab).getAttribute("data-open")).toBe("true");
  await first(lab).getByTestId("next").click();
  await lab.page.locator('[data-testid="step-new-uts"][data-open="false"]').waitFor();
  await lab.page.waitForFunction(() => document.activeElement?.getAttribute("data-step") === "rename-inside");
  await lab.type("hostname box\n");
  await lab.stepIs("rename-inside", "pass");
  await lab.type("exit\n");
  await lab.stepIs("rename-inside", "lost");
  await lab.type("su - student\n");
  await lab.type("unshare --user --map-root-user --uts bash\n");
  await lab.stepIs("without-root", "pass");
  await lab.type("exit\nexit\n");
  await lab.type("unshare --time --boottime 86400 bash\n");
  await lab.stepIs("day-ahead", "pass");
  const finish = lab.page.getByTestId("finish");
  await finish.getByText("Give a process a host name and a clock of its own").waitFor();
  const learnt = await finish.innerText();
  for (const title of [
    "A UTS namespace of your own",
    "A name that only you see",
    "The same without root",
    "A clock one day ahead",
  ])
    expect(learnt).toContain(title);
  await finish.getByText("unshare --uts bash", { exact: true }).first().waitFor();
  await lab.screenshot("finish");
  await finish.getByRole("link", { name: "All labs" }).click();
  await lab.page.locator('[data-testid="lab-uts-time"][data-finished="true"]').waitFor();
  expect(await lab.page.getByTestId("continue").count()).toBe(0);
  await lab.close();
});
