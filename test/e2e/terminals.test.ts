import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

async function typeInto(lab: LabPage, id: number, line: string): Promise<void> {
  await lab.page.getByTestId(`terminal-${id}`).locator(".xterm-helper-textarea").focus();
  await lab.page.keyboard.type(`${line}\n`);
}

const rows = (lab: LabPage, id: number) => lab.page.getByTestId(`terminal-${id}`).locator(".xterm-rows");

test("two shells beside each other are two ptys; a tab shows which namespaces are its own, and takes a name", async () => {
  const lab = await (await suite.open()).ready();
  await lab.page.getByTestId("shell-split-0").click();
  await rows(lab, 2).getByText("root@lab").first().waitFor();
  await typeInto(lab, 1, "tty");
  await typeInto(lab, 2, "tty");
  await rows(lab, 1).getByText("/dev/pts/0").waitFor();
  await rows(lab, 2).getByText("/dev/pts/1").waitFor();
  await typeInto(lab, 2, "unshare --net --ipc bash");
  const second = lab.page.getByTestId("tab-2");
  await second.getByTestId("badge-net").waitFor();
  await second.getByTestId("badge-ipc").waitFor();
  await expect(lab.page.getByTestId("tab-1").locator('[data-testid^="badge-"]').count()).resolves.toBe(0);
  await lab.screenshot("terminals");
  await typeInto(lab, 2, "exit");
  await second.getByTestId("badge-net").waitFor({ state: "detached" });
  await second.dblclick();
  await lab.page.getByTestId("tab-rename").fill("outside");
  await lab.page.keyboard.press("Enter");
  await lab.page.getByRole("tab", { name: "outside" }).waitFor();
  await lab.close();
});

test("a command of the guide goes to the shell that has the focus", async () => {
  const lab = await (await suite.open()).ready();
  await lab.page.getByTestId("shell-open-0").click();
  await rows(lab, 2).getByText("root@lab").first().waitFor();
  await lab.page.getByTestId("step-new-uts").getByRole("button", { name: "Run in the terminal: unshare --uts bash" }).click();
  await rows(lab, 2).getByText("unshare --uts bash").waitFor();
  await lab.page.getByTestId("tab-1").click();
  expect(await rows(lab, 1).textContent()).not.toContain("unshare");
  await lab.close();
});

test("shells and what they printed come back after a reload, in their split; a closed one hangs up", async () => {
  const lab = await (await suite.open()).ready();
  await lab.page.getByTestId("shell-split-0").click();
  await rows(lab, 2).getByText("root@lab").first().waitFor();
  await typeInto(lab, 2, "echo in the second $((20 + 3))");
  await rows(lab, 2).getByText("in the second 23").waitFor();
  await lab.page.getByTestId("checkpoint-save").click();
  await lab.page.getByTestId("save-confirm").click();
  await lab.page.locator('[data-testid="timeline"] li[data-kind="manual"]').waitFor();
  await lab.page.reload();
  await rows(lab, 2).getByText("in the second 23").waitFor();
  await typeInto(lab, 2, "echo still $((40 + 2))");
  await rows(lab, 2).getByText("still 42").waitFor();
  await lab.page.getByTestId("shell-close-1").click();
  await lab.page.getByTestId("dialog").getByTestId("confirm").click();
  await lab.page.getByTestId("tab-2").waitFor({ state: "detached" });
  await typeInto(lab, 1, "ls /dev/pts");
  await rows(lab, 1)
    .getByText(/^0 +ptmx/)
    .waitFor();
  await lab.close();
});

test("many lines are shown before they are pasted; one line is not", async () => {
  const lab = await (await suite.open()).ready();
  const paste = async (pasted: string) => {
    await lab.page.getByTestId("terminal-1").locator(".xterm-helper-textarea").focus();
    await lab.page.evaluate((data) => {
      const clipboard = new DataTransfer();
      clipboard.setData("text/plain", data);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    }, pasted);
  };
  await paste("echo one line");
  await lab.shows("echo one line");
  await paste("echo first\necho second\n");
  const dialog = lab.page.getByTestId("paste-dialog");
  await dialog.getByText("Paste 2 lines?").waitFor();
  await dialog.getByTestId("modal-close").click();
  expect(await lab.terminal()).not.toContain("second");
  await paste("echo first\necho second\n");
  await dialog.getByTestId("paste-confirm").click();
  await lab.shows("echo second");
  await lab.close();
});

test("the scrollback is searched, and 10,000 lines are kept", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("echo needle-at-the-top; seq 9000; echo at the $((6 * 7))\n");
  await lab.shows("at the 42");
  await lab.page.getByTestId("shell-find-0").click();
  await lab.page.keyboard.type("needle-at-the-top");
  await lab.shows("needle-at-the-top");
  await lab.page.keyboard.press("Control+a");
  await lab.page.keyboard.type("no such thing");
  await lab.page.getByTestId("find").getByText("Not found").waitFor();
  await lab.page.keyboard.press("Escape");
  await lab.page.getByTestId("find").waitFor({ state: "detached" });
  await lab.close();
});

test("as many shells as the machine holds, and a sentence for one more", async () => {
  const lab = await (await suite.open()).ready();
  for (let shells = 2; shells <= 16; shells++) {
    await lab.page.getByTestId("shell-open-0").click();
    await lab.page.getByTestId(`tab-${shells}`).waitFor();
  }
  await lab.page.getByTestId("shell-open-0").click();
  await lab.page.getByTestId("notice").getByText("sixteen shells at most").waitFor();
  await lab.close();
});

test("a program that asks for the mouse is told of clicks", async () => {
  const lab = await (await suite.open()).ready();
  await typeInto(lab, 1, String.raw`printf '\e[?1000h\e[?1006h'; cat -v`);
  await lab.page.locator('[data-testid="terminal-1"] .xterm.enable-mouse-events').waitFor();
  await lab.page
    .getByTestId("terminal-1")
    .locator(".xterm-screen")
    .click({ position: { x: 5, y: 5 } });
  await lab.page.keyboard.press("Enter");
  await lab.shows("^[[<0;1;1M^[[<0;1;1m");
  await lab.close();
});

test("what is selected is copied with Ctrl+Shift+C, and pasted into the shell with Ctrl+Shift+V", async () => {
  const lab = await (await suite.open()).ready();
  await lab.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await typeInto(lab, 1, "echo mar''mot");
  await rows(lab, 1)
    .getByText("marmot", { exact: true })
    .dblclick({ position: { x: 5, y: 5 }, force: true });
  await lab.page.keyboard.press("Control+Shift+C");
  await lab.page.waitForFunction(async () => (await navigator.clipboard.readText()) === "marmot");
  await lab.page.keyboard.type("echo two ");
  await lab.page.keyboard.press("Control+Shift+V");
  await lab.page.keyboard.press("Enter");
  await rows(lab, 1).getByText("two marmot", { exact: true }).waitFor();
  await lab.close();
});
