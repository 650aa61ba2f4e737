import { describe, expect, test } from "vitest";
import type { CheckContext, Step } from "../lab/lab.ts";
import { fail, pass } from "../lab/verdict.ts";
import { Checker } from "./checker.ts";

import { completed, exit, kinds, lookAt, named, step } from "./checker-fixtures.ts";

describe("verdict and completion", () => {
  test("an edge is latched when it was seen once", async () => {
    const checker = new Checker([step("a", "edge", named("red"))]);
    await checker.look(lookAt(1));
    expect(kinds(checker)).toEqual(["fail"]);
    await checker.look(lookAt(2, "red"));
    await checker.look(lookAt(3));
    expect(kinds(checker)).toEqual(["pass"]);
  });

  test("a level flips back, and what was completed stays so", async () => {
    const checker = new Checker([step("a", "level", named("red"))]);
    await checker.look(lookAt(1, "red"));
    await checker.look(lookAt(2, "red"));
    await checker.look(lookAt(3));
    expect(kinds(checker)).toEqual(["fail"]);
    expect(completed(checker)).toEqual([true]);
  });

  test("a level that passes while the guest is still at work is not completed by that; at the end of the work, where nothing is under way, or after two seconds of it", async () => {
    const at = (uptime: number, idleTime: number, name: string) => lookAt(uptime, name, { uptime, idleTime });
    const caught = new Checker([step("a", "level", named("red"))]);
    await caught.look(at(1, 1, "lab"));
    await caught.look(at(2, 1, "red"));
    expect([kinds(caught), completed(caught), caught.unsettled]).toEqual([["fail"], [false], true]);
    await caught.look(at(2.5, 1.02, "lab"));
    expect([kinds(caught), completed(caught), caught.unsettled]).toEqual([["fail"], [false], false]);
    const settled = new Checker([step("a", "level", named("red"))]);
    await settled.look(at(1, 1, "red"));
    await settled.look(at(1.5, 1.1, "red"));
    expect([kinds(settled), completed(settled), settled.unsettled]).toEqual([["pass"], [true], false]);
    const quiet = new Checker([step("a", "level", named("red"))]);
    await quiet.look(at(1, 1, "lab"));
    await quiet.look(at(1.5, 1.02, "red"), undefined, "quiet");
    expect([kinds(quiet), completed(quiet), quiet.unsettled]).toEqual([["pass"], [true], false]);
    const busy = new Checker([step("a", "level", named("red"))]);
    await busy.look(at(1, 1, "red"));
    await busy.look(at(2.9, 1, "red"));
    expect(completed(busy)).toEqual([false]);
    await busy.look(at(3.1, 1, "red"));
    expect(completed(busy)).toEqual([true]);
  });

  test("the current step is the first that is not completed; the ones after it are not asked", async () => {
    const checker = new Checker([
      step("a", "edge", named("red")),
      step("b", "edge", named("blue")),
      step("c", "edge", named("blue")),
    ]);
    await checker.look(lookAt(1));
    expect(kinds(checker)).toEqual(["fail", undefined, undefined]);
    expect(checker.states.map(({ current }) => current)).toEqual([true, false, false]);
    await checker.look(lookAt(2, "red"));
    expect(checker.states.map(({ current }) => current)).toEqual([false, true, false]);
    await checker.look(lookAt(3, "blue"));
    expect(completed(checker)).toEqual([true, true, true]);
    expect(checker.states.some(({ current }) => current)).toBe(false);
  });
});

