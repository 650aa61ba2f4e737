import { readFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build, type Rollup } from "vite";
import { messageOf } from "../../../web/core/errors.ts";
import type { CheckContext, Lab, Step } from "../../../web/lab/lab.ts";
import type { Verdict } from "../../../web/lab/verdict.ts";
import { root } from "../../paths.ts";
import { labsFolder } from "../library.ts";
import { type Recorded, readRecords } from "../records.ts";
import { findPredicates, instrument, type Predicate } from "./predicates.ts";

/** A predicate that could always be true (or false) and no script would tell. */
export interface Survivor {
  /** `labs/pid/checks/fork.ts:12` */
  readonly at: string;
  readonly text: string;
  readonly value: boolean;
}

export interface MutationScore {
  readonly lab: string;
  readonly killed: number;
  readonly total: number;
  readonly excused: number;
  readonly survivors: readonly Survivor[];
  readonly stale: readonly Stale[];
}

/** A script whose recorded end the check as it stands judges otherwise: it has to be run again, or the check to be mended. */
export interface Stale {
  readonly script: string;
  /** What the check threw. */
  readonly thrown: string | undefined;
}

interface Numbered extends Predicate {
  readonly number: number;
  readonly file: string;
}

/** Decides the predicates of every check once for always true and once for always false, and asks whether a recorded script tells. */
export async function mutateLab(id: string): Promise<MutationScore> {
  const records = await readRecords(id);
  const { lab, predicates, excused } = await instrumented(id);
  decide(undefined, false);
  const stale = [...records].flatMap(([script, record]) =>
    holds(lab, record) ? [] : [{ script, thrown: judge(lab, record).thrown }],
  );
  const asWritten = new Map([...records.values()].map((record) => [record, judge(lab, record)]));
  const survivors: Survivor[] = [];
  for (const { number, file, line, text } of predicates) {
    for (const value of [true, false]) {
      decide(number, value);
      const told = [...asWritten].some(([record, judged]) => !isDeepStrictEqual(judge(lab, record), judged));
      if (!told) survivors.push({ at: `${path.relative(root, file)}:${line}`, text: text.replaceAll(/\s+/g, " "), value });
    }
  }
  const total = predicates.length * 2;
  return { lab: id, killed: total - survivors.length, total, excused, survivors, stale };
}

function decide(number: number | undefined, value: boolean): void {
  Object.assign(globalThis, { __predicate: (asked: number) => (asked === number ? value : undefined) });
}

async function instrumented(id: string): Promise<{ lab: Lab; predicates: readonly Numbered[]; excused: number }> {
  const folder = path.join(labsFolder, id);
  const predicates: Numbered[] = [];
  let excused = 0;
  const output = await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "nslab:predicates",
        enforce: "pre",
        async load(file) {
          if (!file.startsWith(folder + path.sep) || !file.endsWith(".ts")) return undefined;
          const source = await readFile(file, "utf8");
          const found = findPredicates(file, source);
          excused += found.excused;
          const numbered = found.predicates.map((predicate, i) => ({ ...predicate, number: predicates.length + i, file }));
          predicates.push(...numbered);
          return instrument(source, numbered);
        },
      },
    ],
    build: { ssr: path.join(folder, "lab.ts"), write: false, minify: false, target: "node20" },
  });
  const [chunk] = (output as Rollup.RollupOutput).output;
  decide(undefined, false);
  const module: { default: Lab } = await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`);
  return { lab: module.default, predicates, excused };
}

function stepOf(lab: Lab, { step }: Recorded): Step | undefined {
  return lab.steps.find(({ id }) => id === step);
}

interface Judged {
  /** The whole of it: what it says of what, and why. */
  readonly verdict?: Verdict | undefined;
  /** What was asked for it. */
  readonly asked?: unknown;
  readonly thrown?: string;
}

function judge(lab: Lab, record: Recorded): Judged {
  const step = stepOf(lab, record);
  const { found: _, ...context }: CheckContext = record.context;
  try {
    return { asked: step?.inquire?.(context), verdict: step?.check(record.context) };
  } catch (error) {
    return { thrown: messageOf(error) };
  }
}

/** Whether the check says of a script's end what it must. */
function holds(lab: Lab, record: Recorded): boolean {
  const verdict = judge(lab, record).verdict;
  const { outcome } = record;
  if (outcome.kind === "pass") return verdict?.kind === "pass";
  return verdict?.kind === "fail" && `${verdict.reason} ${verdict.hint ?? ""}`.includes(outcome.told);
}
