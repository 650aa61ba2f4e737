import { LabError } from "../../../web/core/errors.ts";
import { prepareImage } from "../../image/prepare.ts";
import { labIds, loadLab } from "../library.ts";
import { forgetRecords } from "../records.ts";
import { Report } from "../report.ts";
import { type TestLabsOptions, testLabs } from "../test-labs.ts";

export type TestOptions = Pick<TestLabsOptions, "only" | "machines">;

/** Types every solution and wrong attempt into real machines, `rounds` times. */
export async function test(ids: readonly string[], rounds: number, { only = "", machines }: TestOptions = {}): Promise<number> {
  await prepareImage((line) => console.error(line));
  const wanted = ids.length > 0 ? ids : await labIds();
  if (wanted.length === 0) throw new LabError("lab-unknown", "There is no lab to test.");
  for (const id of wanted) {
    await loadLab(id);
    if (only === "") await forgetRecords(id);
  }
  const began = performance.now();
  const report = new Report();
  await testLabs(
    wanted,
    rounds,
    (news) => {
      report.add(news);
      if (news.kind === "broken") {
        console.log(`FAIL round ${news.round}  ${news.lab}\n${indented(news.message)}`);
        return;
      }
      const { ok, lab, kind, script, seconds, verdictMs, problem } = news.result;
      const verdict = verdictMs === undefined ? "" : `, verdict ${verdictMs.toFixed(0)} ms`;
      console.log(
        `${ok ? "ok  " : "FAIL"} round ${news.round}  ${lab}  ${kind.padEnd(8)}  ${script.padEnd(28)} ${seconds.toFixed(1)} s${verdict}`,
      );
      if (problem) console.log(indented(problem));
    },
    { only, machines },
  );
  const took = (performance.now() - began) / 1000;
  console.log(
    `\n${report.table()}\n\n${report.passed} passed, ${report.failed} failed in ${took.toFixed(0)} s; verdict p95 ${report.verdictMs.p95} ms`,
  );
  return report.ok ? 0 : 1;
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "       ");
}
