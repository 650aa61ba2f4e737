import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { accessibilityProblems, clippedControls } from "./accessibility.ts";
import { pageSuite, preparedIndex } from "./support.ts";

const suite = pageSuite();
const large = { width: 1440, height: 900 };
const small = { width: 360, height: 740 };
/** Colours are measured as they are to be, not half-way there. */
const still = (page: Page) => page.emulateMedia({ reducedMotion: "reduce" });

type Part = "guide" | "terminal" | "picture";

/** Goes through the views of a page and gathers what is wrong with each. */
class Walk {
  readonly problems: string[] = [];
  readonly lab: LabPage;
  readonly #narrow: boolean;

  constructor(lab: LabPage, narrow: boolean) {
    this.lab = lab;
    this.#narrow = narrow;
  }

  async part(part: Part): Promise<void> {
    if (this.#narrow) await this.lab.page.locator(`#tab-${part}`).click();
  }

  async look(view: string): Promise<void> {
    const { page } = this.lab;
    for (const problem of [...(await accessibilityProblems(page)), ...(await clippedControls(page))])
      this.problems.push(`${view}: ${problem}`);
  }

  async dialog(name: string, opener: string): Promise<void> {
    await this.lab.page.getByTestId(opener).first().click();
    await this.lab.page.locator("dialog[open]").waitFor();
    await this.look(name);
    await this.lab.page.keyboard.press("Escape");
    await this.lab.page.locator("dialog[open]").waitFor({ state: "detached" });
  }
}

async function lookAtPicture(walk: Walk): Promise<void> {
  const { page } = walk.lab;
  await walk.part("picture");
  const table = page.getByTestId("picture-table");
  for (const view of ["namespaces", "network", "cgroups", "process", "changes"]) {
    await page.getByTestId(`picture-${view}`).click();
    await walk.look(view);
    if ((await table.count()) === 0) continue;
    await table.click();
    await page.locator("#picture-view table").waitFor();
    await walk.look(`${view} as a table`);
    await table.click();
  }
  await page.getByTestId("picture-process").click();
  await page.getByTestId("process-compare").selectOption({ index: 1 });
  await walk.look("two processes compared");
}

async function lookAtTerminals(walk: Walk): Promise<void> {
  const { page } = walk.lab;
  await walk.part("terminal");
  await walk.look("terminal");
  await page.getByTestId("shell-find-0").click();
  await page.keyboard.type("nowhere to be found");
  await walk.look("find");
  await page.keyboard.press("Escape");
  await walk.dialog("close a shell", "shell-close-0");
  await page.getByTestId("tab-1").dblclick();
  await page.getByTestId("tab-rename").waitFor();
  await walk.look("rename a shell");
  await page.keyboard.press("Escape");
  await page.getByTestId("editor-show").click();
  await page.getByTestId("editor-path").fill("/nowhere/");
  await page.getByTestId("editor-open").click();
  await page.getByTestId("editor-refused").waitFor();
  await walk.look("editor, refused");
  await page.getByTestId("editor-path").fill("/etc/profile");
  await page.getByTestId("editor-open").click();
  await page.getByTestId("code").getByText("export").first().waitFor();
  await walk.look("editor");
  await page.getByTestId("tab-1").click();
}

async function lookAtDialogs(walk: Walk): Promise<void> {
  const { page } = walk.lab;
  await walk.dialog("start over", "reset");
  await walk.dialog("settings", "settings-open");
  await walk.dialog("shortcuts", "shortcuts-open");
  await walk.dialog("save a checkpoint", "checkpoint-save");
  await page.locator('[data-testid="timeline"] li[data-kind="start"]').waitFor();
  await walk.dialog("store", "timeline-more");
  await page.locator('[data-testid="timeline"] li[data-kind="start"] button').click();
  await page.getByTestId("checkpoint-remove").click();
  await walk.look("checkpoint, to be removed");
  await page.getByTestId("checkpoint-rename").click();
  await walk.look("checkpoint, to be renamed");
  await page.keyboard.press("Escape");
}

/** Also what is seen when a step is done, and at the end. */
async function lookAtGuide(walk: Walk): Promise<void> {
  const { lab } = walk;
  const { page } = lab;
  await walk.part("guide");
  const card = page.getByTestId("step-new-uts");
  await card.getByText("Why?").click();
  // The solution comes after the last hint.
  while ((await card.getByTestId("solution-show").count()) === 0) await card.getByTestId("hint-next").click();
  await card.getByTestId("solution-show").click();
  await walk.look("solution, asked");
  await card.getByTestId("solution-confirm").click();
  await card.getByTestId("solution").waitFor();
  await walk.look("guide");
  await walk.part("terminal");
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await walk.part("guide");
  await walk.look("a step that is done");
  await walk.part("terminal");
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
  await walk.part("guide");
  await page.getByTestId("finish").scrollIntoViewIfNeeded();
  await walk.look("finish");
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [large, small]) {
    test(`no accessibility violation and nothing clipped, on every view of a lab: ${colorScheme}, ${viewport.width} px`, async () => {
      const lab = await suite.open({ colorScheme, viewport, prepare: still });
      await lab.stepIs("new-uts", "fail");
      const walk = new Walk(lab, viewport === small);
      await walk.part("terminal");
      await lab.type("sleep 1000 &\n");
      await lookAtPicture(walk);
      await lookAtTerminals(walk);
      await lookAtDialogs(walk);
      await lookAtGuide(walk);
      await lab.screenshot(`finish-${colorScheme}-${viewport.width}`);
      expect(walk.problems).toEqual([]);
      await lab.close();
    }, 240_000);

    test(`the same around the labs: ${colorScheme}, ${viewport.width} px`, async () => {
      const lab = await suite.open({ colorScheme, viewport, prepare: still });
      await lab.stepIs("new-uts", "fail");
      const address = lab.page.url().replace(/#.*/, "");
      const second = await lab.another(address, { prepare: still });
      await second.page.setViewportSize(viewport);
      await second.page.getByTestId("elsewhere").waitFor();
      const walk = new Walk(second, viewport === small);
      await walk.look("open in another tab");
      await second.page.goto(`${address}#/`);
      await second.page.getByTestId("continue").waitFor();
      await walk.look("catalog");
      await second.screenshot(`catalog-${colorScheme}-${viewport.width}`);
      await walk.dialog("forget", "forget-all");
      await walk.dialog("settings", "settings-open");
      await second.page.goto(`${address}#/lab/no-such-lab`);
      await second.page.getByTestId("not-found").waitFor();
      await second.page.getByTestId("lab-uts-time").waitFor();
      await walk.look("not found");
      expect(walk.problems).toEqual([]);
      await lab.close();
    });

    test(`the same where something is wrong: ${colorScheme}, ${viewport.width} px`, async () => {
      const { wasm } = await preparedIndex();
      const lab = await suite.open({
        colorScheme,
        viewport,
        prepare: still,
        serve: {
          intercept(path, response) {
            if (path !== `image/${wasm.file}`) return false;
            response.writeHead(503).end();
            return true;
          },
        },
      });
      const walk = new Walk(lab, viewport === small);
      await walk.part("terminal");
      await lab.page.getByTestId("problem").getByText("Technical detail").click();
      await walk.look("problem");
      await walk.part("picture");
      await walk.look("no picture");
      expect(walk.problems).toEqual([]);
      await lab.close();
    });
  }
}

const holdsFocus = (lab: LabPage, part: Part) =>
  lab.page.waitForFunction((id) => document.getElementById(id)?.contains(document.activeElement), `part-${part}`);

test("every control of the lab is reached by keyboard", async () => {
  const lab = await (await suite.open()).ready();
  const { page } = lab;
  await page.locator('[data-testid="timeline"] li').first().waitFor();
  const note = () =>
    page.evaluate(() => {
      document.activeElement?.setAttribute("data-reached", "");
      const { activeElement } = document;
      if (activeElement?.classList.contains("xterm-helper-textarea")) return "shell";
      return activeElement === document.body ? "end" : "on";
    });
  const go = async (key: string, until: "shell" | "end") => {
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press(key);
      if ((await note()) === until) return;
    }
    throw new Error(`${key} never came to the ${until}`);
  };
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await go("Tab", "shell");
  // Tab belongs to the shell; F6 leaves it for the picture.
  await page.keyboard.press("F6");
  await holdsFocus(lab, "picture");
  await page.keyboard.press("Shift+Tab");
  await note();
  await go("Tab", "end");
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, summary, [role=separator], [tabindex='0']")]
      .filter((element) => element.checkVisibility() && element.tabIndex >= 0 && !element.matches(":disabled, [data-reached]"))
      .map((element) => element.outerHTML.slice(0, 150)),
  );
  expect(missed).toEqual([]);
  await lab.close();
});

