import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

const items = (lab: LabPage, kind: string) => lab.page.locator(`[data-testid="timeline"] li[data-kind="${kind}"]`);
const idle = (lab: LabPage) => lab.page.locator('[data-testid="timeline"]:not([data-busy])').waitFor();

async function saveAs(lab: LabPage, name: string): Promise<void> {
  await lab.page.getByTestId("checkpoint-save").click();
  await lab.page.getByTestId("checkpoint-name").fill(name);
  await lab.page.getByTestId("save-confirm").click();
  await items(lab, "manual").getByText(name).waitFor();
  await idle(lab);
}

test("each finished step is kept; a reload goes on in the middle of things; going back undoes steps and processes", async () => {
  const lab = await (await suite.open()).ready();
  await items(lab, "start").waitFor();
  await lab.type("sleep 4321 &\n");
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await items(lab, "step").waitFor();
  await lab.screenshot("checkpoints");
  await lab.page.reload();
  await lab.stepIs("new-uts", "pass");
  await lab.shows("unshare --uts bash");
  await lab.type("pgrep -a sleep; readlink /proc/$$/ns/uts\n");
  await lab.shows("sleep 4321");
  await items(lab, "start").getByRole("button").click();
  await lab.page.getByTestId("checkpoint-back").click();
  await lab.stepIs("new-uts", "fail");
  await lab.shows("root@lab");
  await lab.type("pgrep sleep || echo nobody sleeps\n");
  await lab.shows("nobody sleeps");
  await lab.close();
});

test("a broken machine is handed to somebody as a file, and goes on in their browser", async () => {
  const lab = await (await suite.open()).ready();
  await items(lab, "start").waitFor();
  await lab.type("hostname stuck\n");
  await lab.page.getByText("You renamed the host").first().waitFor();
  await saveAs(lab, "I am stuck");
  await items(lab, "manual").getByRole("button").click();
  const [download] = await Promise.all([lab.page.waitForEvent("download"), lab.page.getByTestId("checkpoint-export").click()]);
  expect(download.suggestedFilename()).toMatch(/\.nslab$/);
  const file = await readFile(await download.path());
  const other = await (await suite.open()).ready();
  await items(other, "start").waitFor();
  await other.page.getByTestId("timeline-more").click();
  await other.page
    .getByTestId("import-input")
    .setInputFiles({ name: "broken.nslab", mimeType: "", buffer: file.subarray(0, 5000) });
  await other.page.getByText("This file is damaged").waitFor();
  if (!(await other.page.getByTestId("import-input").count())) await other.page.getByTestId("timeline-more").click();
  await other.page.getByTestId("import-input").setInputFiles({ name: "stuck.nslab", mimeType: "", buffer: file });
  // It is opened at once.
  await items(other, "import").waitFor();
  await other.page.getByTestId("checkpoint-back").click();
  await idle(other);
  await other.shows("hostname stuck");
  await other.type("hostname\n");
  await other.page.getByText("You renamed the host").first().waitFor();
  await other.close();
  await lab.close();
});

test("the emulator crashes: the page offers the last checkpoint, and goes on from it", async () => {
  const lab = await (await suite.open()).ready();
  await items(lab, "start").waitFor();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await items(lab, "step").waitFor();
  await crashMachine(lab.page);
  await lab.page.getByTestId("problem-back").click();
  await lab.page.getByTestId("problem-back").waitFor({ state: "detached" });
  await idle(lab);
  await lab.stepIs("new-uts", "pass");
  await lab.type("echo still $((40 + 2))\n");
  await lab.shows("still 42");
  await lab.close();
});

test("a browser that refuses storage: says so, and checkpoints last as long as the tab", async () => {
  const lab = await suite.open({
    prepare: (page) =>
      page.route(/worker-[^/]*\.js$/, async (route) => {
        const response = await route.fetch();
        const refuse =
          'Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("refused", "SecurityError"); } });\n';
        await route.fulfill({ response, body: refuse + (await response.text()) });
      }),
  });
  await lab.ready();
  await items(lab, "start").waitFor();
  await lab.type("touch /root/kept && echo to''uched\n");
  await lab.shows("touched");
  await saveAs(lab, "in this tab");
  await lab.page.getByTestId("timeline-more").click();
  await lab.page.getByText("This browser refuses to store anything here").waitFor();
  await lab.page.keyboard.press("Escape");
  await lab.type("rm /root/kept\n");
  await items(lab, "manual").getByRole("button").click();
  await lab.page.getByTestId("checkpoint-back").click();
  await idle(lab);
  await lab.shows("root@lab");
  await lab.type("ls /root/kept\n");
  await lab.page.waitForFunction(() =>
    /^\/root\/kept/m.test(document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? ""),
  );
  await lab.close();
});

/** As when the engine kills it: an error that nobody in the worker takes. */
async function crashMachine(page: Page): Promise<void> {
  for (const worker of page.workers()) {
    const isMachine = await worker.evaluate(() => self.name === "nslab machine");
    if (isMachine) await worker.evaluate(() => void setTimeout(() => Promise.reject(new Error("crashed by the test"))));
  }
}
