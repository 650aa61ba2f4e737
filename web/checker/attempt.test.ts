import { expect, test } from "vitest";
import { fail, pass } from "../lab/verdict.ts";
import { Checker } from "./checker.ts";
import { lookAt, step } from "./checker-fixtures.ts";

const attempts = (checker: Checker) => checker.states.map(({ attempt }) => attempt);
const red = step("a", "edge", ({ now }) => (now.hostname === "red" ? pass() : fail(`It is ${now.hostname}.`, "Call it red.")));
const ls = [
  { kind: "fork", pid: 9, parent: 1 },
  { kind: "exec", pid: 9 },
  { kind: "exit", pid: 9, code: 0 },
] as const;

test("nothing was tried while nothing was started and the verdict is the one the step began with", async () => {
  const checker = new Checker([red]);
  expect(attempts(checker)).toEqual(["none"]);
  await checker.look(lookAt(1));
  await checker.look(lookAt(2));
  expect(attempts(checker)).toEqual(["none"]);
  checker.addEvents(ls);
  await checker.look(lookAt(3));
  expect(attempts(checker)).toEqual(["vain"]);
  await checker.look(lookAt(4, "blue"));
  expect(attempts(checker)).toEqual(["seen"]);
});

test("what completed the step before is no attempt at the one that begins with it", async () => {
  const checker = new Checker([red, step("b", "edge", () => fail("No.", "Do it."))]);
  await checker.look(lookAt(1));
  checker.addEvents(ls);
  await checker.look(lookAt(2, "red"));
  await checker.look(lookAt(3, "red"));
  expect(attempts(checker)).toEqual(["seen", "none"]);
});

test("a look that failed is nothing to begin with", async () => {
  const checker = new Checker([red]);
  await checker.look(lookAt(1));
  checker.blind("The machine did not answer in time.");
  await checker.look(lookAt(2));
  expect(attempts(checker)).toEqual(["none"]);
});

test("an attempt is remembered with the machine", async () => {
  const checker = new Checker([red]);
  await checker.look(lookAt(1));
  checker.addEvents(ls);
  await checker.look(lookAt(2));
  const later = new Checker([red]);
  later.restore(checker.save());
  expect(attempts(later)).toEqual(["vain"]);
});
