import { expect, test } from "vitest";
import { course } from "./course.ts";
import { coveragePage } from "./coverage.ts";

const lab = (id: string, slides: readonly number[], ...steps: string[]) => ({
  id,
  title: `The lab ${id}`,
  slides,
  steps: steps.map((title) => ({ title })),
});

/** The table's rows, cells joined. */
function rows(page: string): string[] {
  return page.split("\n").filter((line) => /^\| (\d+)? \|/.test(line));
}

test("a slide leads to its labs and their steps", () => {
  const page = coveragePage([lab("pid", [4, 5], "Fork into it", "Two levels")], []);
  expect(rows(page)).toEqual([
    "| 4 | [The lab pid](../labs/pid/lab.ts) (`pid`) | 1. Fork into it<br>2. Two levels |",
    "| 5 | [The lab pid](../labs/pid/lab.ts) (`pid`) | 1. Fork into it<br>2. Two levels |",
  ]);
  expect(page).toContain("2 of 2 slides have a lab.\n");
});

test("labs of one slide stand in the course's order, those that are in no course behind, slides by number", () => {
  const plan = [
    { id: "first", title: "", slides: [] },
    { id: "second", title: "", slides: [] },
  ];
  const page = coveragePage([lab("zebra", [2]), lab("second", [2, 10]), lab("ape", [2]), lab("first", [2])], plan);
  expect(rows(page).map((row) => /`(\w+)`/.exec(row)?.[1])).toEqual(["first", "second", "ape", "zebra", "second"]);
  expect(rows(page).map((row) => row.split("|")[1]?.trim())).toEqual(["2", "", "", "", "10"]);
});

test("a slide without a lab yet is said to have none, with what is planned for it", () => {
  const page = coveragePage(
    [lab("pid", [4])],
    [
      { id: "seccomp", title: "Fewer doors", slides: [15, 4] },
      { id: "untitled", slides: [9] },
    ],
  );
  expect(rows(page)).toContain("|  | Fewer doors (`seccomp`) | *no lab yet* |");
  expect(rows(page)).toContain("| 15 | Fewer doors (`seccomp`) | *no lab yet* |");
  expect(rows(page)).toContain("| 9 | `untitled` | *no lab yet* |");
  expect(page).toContain("1 of 3 slides have a lab. Without one yet: 9, 15.");
});

test("a lab that was made is no longer planned, and says itself for which slides it is", () => {
  const page = coveragePage([lab("pid", [4])], [{ id: "pid", title: "planned", slides: [4, 9] }]);
  expect(rows(page)).toHaveLength(1);
});

test("a title cannot break the table", () => {
  expect(rows(coveragePage([lab("pid", [1], "a | b <c> [d] `e`")], []))[0]).toContain("1. a \\| b \\<c\\> \\[d\\] \\`e\\` |");
});

test("the course has every lab once, and all twenty slides", () => {
  expect(new Set(course.map(({ id }) => id)).size).toBe(course.length);
  expect([...new Set(course.flatMap(({ slides }) => slides))].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
});
