import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules of WCAG 2.2 are switched off in axe unless they are asked for. */
const options: RunOptions = { rules: { "target-size": { enabled: true } } };

/** What axe finds on the page as it is now. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(async (how) => {
    const found = (globalThis as unknown as { axe: { run(how: RunOptions): Promise<{ violations: Result[] }> } }).axe;
    return (await found.run(how)).violations;
  }, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}

/** Controls that lie outside of the window, or of a part that cannot be scrolled to show them; and a page wider than the window. */
export function clippedControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element, axis: "x" | "y"): boolean => {
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (/auto|scroll/.test(axis === "x" ? style.overflowX : style.overflowY)) return true;
      }
      return false;
    };
    const pageScrolls = document.documentElement.scrollHeight > innerHeight;
    const modal = document.querySelector("dialog[open]") ?? document;
    const controls = [...modal.querySelectorAll<HTMLElement>("button, a[href], input, select, summary")];
    const clipped = controls.filter((control) => {
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      if (width < 4 || height < 4 || !control.checkVisibility()) return false;
      const across = (left < -1 || right > innerWidth + 1) && !scrolls(control, "x");
      const down = (top < -1 || bottom > innerHeight + 1) && !pageScrolls && !scrolls(control, "y");
      return across || down;
    });
    const wider = document.documentElement.scrollWidth - innerWidth;
    return [
      ...clipped.map((control) => `clipped: ${control.outerHTML.slice(0, 200)}`),
      ...(wider > 0 ? [`the page is ${wider} px wider than the window`] : []),
    ];
  });
}
