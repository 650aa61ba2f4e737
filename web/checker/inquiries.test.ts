import { describe, expect, test } from "vitest";
import { type Findings, type Inquiry, probeFound, probeSucceeded } from "../lab/inquiry.ts";
import type { CheckContext, Step } from "../lab/lab.ts";
import { fail, pass } from "../lab/verdict.ts";
import { Checker } from "./checker.ts";
import { completed, exit, kinds, lookAt, named, step } from "./checker-fixtures.ts";
import type { Ask, Pace } from "./judge.ts";

describe("what a step asks for besides", () => {
  const inquiry: Inquiry = { kind: "probe", key: "try", argv: ["true"] };
  const found = (status: number): Findings =>
    new Map([["try", { kind: "probe", how: "exited", status, output: "", errors: "" }]]);

  /** Green while the probe succeeds. */
  function asking(id: string, mode: Step["mode"] = "edge"): Step {
    return {
      ...step(id, mode, (context) => (probeFound(context.found, "try")?.status === 0 ? pass() : fail("It does not work."))),
      inquire: () => [inquiry],
    };
  }

  /** Questions that wait until the test answers them. */
  class Questions {
    readonly asked: Array<(findings: Findings) => void> = [];
    #heard: (() => void) | undefined;
    readonly ask: Ask = () =>
      new Promise((resolve) => {
        this.asked.push(resolve);
        this.#heard?.();
      });

    /** Resolves when so many questions have been asked. */
    async count(wanted: number): Promise<void> {
      while (this.asked.length < wanted) {
        await new Promise<void>((resolve) => {
          this.#heard = resolve;
        });
      }
    }

    answer(findings: Findings): void {
      this.asked.at(-1)?.(findings);
    }
  }

  test("is asked again after a refusal only when what it depends on has changed, if it says so", async () => {
    let change = "a";
    let asks = 0;
    const checker = new Checker([
      { ...asking("a"), inquire: () => [{ kind: "probe", key: "try", argv: ["true"], unlessChanged: change }] },
    ]);
    const ask: Ask = () => {
      asks++;
      return Promise.resolve(found(change === "a" ? 1 : 0));
    };
    await checker.look(lookAt(1), ask);
    await checker.look(lookAt(2), ask);
    expect([asks, ...kinds(checker)]).toEqual([1, "fail"]);
    change = "b";
    await checker.look(lookAt(3), ask);
    expect([asks, ...kinds(checker)]).toEqual([2, "pass"]);
  });

  test("is asked again when what it depends on could not be seen", async () => {
    let asks = 0;
    const checker = new Checker([
      { ...asking("a"), inquire: () => [{ kind: "probe", key: "try", argv: ["true"], unlessChanged: "" }] },
    ]);
    const ask: Ask = () => {
      asks++;
      return Promise.resolve(asks === 1 ? new Map() : found(0));
    };
    await checker.look(lookAt(1), ask);
    await checker.look(lookAt(2), ask);
    expect([asks, ...kinds(checker)]).toEqual([2, "pass"]);
  });

  test("is asked at each look, of that look, and answered before the check", async () => {
    const looks: number[] = [];
    const checker = new Checker([
      {
        ...asking("a"),
        inquire: ({ now, since }) => {
          looks.push(now.sequence, since.sequence);
          return [inquiry];
        },
      },
    ]);
    await checker.look(lookAt(1), () => Promise.resolve(found(1)));
    expect(kinds(checker)).toEqual(["fail"]);
    await checker.look(lookAt(2), () => Promise.resolve(found(0)));
    expect(kinds(checker)).toEqual(["pass"]);
    expect(looks).toEqual([1, 1, 2, 1]);
    expect(checker.contextOf("a")?.found).toEqual(found(0));
  });

  test("is not asked while there is nothing to ask", async () => {
    let asked = 0;
    const checker = new Checker([{ ...asking("a"), inquire: () => [] }]);
    await checker.look(lookAt(1), async () => {
      asked++;
      return found(0);
    });
    expect(asked).toBe(0);
    expect(kinds(checker)).toEqual(["fail"]);
  });

  test("is not asked for steps that have not begun, nor for an edge that is done", async () => {
    const asked: string[] = [];
    const named = (id: string, mode: Step["mode"]): Step => ({
      ...asking(id, mode),
      inquire: () => {
        asked.push(id);
        return [inquiry];
      },
    });
    const checker = new Checker([named("a", "edge"), named("b", "level")]);
    await checker.look(lookAt(1), () => Promise.resolve(found(1)));
    expect(asked).toEqual(["a"]);
    await checker.look(lookAt(2), () => Promise.resolve(found(0)));
    expect(asked).toEqual(["a", "a", "b"]);
    await checker.look(lookAt(20), () => Promise.resolve(found(0)));
    expect(asked).toEqual(["a", "a", "b", "b"]);
  });

  test("is asked of a step that is done and must hold three seconds after the last time when something happened and is over, or a line was typed, else after twelve", async () => {
    let asked = 0;
    let works = true;
    const ask: Ask = async () => {
      asked++;
      return found(works ? 0 : 1);
    };
    const at = (uptime: number) => lookAt(uptime, "lab", { uptime, idleTime: uptime });
    const checker = new Checker([asking("a", "level")]);
    const look = async (uptime: number, pace: Pace = "quiet") => {
      await checker.look(at(uptime), ask, pace);
      await checker.holds(ask, pace);
    };
    await checker.look(at(99), ask);
    await checker.look(at(100), ask);
    works = false;
    checker.addEvents([exit(7)]);
    await look(102.9);
    await look(104, "busy");
    expect([asked, ...kinds(checker)]).toEqual([1, "pass"]);
    await look(104.5);
    expect([asked, ...kinds(checker)]).toEqual([2, "fail"]);
    works = true;
    for (const uptime of [110, 116]) await look(uptime);
    expect([asked, ...kinds(checker)]).toEqual([2, "fail"]);
    await look(116.5);
    expect([asked, ...kinds(checker)]).toEqual([3, "pass"]);
    works = false;
    checker.stirHeld();
    await look(119);
    expect([asked, ...kinds(checker)]).toEqual([3, "pass"]);
    await look(119.5);
    expect([asked, ...kinds(checker)]).toEqual([4, "fail"]);
  });

  test("is asked at once of a step that is done where the look alone shows that it holds no more", async () => {
    let asked = 0;
    const ask: Ask = async () => {
      asked++;
      return found(0);
    };
    const isNamed = named("red");
    const asksToo: Step = {
      ...asking("a", "level"),
      check: (context) => (probeFound(context.found, "try")?.status === 0 ? isNamed(context) : fail("It does not work.")),
    };
    const at = (uptime: number, name: string) => lookAt(uptime, name, { uptime, idleTime: uptime });
    const checker = new Checker([asksToo]);
    for (const uptime of [99, 100, 101]) await checker.look(at(uptime, "red"), ask);
    expect([asked, ...kinds(checker)]).toEqual([1, "pass"]);
    await checker.look(at(101.1, "blue"), ask);
    expect(await checker.holds(ask, "busy")).toBe(true);
    expect([asked, ...kinds(checker)]).toEqual([2, "fail"]);
    // It is red: nothing is in a hurry.
    await checker.look(at(101.2, "blue"), ask);
    expect(await checker.holds(ask, "busy")).toBe(false);
    expect([asked, ...kinds(checker)]).toEqual([2, "fail"]);
  });

  test("waits while the guest is busy, but not for longer than two seconds of its clock", async () => {
    let asked = 0;
    const ask: Ask = async () => {
      asked++;
      return found(0);
    };
    const at = (uptime: number) => lookAt(uptime, "lab", { uptime, idleTime: 0 });
    const checker = new Checker([asking("a")]);
    for (const uptime of [1, 2, 2.9]) await checker.look(at(uptime), ask, "busy");
    expect([asked, checker.waiting, ...kinds(checker)]).toEqual([0, true, undefined]);
    await checker.look(at(3), ask, "busy");
    expect([asked, checker.waiting, ...kinds(checker)]).toEqual([1, false, "pass"]);
    const quiet = new Checker([asking("a")]);
    await quiet.look(at(1), ask, "busy");
    await quiet.look(at(1.1), ask);
    expect([asked, quiet.waiting, ...kinds(quiet)]).toEqual([2, false, "pass"]);
  });

  test("is asked again of a level that has just passed when a process came or went meanwhile, and only then", async () => {
    let asked = 0;
    const ask: Ask = async () => {
      asked++;
      return found(0);
    };
    const quiet = new Checker([asking("a", "level")]);
    await quiet.look(lookAt(1), ask);
    await quiet.look(lookAt(2), ask);
    expect([asked, ...completed(quiet)]).toEqual([1, true]);
    const stirred = new Checker([asking("a", "level")]);
    await stirred.look(lookAt(1), ask);
    stirred.addEvents([exit(7)]);
    await stirred.look(lookAt(2), ask);
    expect([asked, ...completed(stirred)]).toEqual([3, true]);
  });

  test("what happened while it waited belongs to the step after, as well", async () => {
    const contexts: CheckContext[] = [];
    const after = step("b", "level", (context) => {
      contexts.push(context);
      return fail("Not yet.");
    });
    const checker = new Checker([asking("a"), after]);
    const at = (uptime: number) => lookAt(uptime, "lab", { uptime, idleTime: 0 });
    await checker.look(at(1), () => Promise.resolve(found(1)));
    checker.addEvents([exit(7)]);
    await checker.look(at(2), () => Promise.resolve(found(0)), "busy");
    checker.addEvents([exit(8)]);
    await checker.look(at(2.5), () => Promise.resolve(found(0)), "busy");
    checker.addEvents([exit(9)]);
    await checker.look(at(3), () => Promise.resolve(found(0)));
    expect(completed(checker)).toEqual([true, false]);
    expect(contexts[0]?.since.sequence).toBe(1);
    expect(contexts[0]?.events).toEqual([exit(7), exit(8), exit(9)]);
  });

  test("that nobody answers makes the step unknown, and what comes back next time counts", async () => {
    const checker = new Checker([asking("a")]);
    await checker.look(lookAt(1), () => Promise.reject(new Error("silence")));
    expect(checker.states[0]?.verdict).toMatchObject({ kind: "unknown", reason: "The machine did not answer in time." });
    await checker.look(lookAt(2), () => Promise.resolve(found(0)));
    expect(kinds(checker)).toEqual(["pass"]);
  });

  test("that is left out of the answers makes a check that needs it unknown, which is nobody's fault", async () => {
    const broken: unknown[] = [];
    const needing = step("a", "level", (context) => (probeSucceeded(context.found, "try") ? pass() : fail("It does not work.")));
    const checker = new Checker([{ ...needing, inquire: () => [inquiry] }], (thrown) => broken.push(thrown));
    await checker.look(lookAt(1), () => Promise.resolve(new Map()));
    expect(checker.states[0]?.verdict).toMatchObject({ kind: "unknown", reason: expect.stringContaining("try") });
    expect(broken).toEqual([]);
  });

  test("an inquire that throws is the lab's fault, as a check that does", async () => {
    const broken: unknown[] = [];
    const error = new TypeError("no such process");
    const checker = new Checker(
      [
        {
          ...asking("a"),
          inquire: () => {
            throw error;
          },
        },
      ],
      (thrown) => broken.push(thrown),
    );
    await checker.look(lookAt(1), () => Promise.resolve(found(0)));
    expect(checker.states[0]?.verdict).toMatchObject({
      kind: "unknown",
      reason: expect.stringMatching(/no such process.*not yours/),
    });
    expect(broken).toEqual([error]);
  });

  test("nothing shows before all of a look is judged, and a save in the middle is of the look before", async () => {
    const questions = new Questions();
    const steps = [asking("a"), step("b", "edge", named("red"))];
    const checker = new Checker(steps);
    await checker.look(lookAt(1), () => Promise.resolve(found(1)));
    checker.addEvents([exit(1)]);
    const look = checker.look(lookAt(2, "red"), questions.ask);
    // The first step waits for its answer; the second will be green with it.
    await questions.count(1);
    checker.addEvents([exit(2)]);
    expect(kinds(checker)).toEqual(["fail", undefined]);
    expect(completed(checker)).toEqual([false, false]);
    const save = structuredClone(checker.save());
    expect(save.snapshots.map(({ sequence }) => sequence)).toEqual([1]);
    expect(save.recent).toEqual([exit(1), exit(2)]);
    expect(save.steps.map(({ completed: done, baseline }) => [done, baseline])).toEqual([
      [false, 0],
      [false, undefined],
    ]);
    questions.answer(found(0));
    await look;
    expect(completed(checker)).toEqual([true, true]);

    // What was saved goes on as if the look had never been.
    const restored = new Checker(steps);
    restored.restore(save);
    await restored.look(lookAt(3, "red"), () => Promise.resolve(found(0)));
    expect(kinds(restored)).toEqual(["pass", "pass"]);
    expect(restored.contextOf("a")).toMatchObject({ since: { sequence: 1 }, events: [exit(1), exit(2)] });
    expect(restored.contextOf("b")).toMatchObject({ since: { sequence: 1 }, events: [exit(1), exit(2)] });
  });

  test("a step that has come to pass shows before the next one asks, which does so at the next look, of its own beginning", async () => {
    let asked = 0;
    const ask: Ask = async () => {
      asked++;
      return found(1);
    };
    const checker = new Checker([step("a", "edge", named("red")), asking("b")]);
    await checker.look(lookAt(1), ask);
    checker.addEvents([exit(1)]);
    await checker.look(lookAt(2, "red"), ask);
    expect([asked, checker.waiting, ...kinds(checker)]).toEqual([0, true, "pass", undefined]);
    checker.addEvents([exit(2)]);
    await checker.look(lookAt(3, "red"), ask);
    expect([asked, checker.waiting, ...kinds(checker)]).toEqual([1, false, "pass", "fail"]);
    expect(checker.contextOf("b")).toMatchObject({ since: { sequence: 1 }, events: [exit(1), exit(2)] });
  });

  test("a step that is done asks about the last look, and holds up nothing", async () => {
    const questions = new Questions();
    const checker = new Checker([asking("a", "level"), step("b", "edge", named("red"))]);
    for (const at of [1, 2]) await checker.look(lookAt(at), () => Promise.resolve(found(0)));
    expect(kinds(checker)).toEqual(["pass", "fail"]);
    await checker.look(lookAt(4, "red"), questions.ask);
    expect(kinds(checker)).toEqual(["pass", "pass"]);
    expect(questions.asked).toHaveLength(0);
    const holds = checker.holds(questions.ask, "quiet");
    await questions.count(1);
    expect(await checker.holds(questions.ask, "quiet")).toBe(false);
    // Looks go on meanwhile; what they see is asked about the next time.
    checker.addEvents([exit(7)]);
    await checker.look(lookAt(5, "red"), questions.ask);
    questions.answer(found(1));
    expect(await holds).toBe(true);
    expect(kinds(checker)).toEqual(["fail", "pass"]);
    expect(checker.save().steps[0]?.events).toEqual([exit(7)]);
    expect(checker.contextOf("a")).toMatchObject({ now: { sequence: 4 }, previous: { sequence: 2 }, since: { sequence: 1 } });
  });

  test("events that come during a look belong to the next", async () => {
    const questions = new Questions();
    const checker = new Checker([asking("a")]);
    checker.addEvents([exit(1)]);
    const look = checker.look(lookAt(1), questions.ask);
    await questions.count(1);
    checker.addEvents([exit(2)]);
    questions.answer(found(1));
    await look;
    expect(checker.contextOf("a")?.events).toEqual([exit(1)]);
    expect(checker.save().recent).toEqual([exit(2)]);
    await checker.look(lookAt(2), () => Promise.resolve(found(1)));
    expect(checker.contextOf("a")?.events).toEqual([exit(1), exit(2)]);
  });

  test("an answer to the question of a step that comes during a look counts from the next", async () => {
    const questions = new Questions();
    const answers: Array<string | undefined> = [];
    const checker = new Checker([
      {
        ...asking("a"),
        check: ({ answer }) => {
          answers.push(answer);
          return fail("no");
        },
      },
    ]);
    const look = checker.look(lookAt(1), questions.ask);
    await questions.count(1);
    checker.answer("a", "42");
    questions.answer(found(0));
    await look;
    await checker.look(lookAt(2), () => Promise.resolve(found(0)));
    expect(answers).toEqual([undefined, "42"]);
  });
});
