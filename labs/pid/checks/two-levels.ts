import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { childrenGoTo, insiders, isWaitingOutside, pidsOf } from "../pids.ts";

/** A process in a PID namespace made since the step began, inside another one: it has a number on three levels. */
export const twoLevels: Check = (context) => {
  const done = inNew("pid", context).find(({ namespacedPids }) => namespacedPids.length > 2);
  if (done) return pass(pidsOf(done));
  const deepest = deepestOf(insiders(context.now));
  const [one] = deepest;
  if (!one) {
    return fail(
      "No process is in a PID namespace of its own any more.",
      "The namespace ended with its number 1. Start another, stay in it, and start the second from there.",
    );
  }
  const waiting = deepest.find(isWaitingOutside);
  if (waiting) {
    return fail(
      `Process ${nameOf(waiting)} has made a PID namespace inside its own, and is not in it: only what it starts will be.`,
      "As on the first level: leave, and let unshare fork first, with `--fork`.",
      [pidsOf(waiting), childrenGoTo(waiting)],
    );
  }
  const sibling = deepest.find(({ namespaces }) => namespaces.pid !== one.namespaces.pid);
  if (sibling) {
    return fail(
      `Processes ${nameOf(one)} and ${nameOf(sibling)} are in two PID namespaces side by side.`,
      "A namespace's parent is the one in which it was made. Start the second from a shell inside the first.",
      [pidsOf(one), pidsOf(sibling)],
    );
  }
  return fail(
    `Nobody has gone a level deeper since this step began. Process ${nameOf(one)} has ${one.namespacedPids.length} numbers: ${one.namespacedPids.join(", ")}.`,
    undefined,
    [pidsOf(one)],
  );
};

/** Those with the most levels. */
function deepestOf(processes: readonly Process[]): readonly Process[] {
  const byLevel: Process[][] = [];
  for (const process of processes) {
    const level = process.namespacedPids.length;
    byLevel[level] = [...(byLevel[level] ?? []), process];
  }
  return byLevel.at(-1) ?? [];
}
