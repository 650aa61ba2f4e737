import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, freemem } from "node:os";
import path from "node:path";
import { root } from "../paths.ts";
import { type LabPart, partsOf } from "./parts.ts";
import type { ScriptResult, TestLabOptions } from "./test-lab.ts";
import type { WorkerNews, WorkerTask } from "./test-worker.ts";

const workerFile = path.join(import.meta.dirname, "test-worker.ts");
/** A worker that says nothing for so long is stuck in a check: everything else there waits for events. */
const usualSilenceMs = 60_000;

export interface TestLabsOptions extends TestLabOptions {
  /** The folder of labs; the repository's unless given. */
  readonly folder?: string;
  /** Until a check counts as one that never returns. */
  readonly silentMs?: number;
  /** How many machines run at once at the most; as many as the cores bear unless given. */
  readonly machines?: number | undefined;
}

export type LabNews =
  | { readonly kind: "result"; readonly round: number; readonly result: ScriptResult }
  | { readonly kind: "broken"; readonly round: number; readonly lab: string; readonly message: string };

interface Task {
  readonly part: LabPart;
  readonly round: number;
}

/**
 * A machine at which somebody types waits as well: for the guest's timers, for looks, for what has to hold. With two a core the processor
 * is busy three quarters of the time; with more each script costs more of it and nothing is done sooner.
 */
const workersPerCore = 2;
const bytesPerWorker = 600e6;
/** Enough for all of them to be done at about the same time. */
const tasksPerWorker = 4;

/** Tests labs in some processes more than there are cores, a part of a lab at a time in each. */
export async function testLabs(
  labs: readonly string[],
  rounds: number,
  report: (news: LabNews) => void,
  options: TestLabsOptions = {},
): Promise<void> {
  const bearable = Math.min(Math.floor(freemem() / bytesPerWorker), Math.ceil(availableParallelism() * workersPerCore));
  const workers = Math.max(1, options.machines ?? bearable);
  const { folder, only } = options;
  const parts = await partsOf(labs, { folder, only, parts: Math.ceil((workers * tasksPerWorker) / rounds) });
  const tasks: Task[] = Array.from({ length: rounds }, (_, round) => parts.map((part) => ({ part, round: round + 1 }))).flat();
  await Promise.all(Array.from({ length: Math.min(tasks.length, workers) }, () => work(tasks, options, report)));
}

async function work(tasks: Task[], options: TestLabsOptions, report: (news: LabNews) => void): Promise<void> {
  let worker: ChildProcess | undefined;
  try {
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      worker ??= fork(workerFile, { cwd: root, execArgv: ["--import", "tsx"] });
      if (!(await runTask(worker, task, options, report))) {
        worker.kill("SIGKILL");
        worker = undefined;
      }
    }
  } finally {
    if (worker?.kill()) await once(worker, "exit");
  }
}

/** False when the worker is of no use any more. */
function runTask(
  worker: ChildProcess,
  { part, round }: Task,
  { folder, silentMs = usualSilenceMs, machines: _, ...options }: TestLabsOptions,
  report: (news: LabNews) => void,
): Promise<boolean> {
  const { lab } = part;
  return new Promise((resolve) => {
    let last = "its first script";
    let timer: NodeJS.Timeout;
    const done = (usable: boolean) => {
      clearTimeout(timer);
      worker.off("message", hear);
      worker.off("exit", died);
      resolve(usable);
    };
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const message = `a check of labs/${lab} does not return: nothing was heard for ${silentMs / 1000} s after ${last}`;
        report({ kind: "broken", round, lab, message });
        done(false);
      }, silentMs);
    };
    const hear = (news: WorkerNews) => {
      heard();
      if (news.kind === "result") {
        last = `${news.result.kind}/${news.result.script}.sh`;
        report({ kind: "result", round, result: news.result });
      } else if (news.kind === "broken") report({ kind: "broken", round, lab, message: news.message });
      else if (news.kind === "idle") done(true);
    };
    const died = (code: number | null, signal: string | null) => {
      report({ kind: "broken", round, lab, message: `the process that tested it ended (${signal ?? code}) after ${last}` });
      done(false);
    };
    worker.on("message", hear);
    worker.on("exit", died);
    heard();
    worker.send({ part, labs: folder, options } satisfies WorkerTask);
  });
}
