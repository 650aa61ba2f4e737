import { labIds } from "../lab/library.ts";
import { Report } from "../lab/report.ts";
import { testLabs } from "../lab/test-labs.ts";
import { rounded, type Spread } from "./statistics.ts";

export interface SuiteResults {
  /** Every solution and every wrong attempt of every lab, twice, on some machines at once. */
  readonly labSuiteSeconds: number;
  readonly labScripts: number;
  readonly labFailures: number;
}

export async function benchLabs(): Promise<SuiteResults> {
  const report = new Report();
  const began = performance.now();
  await testLabs(await labIds(), 2, (news) => report.add(news));
  return {
    labSuiteSeconds: rounded((performance.now() - began) / 1000, 0),
    labScripts: report.passed + report.failed,
    labFailures: report.failed,
  };
}

/** From the end of a main solution's output to its step's verdict, on one machine at a time, as a learner has it. */
export async function verdictMs(): Promise<Spread> {
  const report = new Report();
  await testLabs(await labIds(), 1, (news) => report.add(news), { only: "main", machines: 1 });
  return report.verdictMs;
}
