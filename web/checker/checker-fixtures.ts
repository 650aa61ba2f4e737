import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { Check, Step } from "../lab/lab.ts";
import { fail, pass } from "../lab/verdict.ts";
import type { Checker } from "./checker.ts";

/** A look of which only its number, its host name and its times count here: ten seconds after the one before, all of them idle. */
export function lookAt(sequence: number, hostname = "lab", times = { uptime: sequence * 10, idleTime: sequence * 10 }): Snapshot {
  return { sequence, hostname, ...times } as Snapshot;
}

export function step(id: string, mode: Step["mode"], check: Check): Step {
  return { id, title: id, mode, check };
}

export const named =
  (name: string): Check =>
  ({ now }) =>
    now.hostname === name ? pass() : fail(`It is called ${now.hostname}.`);

export const kinds = (checker: Checker) => checker.states.map(({ verdict }) => verdict?.kind);
export const completed = (checker: Checker) => checker.states.map((state) => state.completed);
export const exit = (pid: number): ProcessEvent => ({ kind: "exit", pid, code: 0 });
