import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

async function openFile(lab: LabPage, path: string): Promise<void> {
  if ((await lab.page.getByTestId("editor-path").count()) === 0) await lab.page.getByTestId("editor-show").click();
  await lab.page.getByTestId("editor-path").fill(path);
  await lab.page.getByTestId("editor-open").click();
}

/** Writes at the end of the file in front. */
async function append(lab: LabPage, written: string): Promise<void> {
  await lab.page.getByTestId("code").locator(".view-lines").click();
  await lab.page.keyboard.press("Control+End");
  await lab.page.keyboard.type(written);
}

const shell = async (lab: LabPage, line: string, shows: string) => {
  await lab.page.getByTestId("tab-1").click();
  await lab.type(`clear; ${line}\n`);
  await lab.shows(shows);
};
const backToEditor = (lab: LabPage) => lab.page.getByTestId("tab-0").click();

test("a file is opened, changed and saved with its mode and owner; a change made underneath is shown", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("echo first > /root/notes; chown 1000:1000 /root/notes; chmod 640 /root/notes; echo prepared\n");
  await lab.page.waitForFunction(() => /^prepared/m.test(document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? ""));
  await openFile(lab, "/root/notes");
  await lab.page.getByTestId("code").getByText("first").waitFor();
  await append(lab, "second");
  expect(await lab.page.getByTestId("file-/root/notes").getAttribute("data-dirty")).toBe("true");
  await lab.page.keyboard.press("Control+s");
  await lab.page.getByTestId("editor-said").getByText("was saved").waitFor();
  await lab.screenshot("editor");
  await shell(lab, "cat /root/notes; echo; stat -c '%a %U' /root/notes", "640 student");
  await lab.shows("second");
  await lab.type("echo from the shell > /root/notes\n");
  await backToEditor(lab);
  await lab.page.getByTestId("code").getByText("from the shell").waitFor();
  await lab.close();
});

test("written here and there: the page asks which is to stay; a file that vanished can be saved again", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("echo one > /root/f; echo prepared\n");
  await lab.page.waitForFunction(() => /^prepared/m.test(document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? ""));
  await openFile(lab, "/root/f");
  await lab.page.getByTestId("code").getByText("one").waitFor();
  await append(lab, "mine");
  await shell(lab, "echo theirs > /root/f; echo wrote", "wrote");
  await backToEditor(lab);
  await lab.page.getByTestId("editor-conflict").waitFor();
  await lab.page.getByTestId("editor-keep").click();
  await lab.page.getByTestId("editor-said").getByText("was saved").waitFor();
  await shell(lab, "cat /root/f; echo; rm /root/f; echo removed", "mine");
  await backToEditor(lab);
  await lab.page.getByTestId("editor-vanished").waitFor();
  await lab.page.getByTestId("editor-keep").click();
  await lab.page.getByTestId("editor-said").getByText("was saved").waitFor();
  await shell(lab, "cat /root/f", "mine");
  await lab.close();
});

test("what cannot be edited says why, and nothing that was written is lost", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("head -c 1500000 /dev/zero > /root/large; printf 'a\\0b' > /root/binary; mkdir /mnt/ro; echo x > /mnt/ro/f\n");
  await lab.type("mount --bind /mnt/ro /mnt/ro; mount -o remount,bind,ro /mnt/ro; echo prepared\n");
  await lab.page.waitForFunction(() => /^prepared/m.test(document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? ""));
  const refused = lab.page.getByTestId("editor-refused");
  await openFile(lab, "/root/large");
  await refused.getByText("larger than 1 MB").waitFor();
  await openFile(lab, "/root/binary");
  await refused.getByText("is not text").waitFor();
  await openFile(lab, "/etc");
  await refused.getByText("is a directory").waitFor();
  await openFile(lab, "/mnt/ro/f");
  await lab.page.getByTestId("code").getByText("x", { exact: true }).waitFor();
  await append(lab, "kept");
  await lab.page.getByTestId("editor-save").click();
  await lab.page.getByTestId("editor-said").getByText("read-only file system").waitFor();
  await lab.page.getByTestId("code").getByText("kept").waitFor();
  // It is still there after a reload.
  await lab.page.locator('[data-testid="timeline"] li').first().waitFor();
  await lab.page.getByTestId("checkpoint-save").click();
  await lab.page.getByTestId("save-confirm").click();
  await lab.page.locator('[data-testid="timeline"] li[data-kind="manual"]').waitFor();
  await lab.page.reload();
  await lab.page.getByTestId("code").getByText("kept").waitFor();
  await lab.close();
});

test("config.json is checked against the OCI schema, with completion and what a key means", async () => {
  const lab = await (await suite.open()).ready();
  await openFile(lab, "/root/config.json");
  await lab.page.getByTestId("editor-said").getByText("A new file").waitFor();
  await append(lab, '{ "ociVersion": "1.2.0", "hostname": 5, ');
  // A number where a name belongs.
  await lab.page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
  await lab.page.keyboard.type('"');
  await lab.page.keyboard.press("Control+Space");
  const offered = lab.page.locator(".suggest-widget");
  await offered.getByText("process", { exact: true }).waitFor();
  await offered.getByText("linux", { exact: true }).waitFor();
  await lab.close();
});
