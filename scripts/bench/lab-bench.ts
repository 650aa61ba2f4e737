import { labIds } from "../lab/library.ts";
import { Report } from "../lab/report.ts";
import { testLabs } from "../lab/test-labs.ts";
import { rounded, type Spread } from "./statistics.ts";

export interface LabResults {
  /** Every solution and every wrong attempt of every lab, twice, on some machines at once. */
  readonly labSuiteSeconds: number;
  readonly labScripts: number;
  readonly labFailures: number;
  /** From the end of a solution's output to its step's verdict. */
  readonly verdictMs: Spread;
}

export async function benchLabs(): Promise<LabResults> {
  const report = new Report();
  const began = performance.now();
  await testLabs(await labIds(), 2, (news) => report.add(news));
  return {
    labSuiteSeconds: rounded((performance.now() - began) / 1000, 0),
    labScripts: report.passed + report.failed,
    labFailures: report.failed,
    verdictMs: report.verdictMs,
  };
}