describe("where a step begins", () => {
  function recording(ids: readonly string[]): { steps: Step[]; seen: Map<string, CheckContext[]> } {
    const seen = new Map<string, CheckContext[]>(ids.map((id) => [id, []]));
    const steps = ids.map((id) =>
      step(id, "edge", (context) => {
        seen.get(id)?.push(context);
        return context.now.hostname.includes(id) ? pass() : fail("not yet");
      }),
    );
    return { steps, seen };
  }

  test("the first step at the first look, the next at the look before the one that completed it", async () => {
    const { steps, seen } = recording(["a", "b"]);
    const checker = new Checker(steps);
    for (const [n, name] of ["", "", "a", ""].entries()) await checker.look(lookAt(n + 1, name));
    expect(seen.get("a")?.map(({ since }) => since.sequence)).toEqual([1, 1, 1]);
    expect(seen.get("b")?.map(({ since, now }) => [since.sequence, now.sequence])).toEqual([
      [2, 3],
      [2, 4],
    ]);
  });

  test("what one command did for two steps counts for both", async () => {
    const { steps } = recording(["a", "b"]);
    const checker = new Checker(steps);
    await checker.look(lookAt(1));
    await checker.look(lookAt(2, "a and b"));
    expect(completed(checker)).toEqual([true, true]);
  });

  test("the look before each is at hand, whichever the step began with", async () => {
    const { steps, seen } = recording(["a", "b"]);
    const checker = new Checker(steps);
    for (const [n, name] of ["", "", "a", ""].entries()) await checker.look(lookAt(n + 1, name));
    expect(seen.get("a")?.map(({ previous }) => previous?.sequence)).toEqual([undefined, 1, 2]);
    expect(seen.get("b")?.map(({ previous }) => previous?.sequence)).toEqual([2, 3]);
  });

  test("the step after a level begins before the look at which that came to pass, not at the one that found it to hold", async () => {
    const { steps, seen } = recording(["a", "b"]);
    const checker = new Checker(steps.map((one) => ({ ...one, mode: "level" as const })));
    await checker.look(lookAt(1, ""));
    checker.addEvents([exit(1)]);
    await checker.look(lookAt(2, "a and b"));
    checker.addEvents([exit(2)]);
    await checker.look(lookAt(3, "a and b"));
    const b = seen.get("b")?.[0];
    expect([b?.since.sequence, b?.now.sequence, b?.events.length]).toEqual([1, 3, 2]);
    await checker.look(lookAt(4, "a and b"));
    expect(completed(checker)).toEqual([true, true]);
  });

  test("its events are those since then, whole and in order", async () => {
    const { steps, seen } = recording(["a", "b"]);
    const checker = new Checker(steps);
    await checker.look(lookAt(1, ""));
    checker.addEvents([exit(1)]);
    await checker.look(lookAt(2, ""));
    checker.addEvents([exit(2), exit(3)]);
    await checker.look(lookAt(3, "a"));
    checker.addEvents([exit(4)]);
    await checker.look(lookAt(4, ""));
    const events = (id: string) =>
      seen
        .get(id)
        ?.at(-1)
        ?.events.map((event) => event.kind === "exit" && event.pid);
    expect(events("a")).toEqual([1, 2, 3]);
    expect(events("b")).toEqual([2, 3, 4]);
  });

  test("of a story that is too long the beginning is left out, and said to be", async () => {
    const { steps, seen } = recording(["a"]);
    const checker = new Checker(steps);
    await checker.look(lookAt(1, ""));
    for (let n = 0; n < 3; n++) {
      checker.addEvents(Array.from({ length: 3000 }, (_, i) => exit(n * 3000 + i)));
      await checker.look(lookAt(n + 2, ""));
    }
    const events = seen.get("a")?.at(-1)?.events ?? [];
    expect(events).toHaveLength(4000);
    expect(events[0]?.kind).toBe("lost");
    expect(events.at(-1)).toEqual(exit(8999));
  });
});

describe("never the learner's fault", () => {
  test("a look that could not be had makes unknown what isn't latched, until the next", async () => {
    const checker = new Checker([
      step("a", "edge", named("red")),
      step("b", "level", named("red")),
      step("c", "edge", named("blue")),
    ]);
    await checker.look(lookAt(0, "red"));
    await checker.look(lookAt(1, "red"));
    checker.blind("The machine did not answer.");
    expect(kinds(checker)).toEqual(["pass", "unknown", "unknown"]);
    expect(completed(checker)).toEqual([true, true, false]);
    await checker.look(lookAt(2, "red"));
    expect(kinds(checker)).toEqual(["pass", "pass", "fail"]);
  });

  test("a step that has not begun has no verdict, blind or not", async () => {
    const checker = new Checker([step("a", "edge", named("red")), step("b", "edge", named("red"))]);
    checker.blind("not a look yet");
    expect(kinds(checker)).toEqual([undefined, undefined]);
  });

  test("a check that throws is unknown, and says that it is the lab's fault", async () => {
    const checker = new Checker([
      step("a", "edge", () => {
        throw new TypeError("no such field");
      }),
    ]);
    await checker.look(lookAt(1));
    expect(checker.states[0]?.verdict).toMatchObject({
      kind: "unknown",
      reason: expect.stringMatching(/no such field.*not yours/),
    });
    expect(completed(checker)).toEqual([false]);
  });
});
