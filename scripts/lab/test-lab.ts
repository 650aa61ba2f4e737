import path from "node:path";
import type { StepState } from "../../web/checker/step-state.ts";
import type { Disposable } from "../../web/core/disposable.ts";
import { messageOf } from "../../web/core/errors.ts";
import type { Captured } from "../../web/session/live-session.ts";
import { root } from "../paths.ts";
import type { LastingMachine } from "./lasting-machine.ts";
import { type LabFolder, mainSolution, type TypedScript } from "./library.ts";
import type { LabPart } from "./parts.ts";
import { type RecordedOutcome, writeRecord } from "./records.ts";
import { RunningLab } from "./running-lab.ts";

export interface ScriptResult {
  readonly lab: string;
  readonly step: string;
  readonly kind: "solution" | "wrong";
  readonly script: string;
  readonly ok: boolean;
  /** What was not as it must be. */
  readonly problem: string | undefined;
  readonly seconds: number;
  /** From the script's last output to the step's completion. */
  readonly verdictMs: number | undefined;
}

/** What is told after a wrong attempt is waited for so long. */
const settledMs = 10_000;

export interface TestLabOptions {
  /** Of the scripts that are not main solutions, those whose name begins so. */
  readonly only?: string | undefined;
  /** What only shows after a while, as a counter that has to rise, is waited for so long. */
  readonly solvedMs?: number | undefined;
  /** A script that takes longer hangs. */
  readonly scriptMs?: number | undefined;
}

type TestedLab = LabFolder & { readonly [Option in keyof TestLabOptions]-?: NonNullable<TestLabOptions[Option]> };

/**
 * Every solution turns its step from red to green; every wrong attempt leaves it red and is told why. One machine goes through the
 * lab by the main solutions, to the end of the part; each other script of it starts on a copy, at its step.
 */
export async function testLab(
  lab: LabFolder,
  { from, to }: Pick<LabPart, "from" | "to">,
  { only = "", solvedMs = 15_000, scriptMs = 120_000 }: TestLabOptions,
  report: (result: ScriptResult) => void,
  emulator: LastingMachine,
): Promise<void> {
  const folder: TestedLab = { ...lab, only, solvedMs, scriptMs };
  const bench = new Bench(folder, emulator);
  try {
    let start: Captured | undefined;
    for (const [index, step] of folder.lab.steps.slice(0, to).entries()) {
      const number = index + 1;
      const isOfPart = number >= from;
      const atStep = await bench.at(start);
      await atStep.settle();
      if (isOfPart) await record(atStep, folder, step.id, `${number} before`, { kind: "fail", told: "" });
      start = await atStep.capture();
      const own = (script: TypedScript) => isOfPart && script.step === number && script.name.startsWith(only);
      const main = mainSolution(folder, step, number);
      for (const script of folder.solutions.filter((script) => own(script) && script !== main))
        report(await bench.try(script, "solution", start));
      for (const script of folder.wrong.filter(own)) report(await bench.try(script, "wrong", start));
      if (!main) {
        report(notTried(folder, step.id, number, `step ${step.id} has no solution/${number}-${step.id}.sh to get past it`));
        return;
      }
      const result = await bench.try(main, "solution", start);
      if (isOfPart || !result.ok) report(result);
      if (!result.ok) return;
      start = await (await bench.at(undefined)).capture();
    }
  } finally {
    bench.dispose();
  }
}

/** On which script after script is tried, each on the machine that it begins with. */
class Bench implements Disposable {
  readonly #folder: TestedLab;
  readonly #emulator: LastingMachine;
  #running: RunningLab | undefined;

  constructor(folder: TestedLab, emulator: LastingMachine) {
    this.#folder = folder;
    this.#emulator = emulator;
  }

  /** `start`: undefined for the machine as it is. */
  async at(start: Captured | undefined): Promise<RunningLab> {
    if (this.#running && start) await this.#running.restart(start);
    this.#running ??= await RunningLab.start(this.#folder, start, this.#emulator.lend);
    return this.#running;
  }

  async try(script: TypedScript, kind: ScriptResult["kind"], start: Captured): Promise<ScriptResult> {
    const result = await timed(this.#folder, script, kind, async (note) => {
      const running = await this.at(start);
      return kind === "solution"
        ? trySolution(running, this.#folder, script, note)
        : tryWrong(running, this.#folder, script, note);
    });
    // Who hangs may still be typing.
    if (!result.ok) {
      this.dispose();
      this.#emulator.dispose();
    }
    return result;
  }

  dispose(): void {
    this.#running?.dispose();
    this.#running = undefined;
  }
}

interface Notes {
  verdictMs?: number | undefined;
}

async function timed(
  folder: TestedLab,
  script: TypedScript,
  kind: ScriptResult["kind"],
  run: (note: Notes) => Promise<string | undefined>,
): Promise<ScriptResult> {
  const began = performance.now();
  const note: Notes = {};
  const problem = await Promise.race([run(note), hung(script, folder)]).catch(
    (error: unknown) => `${path.relative(root, script.file)}: it could not be tried: ${messageOf(error)}`,
  );
  return {
    lab: folder.lab.id,
    step: folder.lab.steps[script.step - 1]?.id ?? `${script.step}?`,
    kind,
    script: script.name,
    ok: problem === undefined,
    problem,
    seconds: (performance.now() - began) / 1000,
    verdictMs: note.verdictMs,
  };
}

function hung({ file }: TypedScript, { scriptMs }: TestedLab): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(`${path.relative(root, file)}: it hangs: it was not through after ${scriptMs / 1000} s`),
      scriptMs,
    );
    timer.unref();
  });
}

