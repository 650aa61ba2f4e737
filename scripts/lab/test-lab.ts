import type { StepState } from "../../web/checker/step-state.ts";
import { type LabFolder, mainSolution, type TypedScript } from "./library.ts";
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
}

/** Every solution turns its step from red to green; every wrong attempt leaves it red and is told why. */
export async function testLab(folder: LabFolder, report: (result: ScriptResult) => void): Promise<void> {
  for (const script of folder.solutions) report(await timed(folder, script, "solution", () => trySolution(folder, script)));
  for (const script of folder.wrong) report(await timed(folder, script, "wrong", () => tryWrong(folder, script)));
}

async function timed(
  folder: LabFolder,
  script: TypedScript,
  kind: ScriptResult["kind"],
  run: () => Promise<string | undefined>,
): Promise<ScriptResult> {
  const began = performance.now();
  const problem = await run().catch((error: unknown) => `it could not be tried: ${String(error)}`);
  const step = folder.lab.steps[script.step - 1]?.id ?? `${script.step}?`;
  return {
    lab: folder.lab.id,
    step,
    kind,
    script: script.name,
    ok: problem === undefined,
    problem,
    seconds: (performance.now() - began) / 1000,
  };
}

async function trySolution(folder: LabFolder, script: TypedScript): Promise<string | undefined> {
  return atStep(folder, script, async (running, state) => {
    const before = state();
    if (before.completed || before.verdict?.kind === "pass") return `the step was green before anything was done for it`;
    await running.type(script.lines);
    const after = state();
    if (after.completed && after.verdict?.kind === "pass") return undefined;
    return `the step is not green: ${describe(after)}\nThe terminal shows:\n${running.output.slice(-600)}`;
  });
}

async function tryWrong(folder: LabFolder, script: TypedScript): Promise<string | undefined> {
  return atStep(folder, script, async (running, state) => {
    await running.type(script.lines);
    const { verdict, completed } = state();
    if (completed || verdict?.kind === "pass") return "the step turned green";
    if (verdict?.kind !== "fail") return `the verdict is not "fail": ${describe(state())}`;
    if (script.expect === undefined) return "the file doesn't say what must be told; begin it with `#: hint: …`";
    const told = `${verdict.reason} ${verdict.hint ?? ""}`;
    return told.includes(script.expect) ? undefined : `told: ${told}\nexpected: ${script.expect}`;
  });
}

/** A fresh machine on which the steps ahead have been done. */
async function atStep(
  folder: LabFolder,
  script: TypedScript,
  run: (running: RunningLab, state: () => StepState) => Promise<string | undefined>,
): Promise<string | undefined> {
  const running = await RunningLab.start(folder);
  try {
    for (const [i, step] of folder.lab.steps.slice(0, script.step - 1).entries()) {
      const solution = mainSolution(folder, step, i + 1);
      if (!solution) return `step ${step.id} has no solution/${i + 1}-${step.id}.sh to get past it`;
      await running.type(solution.lines);
      if (!running.steps[i]?.completed)
        return `the solution of step ${step.id} did not get past it: ${describe(running.steps[i])}`;
    }
    return await run(running, () => running.steps[script.step - 1] as StepState);
  } finally {
    running.dispose();
  }
}

function describe(state: StepState | undefined): string {
  const verdict = state?.verdict;
  if (!verdict) return "no verdict yet";
  return verdict.kind === "pass" ? "pass" : `${verdict.kind}: ${verdict.reason}`;
}
