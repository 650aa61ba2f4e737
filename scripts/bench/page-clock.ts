import type { Page } from "playwright-core";

/** In the page: its clock when it has come so far, false until then. */
export type Condition = (argument: string) => number | false;

/**
 * Milliseconds from the moment a click or a key reaches the page until the conditions have held there, one after the other, by the page's own
 * clock and looked at in every frame: what drives the browser looks only every half second once something takes long.
 */
export async function msInPage(
  page: Page,
  kind: "click" | "keydown",
  act: () => Promise<unknown>,
  argument: string,
  ...conditions: readonly Condition[]
): Promise<number> {
  await page.evaluate((name) => {
    addEventListener(name, () => (document.documentElement.dataset["began"] = String(performance.now())), {
      capture: true,
      once: true,
    });
  }, kind);
  const acted = act();
  let ended = 0;
  for (const condition of conditions) {
    const held = await page.waitForFunction(condition, argument, { polling: "raf", timeout: 60_000 });
    ended = Number(await held.jsonValue());
  }
  await acted;
  return page.evaluate((end) => {
    const began = Number(document.documentElement.dataset["began"]);
    delete document.documentElement.dataset["began"];
    return end - began;
  }, ended);
}
