import { expect, test } from "vitest";
import type { Lab } from "../../lab/lab.ts";
import { levelsOf } from "./lab-map.tsx";

const lab = (id: string, needs?: readonly string[]) => ({ id, needs, steps: [] }) as unknown as Lab;
const ids = (labs: readonly Lab[]) => levelsOf(labs).map((level) => level.map(({ id }) => id));

test("labs come after what they need, also when that is named later", () => {
  expect(ids([lab("c", ["b"]), lab("b", ["a"]), lab("a"), lab("d")])).toEqual([["a", "d"], ["b"], ["c"]]);
});

test("a need that there is not counts for nothing, and a circle ends", () => {
  expect(ids([lab("a", ["gone"]), lab("x", ["y"]), lab("y", ["x"])])).toEqual([["a"], ["x", "y"]]);
});
