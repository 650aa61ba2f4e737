import { readFile } from "node:fs/promises";
import { LabError, messageOf } from "../web/core/errors.ts";
import { prepareImage } from "./image/prepare.ts";
import { checkLab } from "./lab/check-lab.ts";
import { labIds, loadLab, parseScript } from "./lab/library.ts";
import { RunningLab } from "./lab/running-lab.ts";
import { type ScriptResult, testLab } from "./lab/test-lab.ts";

const usage = `usage:
  npm run lab -- check [ID …]               looks for what is missing or wrong in a lab's files
  npm run lab -- test [ID …]                types every solution and wrong attempt into real machines, twice
  npm run lab -- try ID FILE [--json]       types the lines of FILE into the lab's terminal and prints the verdicts`;

/** The author's kit. Exit status: 0 fine, 1 something about a lab is wrong, 2 the call was. */
async function main([command, ...rest]: string[]): Promise<number> {
  const json = rest.includes("--json");
  const args = rest.filter((arg) => !arg.startsWith("--"));
  switch (command) {
    case "check":
      return check(args.length > 0 ? args : await labIds());
    case "test":
      return test(args.length > 0 ? args : await labIds());
    case "try":
      if (!args[0] || !args[1]) break;
      return tryScript(args[0], args[1], json);
    default:
  }
  console.error(usage);
  return 2;
}

async function check(ids: readonly string[]): Promise<number> {
  const complaints: string[] = [];
  for (const id of ids) {
    try {
      complaints.push(...checkLab(await loadLab(id), id));
    } catch (error) {
      complaints.push(messageOf(error));
    }
  }
  for (const complaint of complaints) console.log(complaint);
  console.log(
    complaints.length === 0
      ? `${ids.length} ${ids.length === 1 ? "lab" : "labs"}: nothing to complain of.`
      : `${complaints.length} to mend.`,
  );
  return complaints.length === 0 ? 0 : 1;
}

async function test(ids: readonly string[]): Promise<number> {
  await prepareImage((line) => console.error(line));
  const results: ScriptResult[] = [];
  for (let round = 1; round <= 2; round++) {
    for (const id of ids) {
      await testLab(await loadLab(id), (result) => {
        results.push(result);
        console.log(
          `${result.ok ? "ok  " : "FAIL"} round ${round}  ${result.lab}  ${result.kind.padEnd(8)}  ${result.script.padEnd(28)} ${result.seconds.toFixed(1)} s`,
        );
        if (result.problem) console.log(indented(result.problem));
      });
    }
  }
  const failed = results.filter(({ ok }) => !ok).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function tryScript(id: string, file: string, json: boolean): Promise<number> {
  const folder = await loadLab(id);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new LabError("lab-broken", `The script cannot be read: ${messageOf(cause)}`, { cause });
  });
  await prepareImage((line) => console.error(line));
  const running = await RunningLab.start(folder);
  try {
    await running.type(parseScript(text).lines);
    const steps = running.steps.map(({ id: step, verdict, completed }) => ({
      id: step,
      verdict: verdict?.kind ?? "waiting",
      completed,
      reason: verdict && verdict.kind !== "pass" ? verdict.reason : "",
      hint: verdict?.kind === "fail" ? (verdict.hint ?? "") : "",
    }));
    if (json) console.log(JSON.stringify({ lab: id, steps }));
    else
      for (const step of steps)
        console.log(
          `${step.verdict.padEnd(8)} ${step.id}${step.reason && `\n         ${step.reason}`}${step.hint && `\n         ${step.hint}`}`,
        );
    return 0;
  } finally {
    running.dispose();
  }
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "       ");
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(messageOf(error));
  process.exit(error instanceof LabError && (error.code === "lab-unknown" || error.code === "lab-broken") ? 2 : 1);
}
