import type { Process } from "../../../web/kernel/snapshot.ts";
import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isSameProcess, namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { inits, insiders, nameOf, pidsOf } from "../pids.ts";

/**
 * A number 1 that a look showed since the step began was ended by a signal. The kernel reports that only when everybody else of the
 * namespace is gone (zap_pid_ns_processes in kernel/pid_namespace.c).
 */
export const initKilled: Check = ({ now, since, previous, events }) => {
  const alive = insiders(now);
  const ended = [since, previous ?? since]
    .flatMap(inits)
    .filter((init) => !alive.some((process) => isSameProcess(init, process)))
    .map((init) => ({ init, code: exitCode(init, events) ?? 0 }));
  const killed = ended.find(({ code }) => isKilled(code));
  if (killed) {
    const { init } = killed;
    return pass(howItEnded(killed), pidsOf(init), { path: namespaceLink("pid", init.namespaces.pid), value: "gone" });
  }
  const [init] = inits(now);
  if (init) {
    const is = `Process ${nameOf(init)} is number 1 of ${namespaceLink("pid", init.namespaces.pid)}`;
    const other = killedChildOf(alive, events);
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
    ended.map(howItEnded),
  );
};

/** Undefined when the kernel reported no end. */
function exitCode({ pid }: Process, events: readonly ProcessEvent[]): number | undefined {
  return events.flatMap((event) => (event.kind === "exit" && event.pid === pid ? [event.code] : [])).at(-1);
}

function killedChildOf(processes: readonly Process[], events: readonly ProcessEvent[]): number | undefined {
  const parents = new Set(processes.map(({ pid }) => pid));
  const children = events.flatMap((event) => (event.kind === "fork" && parents.has(event.parent) ? [event.pid] : []));
  return children.find((pid) => events.some((event) => event.kind === "exit" && event.pid === pid && (event.code & 0x7f) > 0));
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
