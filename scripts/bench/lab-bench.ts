import { labIds, loadLab } from "../lab/library.ts";
import { Report } from "../lab/report.ts";
import { testLabs } from "../lab/test-labs.ts";
import { rounded, type Spread } from "./statistics.ts";

export interface LabResults {
  /** Every solution and every wrong attempt of every lab, twice, on as many machines at once as there are cores. */
  readonly labSuiteSeconds: number;
  readonly labScripts: number;
  readonly labFailures: number;
  /** From the end of a solution's output to its step's verdict. */
  readonly verdictMs: Spread;
}

export async function benchLabs(): Promise<LabResults> {
  const sizes = new Map<string, number>();
  for (const id of await labIds()) {
    const { solutions, wrong } = await loadLab(id);
    sizes.set(id, solutions.length + wrong.length);
  }
  const longestFirst = [...sizes].sort(([, one], [, other]) => other - one).map(([id]) => id);
  const report = new Report();
  const began = performance.now();
  await testLabs(longestFirst, 2, (news) => report.add(news));
  return {
    labSuiteSeconds: rounded((performance.now() - began) / 1000, 0),
    labScripts: report.passed + report.failed,
    labFailures: report.failed,
    verdictMs: report.verdictMs,
  };
}