test("the list of shortcuts is a key away, and the keys do what it says", async () => {
  const lab = await (await suite.open()).ready();
  const { page } = lab;
  await page.getByTestId("step-new-uts").getByRole("button", { name: "A UTS namespace" }).focus();
  await page.keyboard.press("?");
  const list = page.getByTestId("shortcuts");
  for (const does of ["To the next part", "Find in what was printed", "Give the shell a name", "Save the file"])
    await list.getByText(does).waitFor();
  await page.keyboard.press("Escape");
  await holdsFocus(lab, "guide");
  await page.keyboard.press("F6");
  await holdsFocus(lab, "terminal");
  await page.keyboard.type("echo ?\n");
  await lab.shows("echo ?");
  expect(await list.count()).toBe(0);
  await page.keyboard.press("F6");
  await holdsFocus(lab, "picture");
  await page.keyboard.press("F6");
  await holdsFocus(lab, "guide");
  await page.keyboard.press("Shift+F6");
  await holdsFocus(lab, "picture");
  await page.keyboard.press("Shift+F6");
  await holdsFocus(lab, "terminal");
  await page.keyboard.press("Control+Shift+f");
  await page.getByTestId("find").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("tab-1").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("first\n");
  await page.getByRole("tab", { name: "first" }).waitFor();
  await page.getByTestId("shell-open-0").press("Enter");
  await page.getByTestId("tab-2").press("ArrowLeft");
  await page.locator('[data-testid="tab-1"][aria-selected="true"]').press("Delete");
  await page.getByTestId("dialog").getByTestId("confirm").press("Enter");
  await page.getByTestId("tab-1").waitFor({ state: "detached" });
  const divider = page.getByTestId("split-guide");
  const share = async () => Number(await divider.getAttribute("aria-valuenow"));
  const before = await share();
  await divider.press("ArrowRight");
  expect(await share()).toBeGreaterThan(before);
  await divider.press("Enter");
  expect(await share()).toBe(before);
  await lab.close();
});

