import { namespaceTypes } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { childrenGoTo, isInit, isWaitingOutside, pidsOf } from "../pids.ts";

/** NEW(pid): a process that is number 1 of a PID namespace which was not there when the step began. */
export const newPid: Check = (context) => {
  const { now } = context;
  const init = inNew("pid", context).find(isInit);
  if (init) return pass(pidsOf(init), ...namespaceEvidence(now, init, "pid"));
  const waiting = [...now.processes.values()].find(isWaitingOutside);
  if (waiting) {
    return fail(
      `Process ${nameOf(waiting)} has made a PID namespace and is not in it: only what it starts will be.`,
      "A process keeps its number for life. Its first child is number 1 of the new namespace, and once that has ended nothing more can be started there: `Cannot allocate memory`. Leave, and let unshare fork first: `--fork`.",
      [...namespaceEvidence(now, waiting, "pid"), childrenGoTo(waiting)],
    );
  }
  for (const type of namespaceTypes) {
    const [other] = inNew(type, context);
    if (other) {
      return fail(
        `Process ${nameOf(other)} got a new ${type} namespace, but its number is from the host's PID namespace.`,
        "Numbers live in the PID namespace: ask unshare for that one, with `--pid --fork`.",
        [pidsOf(other), ...namespaceEvidence(now, other, "pid")],
      );
    }
  }
  return fail("Every process has its number from the host's PID namespace.", undefined, [
    { path: "/proc/1/ns/pid", value: namespaceLink("pid", now.initial.pid), note: "the host's" },
  ]);
};
