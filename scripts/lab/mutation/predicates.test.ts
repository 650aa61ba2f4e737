import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { findPredicates, instrument } from "./predicates.ts";

const texts = (source: string) => findPredicates("check.ts", source).predicates.map(({ text }) => text);

describe("predicates", () => {
  test("are the operands of what an if asks", () => {
    expect(texts("if (a.x === 1 && (b || !c)) go();")).toEqual(["a.x === 1", "b", "!c"]);
  });

  test("are what a filter lets through, in an expression or in returns", () => {
    expect(texts("list.filter((p) => p.pid > 1 && p.up)")).toEqual(["p.pid > 1", "p.up"]);
    expect(texts("list.some((p) => { const q = f(p); return q.up; })")).toEqual(["q.up"]);
  });

  test("are what a function of yes or no answers", () => {
    expect(texts("function inside(p: P): boolean { return p.x === 2; }")).toEqual(["p.x === 2"]);
    expect(texts("const inside = (p: P): p is Q => p.x === 2;")).toEqual(["p.x === 2"]);
  });

  test("are not values, defaults, loops and constants", () => {
    expect(texts("const a = b || c; const d = e ?? f; while (g) h(); if (true) i();")).toEqual([]);
  });

  test("with a reason are left alone, and counted", () => {
    const source = "// equivalent: it is one already\nif (a) go();\nif (b) go();";
    expect(findPredicates("check.ts", source)).toMatchObject({ excused: 1, predicates: [{ text: "b", line: 3 }] });
  });
});

test("an instrumented module does as written until a predicate is decided for it", () => {
  const source = "out = list.filter((p) => p > 1 && (p < 5 || p === 9)).length > 0 ? list.filter((p) => p > 2) : [];";
  const { predicates } = findPredicates("check.ts", source);
  const code = instrument(
    source,
    predicates.map((predicate, number) => ({ ...predicate, number })),
  );
  const run = (decide: (number: number) => boolean | undefined) =>
    runInNewContext(`let out; ${code}; out`, { __predicate: decide, list: [1, 2, 3, 9] });
  expect(predicates.map(({ text }) => text)).toHaveLength(5);
  expect(run(() => undefined)).toEqual([3, 9]);
  expect(run((number) => (predicates[number]?.text === "p > 2" ? true : undefined))).toEqual([1, 2, 3, 9]);
  expect(run((number) => (predicates[number]?.text.startsWith("list") ? false : undefined))).toEqual([]);
});
