import { expect, test } from "vitest";
import { labIds, loadLab } from "./library.ts";
import { partsOf } from "./parts.ts";

const fewestScripts = 30;

test.each([1, 16, 1000])(
  "in about %i parts: each step of each lab is in one, and with it each script; the largest come first",
  async (wanted) => {
    const ids = await labIds();
    const parts = await partsOf(ids, { parts: wanted });
    for (const id of ids) {
      const { lab, solutions, wrong } = await loadLab(id);
      const own = parts.filter((part) => part.lab === id).sort((one, other) => one.from - other.from);
      const steps = own.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      expect(steps).toEqual(lab.steps.map((_, index) => index + 1));
      expect(own.reduce((sum, { scripts }) => sum + scripts, 0)).toBe(solutions.length + wrong.length);
    }
    const sizes = parts.map(({ scripts }) => scripts);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  },
);

test("a step that only its main solution is wanted of makes no part of its own", async () => {
  expect(await partsOf(["bridge"], { only: "main", parts: 1000 })).toHaveLength(1);
});

test("a lab that cannot be read is left to whoever tests it", async () => {
  expect(await partsOf(["no-such-lab"])).toEqual([{ lab: "no-such-lab", from: 1, to: 1, scripts: 0 }]);
});

test("the more parts are wanted, the more there are, but none for a few scripts only", async () => {
  const ids = await labIds();
  const [few, many] = await Promise.all([partsOf(ids, { parts: 8 }), partsOf(ids, { parts: 1000 })]);
  // A part ends where the next step's scripts would make it too large.
  expect(few.length).toBeLessThan(many.length / 2);
  for (const id of ids) {
    const own = many.filter(({ lab }) => lab === id).sort((one, other) => one.from - other.from);
    for (const [index, part] of own.entries()) {
      const next = own[index + 1];
      if (next) expect(part.scripts + next.scripts, `${id}, step ${part.from}`).toBeGreaterThan(fewestScripts);
    }
  }
});
