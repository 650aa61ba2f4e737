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
  // A zombie, too, has its numbers still: the kernel may not have reported yet how it ended.
  const seen = [since, previous ?? since]
    .flatMap(({ processes }) => [...processes.values()])
    .filter(isInit)
    .map((init) => ({ init, code: exitCode(init, events) ?? 0 }));
  const killed = seen.find(({ init, code }) => isSignalled(code) || returnsOwnSignal(init, code));
  if (killed) return pass(howItEnded(killed), pidsOf(killed.init));
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
  const killed = new Set(exits(events).flatMap(({ pid, code }) => (isSignalled(code) ? [pid] : [])));
  return forks(events).find(({ pid, parent }) => killed.has(pid) && parents.some((process) => process.pid === parent))?.pid;
}

function forks(events: readonly ProcessEvent[]) {
  // equivalent: only a fork has a parent
  return events.flatMap((event) => (event.kind === "fork" ? [event] : []));
}

function exits(events: readonly ProcessEvent[]) {
  // equivalent: only an exit has a code, and it is the last that is reported of a process
  return events.flatMap((event) => (event.kind === "exit" ? [event] : []));
}

const SIGHUP = 1;

/** tini catches none: it waits for them (sigwait(3)), passes them on, and returns what its child does. SIGKILL, the ninth, nobody can handle. */
const ofTini = 0xffff_ffff_ffff_feffn;

/** It handled a signal and ended by itself: 128 and the signal's number is what shells and tini return then. */
function returnsOwnSignal(init: Process, code: number): boolean {
  const signal = (code >> 8) - 128;
  // equivalent: a record's end has only those left that were there when the step began; wrong/4-a-scripts-command proves it.
  return handles(init, signal) && (signal === SIGHUP || !isAtPrompt(init));
}

function handles({ caughtSignals, name }: Process, signal: number): boolean {
  // equivalent: as above.
  const handled = name === "tini" ? ofTini : caughtSignals;
  // equivalent: as above. Of what is no signal's number, zero comes out.
  return ((handled >> BigInt(signal - 1)) & 1n) === 1n;
}

/** A shell with job control leads a process group. When it is left with `exit` it returns the status of its last command: whatever signal ended that, or Ctrl-C. */
function isAtPrompt({ pid, processGroup }: Process): boolean {
  return processGroup === pid;
}

function isSignalled(code: number): boolean {
  return (code & 0x7f) > 0;
}

function howItEnded({ init, code }: { readonly init: Process; readonly code: number }): Evidence {
  return { path: `exit of process ${nameOf(init)}`, value: `signal ${code & 0x7f}, status ${code >> 8}` };
}