test("keys leave the editor: F6 goes round, and Tab moves on after Ctrl+M", async () => {
  const lab = await (await suite.open()).ready();
  const { page } = lab;
  await page.getByTestId("editor-show").press("Enter");
  await page.getByTestId("editor-path").fill("/etc/hosts");
  await page.keyboard.press("Enter");
  const code = page.getByTestId("code");
  await code.getByText("localhost").first().waitFor();
  await code.locator(".view-lines").click();
  const inCode = () => page.evaluate(() => document.querySelector('[data-testid="code"]')?.contains(document.activeElement));
  expect(await inCode()).toBe(true);
  for (const part of ["picture", "guide", "terminal", "picture"] as const) {
    await page.keyboard.press("F6");
    await holdsFocus(lab, part);
  }
  await code.locator(".view-lines").click();
  await page.keyboard.press("Control+m");
  await page.keyboard.press("Tab");
  expect(await inCode()).toBe(false);
  await lab.close();
});

test("on a phone: Ctrl, Esc, Tab and the arrows from the row of keys reach a real shell, and the keyboard stays open", async () => {
  const lab = await suite.open({ viewport: small });
  await lab.stepIs("new-uts", "fail");
  const { page } = lab;
  await page.locator("#tab-terminal").click();
  await lab.shows("root@lab");
  const tap = (name: string) => page.getByTestId("keys").getByRole("button", { name, exact: true }).click();
  await lab.type("touch /root/unmistakable; clear\n");
  await lab.type("ls /root/unm");
  await lab.shows("ls /root/unm");
  await tap("Tab");
  await lab.shows("ls /root/unmistakable");
  // The focus, and with it a phone's keyboard, stays in the shell.
  await page.keyboard.type("; echo x-ac");
  await tap("Arrow left");
  await page.keyboard.type("b\n");
  await lab.shows("x-abc");
  await page.keyboard.type("clear; echo first\n");
  await page.keyboard.type("echo second\n");
  await tap("Arrow up");
  await tap("Arrow up");
  await tap("Arrow down");
  await page.keyboard.type(" again\n");
  await page.waitForFunction(() => /^second again/m.test(document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? ""));
  await page.keyboard.type("clear; echo asl''eep; sleep 1000\n");
  await lab.shows("asleep");
  await tap("Ctrl");
  await page.keyboard.type("c");
  await page.keyboard.type("echo status $?\n");
  await lab.shows("status 130");
  await page.keyboard.type("clear; read -rsn1 key; declare -p key\n");
  await tap("Esc");
  await lab.shows("$'\\E'");
  await lab.screenshot("phone");
  await lab.close();
});
