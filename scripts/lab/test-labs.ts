import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { ScriptResult } from "./test-lab.ts";
import type { WorkerNews, WorkerTask } from "./test-worker.ts";

/** A worker that says nothing for so long is stuck in a check: everything else there waits for events. */
const silentMs = 60_000;

export type LabNews =
  | { readonly kind: "result"; readonly round: number; readonly result: ScriptResult }
  | { readonly kind: "broken"; readonly round: number; readonly lab: string; readonly message: string };

interface Task {
  readonly lab: string;
  readonly round: number;
}

/** Tests labs in as many processes as there are cores, one lab at a time in each. The longest should come first. */
export async function testLabs(
  labs: readonly string[],
  rounds: number,
  report: (news: LabNews) => void,
  only = "",
): Promise<void> {
  const tasks: Task[] = Array.from({ length: rounds }, (_, round) => labs.map((lab) => ({ lab, round: round + 1 }))).flat();
  const workers = Math.min(tasks.length, availableParallelism());
  await Promise.all(Array.from({ length: workers }, () => work(tasks, only, report)));
}

async function work(tasks: Task[], only: string, report: (news: LabNews) => void): Promise<void> {
  let worker: ChildProcess | undefined;
  try {
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      worker ??= fork(fileURLToPath(new URL("./test-worker.ts", import.meta.url)));
      if (!(await runTask(worker, task, only, report))) {
        worker.kill("SIGKILL");
        worker = undefined;
      }
    }
  } finally {
    worker?.kill();
  }
}

/** False when the worker is of no use any more. */
function runTask(worker: ChildProcess, { lab, round }: Task, only: string, report: (news: LabNews) => void): Promise<boolean> {
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
    worker.send({ lab, only } satisfies WorkerTask);
  });
}