function notTried(folder: TestedLab, step: string, number: number, problem: string): ScriptResult {
  return {
    lab: folder.lab.id,
    step,
    kind: "solution",
    script: `${number}-${step}`,
    ok: false,
    problem,
    seconds: 0,
    verdictMs: undefined,
  };
}

async function trySolution(
  running: RunningLab,
  folder: TestedLab,
  script: TypedScript,
  note: Notes,
): Promise<string | undefined> {
  const state = stateOf(running, script);
  const before = state();
  if (before.completed || before.verdict?.kind === "pass") return "the step was green before anything was done for it";
  await running.type(script, before.id);
  const green = ({ completed, verdict }: StepState) => completed && verdict?.kind === "pass";
  await running
    .stepsReach(() => green(state()), folder.solvedMs, "The step")
    // Only how long it took at the most; what the step shows is judged below.
    .catch(() => undefined);
  note.verdictMs = running.verdictMs(before.id);
  await running.settle();
  const problem = green(state())
    ? undefined
    : `the step is not green: ${describe(state())}\nThe terminal shows:\n${running.output.slice(-600)}`;
  await record(running, folder, before.id, script.name, { kind: "pass" });
  return withStacks(running, problem);
}

async function tryWrong(running: RunningLab, folder: TestedLab, script: TypedScript, note: Notes): Promise<string | undefined> {
  const state = stateOf(running, script);
  const step = folder.lab.steps[script.step - 1];
  const solution = step && mainSolution(folder, step, script.step);
  if (script.after && solution) {
    const problem = await trySolution(running, folder, { ...solution, name: `${script.name} (before)` }, note);
    if (problem) return `before it, the solution failed: ${problem}`;
  }
  await running.type(script, state().id);
  await running.settle();
  // A step that holds asks its further questions only now and then; and what was told first may be of something in between.
  const asExpected = () => judgedWrong(state(), script) === undefined;
  await running.stepsReach(asExpected, script.after ? 2 * folder.solvedMs : settledMs, "The step").catch(() => undefined);
  if (script.expect !== undefined) await record(running, folder, state().id, script.name, { kind: "fail", told: script.expect });
  return withStacks(running, judgedWrong(state(), script));
}

function judgedWrong(state: StepState, script: TypedScript): string | undefined {
  const { verdict, completed } = state;
  if ((completed && !script.after) || verdict?.kind === "pass")
    return script.after ? "the step stays green" : "the step turned green";
  if (verdict?.kind !== "fail") return `the verdict is not "fail": ${describe(state)}`;
  if (script.expect === undefined) return "the file doesn't say what must be told; begin it with `#: hint: …`";
  const told = `${verdict.reason} ${verdict.hint ?? ""}`;
  return told.includes(script.expect) ? undefined : `told: ${told}\nexpected: ${script.expect}`;
}

function stateOf(running: RunningLab, script: TypedScript): () => StepState {
  return () => running.steps[script.step - 1] as StepState;
}

async function record(
  running: RunningLab,
  folder: TestedLab,
  step: string,
  script: string,
  outcome: RecordedOutcome,
): Promise<void> {
  const context = running.contextOf(step);
  if (context) await writeRecord(folder.lab.id, script, { step, outcome, context });
}

function withStacks(running: RunningLab, problem: string | undefined): string | undefined {
  return problem === undefined || running.broken.length === 0 ? problem : `${problem}\n${running.broken.at(-1)}`;
}

function describe(state: StepState | undefined): string {
  const verdict = state?.verdict;
  if (!verdict) return "no verdict yet";
  if (verdict.kind === "pass") return "pass";
  return `${verdict.kind}: ${verdict.reason}${verdict.kind === "fail" && verdict.hint ? ` ${verdict.hint}` : ""}`;
}
