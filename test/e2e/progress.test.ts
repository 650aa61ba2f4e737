import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { root } from "../../scripts/paths.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();
const labIds = readdirSync(path.join(root, "labs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Exported {
  readonly format: string;
  readonly labs: ReadonlyArray<{
    readonly id: string;
    readonly startedAt: string;
    readonly steps: ReadonlyArray<{ readonly id: string; readonly doneAt: string }>;
  }>;
}

const siteOf = (lab: LabPage) => lab.page.url().replace(/#.*/, "");
const card = (lab: LabPage) => lab.page.getByTestId("lab-uts-time");
const checkpoints = (lab: LabPage, kind: string) => lab.page.locator(`[data-testid="timeline"] li[data-kind="${kind}"]`);

async function toCatalog(lab: LabPage): Promise<void> {
  await lab.page.goto(`${siteOf(lab)}#/`);
  await card(lab).waitFor();
}

async function exported(lab: LabPage): Promise<Exported> {
  const [download] = await Promise.all([lab.page.waitForEvent("download"), lab.page.getByTestId("progress-export").click()]);
  expect(download.suggestedFilename()).toBe("nslab-progress.json");
  return JSON.parse(await readFile(await download.path(), "utf8")) as Exported;
}

async function forget(lab: LabPage, what: string): Promise<void> {
  await lab.page.getByTestId(what).click();
  await lab.page.getByTestId("dialog").getByTestId("confirm").click();
  await lab.page.getByTestId("dialog").waitFor({ state: "detached" });
}

test("steps and their times are kept: the catalog shows them, a reload changes nothing, JSON tells all", async () => {
  const begun = Date.now();
  const lab = await (await suite.open()).ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await checkpoints(lab, "step").waitFor();
  await toCatalog(lab);
  expect(await card(lab).getAttribute("data-done")).toBe("1");
  const first = await exported(lab);
  expect(first.labs.map(({ id, steps }) => [id, steps.map((step) => step.id)])).toEqual([["uts-time", ["new-uts"]]]);
  const done = Date.parse(first.labs[0]?.steps[0]?.doneAt ?? "");
  expect(done).toBeGreaterThan(begun);
  expect(done).toBeLessThan(Date.now());
  await lab.page.reload();
  await card(lab).waitFor();
  expect(await card(lab).getAttribute("data-done")).toBe("1");
  await lab.page.getByTestId("continue").getByRole("link", { name: "Continue: Names and clocks" }).click();
  await lab.stepIs("new-uts", "pass");
  await lab.shows("unshare --uts bash");
  await lab.type("hostname box\n");
  await lab.stepIs("rename-inside", "pass");
  await toCatalog(lab);
  const [second] = (await exported(lab)).labs;
  expect(second?.startedAt).toBe(first.labs[0]?.startedAt);
  expect(second?.steps[0]).toEqual(first.labs[0]?.steps[0]);
  expect(second?.steps.map(({ id }) => id)).toEqual(["new-uts", "rename-inside"]);
  await lab.close();
});

test("a step is done again from where it began, with what came after it forgotten", async () => {
  const lab = await (await suite.open()).ready();
  await checkpoints(lab, "start").waitFor();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await checkpoints(lab, "step").waitFor();
  await lab.type("hostname box\n");
  await lab.stepIs("rename-inside", "pass");
  const second = lab.page.getByTestId("step-rename-inside");
  await second.getByTestId("again-rename-inside").click();
  await lab.stepIs("rename-inside", "fail");
  await lab.stepIs("new-uts", "pass");
  await lab.page.locator('[data-testid="timeline"]:not([data-busy])').waitFor();
  await toCatalog(lab);
  expect((await exported(lab)).labs[0]?.steps.map(({ id }) => id)).toEqual(["new-uts"]);
  await lab.close();
});

test("a lab is forgotten with its checkpoints and begins anew; so are all", async () => {
  const lab = await suite.open({
    prepare: (page) =>
      page.addInitScript(() => {
        const other = { startedAt: 1, lastAt: 1, steps: { gone: 1 } };
        if (!localStorage.getItem("nslab.progress"))
          localStorage.setItem("nslab.progress", JSON.stringify({ version: 1, labs: { "another-lab": other } }));
      }),
  });
  await lab.ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await checkpoints(lab, "step").waitFor();
  await toCatalog(lab);
  await lab.page.getByTestId("forget-uts-time").click();
  await lab.page.getByTestId("dialog").getByTestId("cancel").click();
  expect(await card(lab).getAttribute("data-done")).toBe("1");
  await forget(lab, "forget-uts-time");
  await card(lab).getByText("Start the lab").waitFor();
  expect((await exported(lab)).labs.map(({ id }) => id)).toEqual(["another-lab"]);
  await card(lab).click();
  await lab.ready();
  await lab.stepIs("new-uts", "fail");
  await checkpoints(lab, "start").waitFor();
  expect(await checkpoints(lab, "step").count()).toBe(0);
  expect(await lab.terminal()).not.toContain("unshare");
  await toCatalog(lab);
  await forget(lab, "forget-all");
  await lab.page.getByTestId("progress-tools").waitFor({ state: "detached" });
  await lab.page.reload();
  await card(lab).getByText("Start the lab").waitFor();
  expect(await lab.page.getByTestId("continue").count()).toBe(0);
  await lab.close();
});

test("a second tab says so, and takes the machine over as it is; the first says where it went", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.type("variable=kept\n");
  const other = await lab.another(siteOf(lab));
  const elsewhere = other.page.getByTestId("elsewhere");
  await elsewhere.getByText("This lab is open in another tab").waitFor();
  await other.screenshot("another-tab");
  await other.page.getByTestId("take-over").click();
  await lab.page.getByTestId("elsewhere").getByText("This lab went on in another tab").waitFor();
  await other.stepIs("new-uts", "pass");
  await other.type("echo still-$variable\n");
  await other.shows("still-kept");
  await lab.page.getByTestId("take-over").click();
  await lab.stepIs("new-uts", "pass");
  await lab.shows("still-kept");
  await elsewhere.waitFor();
  await lab.close();
  const alone = await suite.open();
  await alone.ready();
  await alone.close();
});

test("labs are found by words of their titles, goals and steps; the map shows each lab once there are several", async () => {
  const lab = await suite.open({ lab: "no-such-lab" });
  await toCatalog(lab);
  const search = lab.page.getByTestId("lab-search");
  for (const words of ["CLOCKS names", "without root", "host name"]) {
    await search.fill(words);
    await card(lab).waitFor();
  }
  await search.fill("clocks of Atlantis");
  await lab.page.getByText("No lab has these words.").waitFor();
  expect(await card(lab).count()).toBe(0);
  await search.fill("");
  await card(lab).waitFor();
  const onMap = await lab.page.getByTestId("lab-map").getByRole("link").count();
  expect(onMap).toBe(labIds.length > 1 ? labIds.length : 0);
  await lab.close();
});
