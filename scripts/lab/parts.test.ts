import { expect, test } from "vitest";
import { labIds, loadLab } from "./library.ts";
import { partsOf } from "./parts.ts";

test("each step of each lab is in one part, and with it each script; the largest parts come first", async () => {
  const ids = await labIds();
  const parts = await partsOf(ids, undefined, "");
  for (const id of ids) {
    const { lab, solutions, wrong } = await loadLab(id);
    const own = parts.filter((part) => part.lab === id).sort((one, other) => one.from - other.from);
    const steps = own.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    expect(steps).toEqual(lab.steps.map((_, index) => index + 1));
    expect(own.reduce((sum, { scripts }) => sum + scripts, 0)).toBe(solutions.length + wrong.length);
  }
  const sizes = parts.map(({ scripts }) => scripts);
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
});

test("a step that only its main solution is wanted of makes no part of its own", async () => {
  expect(await partsOf(["bridge"], undefined, "main")).toHaveLength(1);
});

test("a lab that cannot be read is left to whoever tests it", async () => {
  expect(await partsOf(["no-such-lab"], undefined, "")).toEqual([{ lab: "no-such-lab", from: 1, to: 1, scripts: 0 }]);
});
