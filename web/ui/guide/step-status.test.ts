import { describe, expect, it } from "vitest";
import type { Attempt, StepState } from "../../checker/step-state.ts";
import { fail, pass, unknown, type Verdict } from "../../lab/verdict.ts";
import { hintOf, isAstray, stepStatus } from "./step-status.ts";

const step = (verdict: Verdict | undefined, completed = false, attempt: Attempt = "seen"): StepState => ({
  id: "a",
  title: "A",
  verdict,
  completed,
  attempt,
  current: !completed,
});

describe("a step's status", () => {
  it("is the verdict while the step is open", () => {
    expect(stepStatus(step(undefined))).toBe("idle");
    expect(stepStatus(step(fail("no")))).toBe("fail");
    expect(stepStatus(step(unknown("silence")))).toBe("unknown");
  });

  it("says that a done step no longer holds, and takes nothing away for a silent machine", () => {
    expect(stepStatus(step(pass(), true))).toBe("pass");
    expect(stepStatus(step(fail("gone"), true))).toBe("lost");
    expect(stepStatus(step(unknown("silence"), true))).toBe("pass");
  });

  it("gives hints only for what is still to be done", () => {
    expect(hintOf(step(fail("no", "try this")))).toBe("try this");
    expect(hintOf(step(fail("gone", "try this"), true))).toBeUndefined();
  });

  it("does not greet with a hint, and calls nothing astray that changed nothing", () => {
    const at = (attempt: Attempt) => step(fail("no", "try this"), false, attempt);
    expect(["none", "vain", "seen"].map((attempt) => hintOf(at(attempt as Attempt)))).toEqual([
      undefined,
      "try this",
      "try this",
    ]);
    expect(["none", "vain", "seen"].map((attempt) => isAstray(at(attempt as Attempt)))).toEqual([false, false, true]);
  });
});
