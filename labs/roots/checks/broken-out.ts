import type { Process } from "../../../web/kernel/snapshot.ts";
import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { isSameProcess } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { isJailed, rootEvidence } from "../roots.ts";

/** A process that was inside, or was started by one, whose root is the host's now. */
export const broughtOut: Check = (context) => {
  const { now } = context;
  const processes = learnersProcesses(now, context);
  for (const process of processes) {
    if (isJailed(process)) continue;
    const from = jailedOrigin(process, context);
    if (from) return pass(rootEvidence(process), { ...rootEvidence(from), note: "where it came from" });
  }
  const jailed = processes.find(isJailed);
  if (!jailed) {
    return fail(
      "Nobody is inside: the root of every process is the host's.",
      "Leaving is no breakout: the shell outside had never been in. Go in again (`chroot /srv/jail /bin/sh`), and get out from there.",
    );
  }
  if (!`${jailed.cwd}/`.startsWith(`${jailed.root}/`)) {
    return fail(
      `Process ${nameOf(jailed)} has its working directory outside its root: ${jailed.cwd} is not below ${jailed.root}.`,
      "That is the way out. Walk up from there with `cd ..`, as far as it goes, and make that your root: `chroot .`",
      [rootEvidence(jailed), { path: `/proc/${jailed.pid}/cwd`, value: jailed.cwd ?? "not shown" }],
    );
  }
  return fail(
    `The root of process ${nameOf(jailed)} is ${jailed.root}.`,
    "At the root, `..` is the root: `cd ..` leads nowhere as long as the working directory lies inside. It has to be outside the root first; /bin/breakout shows how.",
    [rootEvidence(jailed), { path: `/proc/${jailed.pid}/cwd`, value: jailed.cwd ?? "not shown" }],
  );
};

/** Itself at an earlier look, or the nearest ancestor who is or was inside. A root is inherited, so who has another one has changed it. */
function jailedOrigin(process: Process, { now, previous, since, events }: CheckContext): Process | undefined {
  const before = [previous?.processes.get(process.pid), since.processes.get(process.pid)];
  // equivalent: a pid is not given again so soon, but it may be
  const self = before.find((earlier) => isSameProcess(earlier, process) && isJailed(earlier));
  if (self) return self;
  const forks = new Map(events.flatMap((event) => (event.kind === "fork" ? [[event.pid, event.parent] as const] : [])));
  const parentOf = (pid: number) => forks.get(pid) ?? now.processes.get(pid)?.parent;
  let child = process.pid;
  let pid = parentOf(child);
  for (let steps = 0; pid !== undefined && steps < 32; steps++) {
    const ancestor = now.processes.get(pid) ?? previous?.processes.get(pid);
    if (isJailed(ancestor) && !wentInAfter(pid, child, events)) return ancestor;
    child = pid;
    pid = parentOf(child);
  }
  return undefined;
}

/** A shell that goes in by itself (`exec chroot`) executes two programs: one that changes its root, and one that lies there. */
function wentInAfter(parent: number, child: number, events: readonly ProcessEvent[]): boolean {
  // equivalent: only what was lost has no pid
  const born = events.findIndex((event) => event.kind !== "lost" && event.pid === child);
  const after = events.slice(Math.max(born, 0));
  // equivalent: of what else is reported of a process, nothing is done by one that goes in
  return after.flatMap((event) => (event.kind === "exec" ? [event.pid] : [])).filter((pid) => pid === parent).length >= 2;
}
