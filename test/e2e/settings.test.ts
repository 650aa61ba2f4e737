import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

async function settings(lab: LabPage): Promise<void> {
  await lab.page.getByTestId("settings-open").click();
  await lab.page.getByTestId("settings").waitFor();
}

async function closed(lab: LabPage): Promise<void> {
  await lab.page.keyboard.press("Escape");
  await lab.page.getByTestId("settings").waitFor({ state: "detached" });
}

const choose = (lab: LabPage, name: string, value: string) => lab.page.getByTestId(`setting-${name}`).selectOption(value);
const slide = (lab: LabPage, name: string, value: number) => lab.page.getByTestId(`setting-${name}`).fill(String(value));

/** What is seen of the settings. */
function look(lab: LabPage) {
  return lab.page.evaluate(() => {
    const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    return {
      text: styleOf("html").fontSize,
      background: styleOf("html").backgroundColor,
      shellText: styleOf(".xterm-rows").fontSize,
      shellFont: styleOf(".xterm-rows").fontFamily,
      shellColour: styleOf(".xterm-rows").color,
      moves: styleOf('[data-testid="reset"]').transitionDuration,
      blinks: document.querySelector(".xterm-cursor-blink") !== null,
    };
  });
}

test("each setting takes effect at once, and is kept: by a reload, and in another tab", async () => {
  const lab = await (await suite.open({ colorScheme: "light" })).ready();
  const before = await look(lab);
  expect(before).toMatchObject({ text: "16px", shellText: "14px", blinks: true });
  await settings(lab);
  await choose(lab, "theme", "dark");
  await slide(lab, "textSize", 150);
  await slide(lab, "terminalSize", 20);
  await choose(lab, "terminalFont", "system");
  await choose(lab, "motion", "reduced");
  await closed(lab);
  await lab.page.waitForFunction(() => getComputedStyle(document.querySelector(".xterm-rows") as Element).fontSize === "20px");
  const after = await look(lab);
  expect(after).toMatchObject({ text: "24px", shellText: "20px", blinks: false });
  expect(after.moves).toMatch(/^0s/);
  for (const what of ["background", "shellFont", "shellColour", "moves"] as const) expect(after[what]).not.toBe(before[what]);
  await lab.page.reload();
  await lab.ready();
  expect(await look(lab)).toEqual(after);
  const { origin } = new URL(lab.page.url());
  const other = await lab.another(`${origin}/`, { lab: "no-such-lab" });
  await other.page.getByTestId("not-found").waitFor();
  expect(await look(other)).toMatchObject({ text: "24px", background: after.background });
  await lab.close();
});

test("larger letters leave fewer of them, and the shell is told", async () => {
  const lab = await (await suite.open()).ready();
  const rows = () => lab.page.locator(".xterm-rows > div").count();
  const before = await rows();
  await settings(lab);
  await slide(lab, "terminalSize", 24);
  await closed(lab);
  await lab.page.waitForFunction((many) => document.querySelectorAll(".xterm-rows > div").length < many, before);
  await lab.type("clear; stty size\n");
  await lab.shows(`${await rows()} `);
  await lab.close();
});

test("the bell does what was chosen: nothing, a flash, a sound", async () => {
  const lab = await suite.open({
    prepare: (page) =>
      page.addInitScript(() => {
        const rung: string[] = [];
        Object.assign(globalThis, { rung });
        const { animate } = Element.prototype;
        Element.prototype.animate = function (this: Element, ...how: Parameters<Element["animate"]>) {
          if (this.matches('[data-testid^="terminal-"]')) rung.push("flash");
          return animate.apply(this, how);
        };
        const { createOscillator } = AudioContext.prototype;
        AudioContext.prototype.createOscillator = function (this: AudioContext) {
          rung.push("sound");
          return createOscillator.apply(this);
        };
      }),
  });
  await lab.ready();
  const rung = () => lab.page.evaluate(() => (globalThis as unknown as { rung: string[] }).rung);
  const ring = async (name: string) => {
    await lab.type(`printf '\\a'; echo rang-''${name}\n`);
    await lab.shows(`rang-${name}`);
  };
  await ring("nothing");
  expect(await rung()).toEqual([]);
  await settings(lab);
  await choose(lab, "bell", "flash");
  await closed(lab);
  await ring("flash");
  expect(await rung()).toEqual(["flash"]);
  await settings(lab);
  await choose(lab, "bell", "sound");
  await closed(lab);
  await ring("sound");
  expect(await rung()).toEqual(["flash", "sound"]);
  await lab.close();
});

test("for a screen reader, the shell's screen is there as text", async () => {
  const lab = await (await suite.open()).ready();
  const readable = lab.page.locator(".xterm-accessibility-tree");
  expect(await readable.count()).toBe(0);
  await settings(lab);
  await lab.page.getByTestId("setting-screenReader").check();
  await closed(lab);
  await lab.type("echo read this aloud\n");
  await readable.getByText("read this aloud").first().waitFor({ state: "attached" });
  await lab.close();
});

test("the button for the theme goes round, and the system's is followed until one is chosen", async () => {
  const lab = await suite.open({ lab: "no-such-lab", colorScheme: "dark" });
  await lab.page.getByTestId("not-found").waitFor();
  const background = async () => (await look(lab)).background;
  const dark = await background();
  await lab.page.emulateMedia({ colorScheme: "light" });
  const light = await background();
  expect(light).not.toBe(dark);
  const button = lab.page.getByTestId("theme");
  await button.click();
  await button.click();
  expect(await background()).toBe(dark);
  await lab.page.emulateMedia({ colorScheme: "dark" });
  await button.click();
  await button.click();
  expect(await background()).toBe(light);
  await lab.close();
});
