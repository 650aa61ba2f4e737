import type { Process } from "../../../web/kernel/snapshot.ts";
import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { insiders, isInit, pidsOf } from "../pids.ts";

/**
 * A number 1 that a look showed since the step began was ended by a signal. The kernel reports that only when everybody else of the
 * namespace is gone (zap_pid_ns_processes in kernel/pid_namespace.c).
 */
export const initKilled: Check = ({ now, since, previous, events }) => {
  const seen = [since, previous ?? since]
    .flatMap(insiders)
    .filter(isInit)
    .map((init) => ({ init, code: exitCode(init, events) ?? 0 }));
  const killed = seen.find(({ code }) => isKilled(code));
  if (killed) {
    const { init } = killed;
    return pass(howItEnded(killed), pidsOf(init), { path: namespaceLink("pid", init.namespaces.pid), value: "gone" });
  }
  const init = insiders(now).find(isInit);
  if (init) {
    const is = `Process ${nameOf(init)} is number 1 of ${namespaceLink("pid", init.namespaces.pid)}`;
    const other = killedChildOf(insiders(now), events);
    if (other !== undefined) {
      return fail(
        `${is} and lives. Process ${other}, which a signal ended, was another one.`,
        "Only the end of number 1 ends the namespace.",
        [pidsOf(init)],
      );
    }
    if (init.parent === 1) {
      return fail(
        `${is} and lives: you ended its parent, so PID 1 of the host has adopted it.`,
        `Kill number 1 itself, from the host: it is process ${init.pid} there.`,
        [pidsOf(init), { path: `/proc/${init.pid}/status`, value: "PPid: 1" }],
      );
    }
    return fail(
      `${is} and lives (state ${init.state}). Signals that it does not handle don't reach it. SIGKILL does, but from outside only: on the host its number is ${init.pid}.`,
      undefined,
      [pidsOf(init)],
    );
  }
  return fail(
    "No process is in a PID namespace of its own any more, and nobody killed its number 1: it ended by itself.",
    "The others went with it all the same. Start another namespace, `unshare --pid --fork --mount-proc bash`, and kill its number 1 from a second terminal.",
    seen.map(howItEnded),
  );
};

/** Undefined while it lives. */
function exitCode({ pid }: Process, events: readonly ProcessEvent[]): number | undefined {
  return exits(events).findLast((exit) => exit.pid === pid)?.code;
}

function killedChildOf(parents: readonly Process[], events: readonly ProcessEvent[]): number | undefined {
  const killed = new Set(exits(events).flatMap(({ pid, code }) => ((code & 0x7f) > 0 ? [pid] : [])));
  // equivalent: only a fork has a parent
  const forks = events.flatMap((event) => (event.kind === "fork" ? [event] : []));
  return forks.find(({ pid, parent }) => killed.has(pid) && parents.some((process) => process.pid === parent))?.pid;
}

function exits(events: readonly ProcessEvent[]) {
  // equivalent: only an exit has a code, and it is the last that is reported of a process
  return events.flatMap((event) => (event.kind === "exit" ? [event] : []));
}

/** What a shell returns that is left after Ctrl-C, Ctrl-\\, Ctrl-Z, or after its child was killed. */
const lastCommands = [130, 131, 148, 137];

/** By a signal, or by itself when it had handled one: then shells and tini return 128 and the signal's number. */
function isKilled(code: number): boolean {
  const status = code >> 8;
  return (code & 0x7f) > 0 || (status > 128 && !lastCommands.includes(status));
}

function howItEnded({ init, code }: { readonly init: Process; readonly code: number }): Evidence {
  return { path: `exit of process ${nameOf(init)}`, value: `signal ${code & 0x7f}, status ${code >> 8}` };
}
