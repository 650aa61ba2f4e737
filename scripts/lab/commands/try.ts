import { readFile } from "node:fs/promises";
import { LabError, messageOf } from "../../../web/core/errors.ts";
import { prepareImage } from "../../image/prepare.ts";
import { loadLab } from "../library.ts";
import { RunningLab } from "../running-lab.ts";
import { parseScript } from "../script.ts";

/** Types any script into a lab's terminal and prints the verdicts. */
export async function tryScript(id: string, file: string, json: boolean): Promise<number> {
  const folder = await loadLab(id);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new LabError("lab-broken", `The script cannot be read: ${messageOf(cause)}`, { cause });
  });
  const script = parseScript(text);
  const [problem] = script.problems;
  if (problem) throw new LabError("lab-broken", `${file}:${problem.line}: ${problem.what}`);
  await prepareImage((line) => console.error(line));
  const running = await RunningLab.start(folder);
  const screens = () => running.session.getState().terminals.map((_, index) => running.screen(index + 1));
  running.onNoPrompt = (line) =>
    console.error(`No prompt came back for 20 s after: ${line}\nThe next line is typed all the same.`);
  try {
    await running.type(script);
    await running.settle();
    const steps = running.steps.map(({ id: step, verdict, completed }) => ({
      id: step,
      verdict: verdict?.kind ?? "waiting",
      completed,
      reason: verdict && verdict.kind !== "pass" ? verdict.reason : "",
      hint: verdict?.kind === "fail" ? (verdict.hint ?? "") : "",
    }));
    if (json) console.log(JSON.stringify({ lab: id, steps, terminals: screens() }));
    else {
      for (const step of steps)
        console.log(
          `${step.verdict.padEnd(8)} ${step.completed ? "✓" : " "} ${step.id}${step.reason && `\n           ${step.reason}`}${step.hint && `\n           ${step.hint}`}`,
        );
      for (const [index, screen] of screens().entries()) console.log(`\nTerminal ${index + 1} shows:\n${screen.slice(-4000)}`);
      for (const stack of running.broken) console.log(stack);
    }
    return 0;
  } finally {
    running.dispose();
  }
}
