import { namespaceTypes } from "../../../web/kernel/snapshot.ts";
import type { CheckContext, Step } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink, newNamespaces } from "../../../web/lab/namespaces.ts";
import { fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import { askForObjects, listed, objectEvidence, objectsOf } from "../objects.ts";

/** NEW(ipc), with no queue, segment or semaphore in it, while the host still has some. */
export const emptyNamespace: Pick<Step, "inquire" | "check"> = {
  inquire: () => [askForObjects],
  check: (context) => {
    const { now } = context;
    const objects = objectsOf(context);
    const inside = inNew("ipc", context).map((process) => ({ process, held: objects.get(process.namespaces.ipc ?? 0) ?? [] }));
    // equivalent: only a process that ended after the look can't be read
    if (inside.some(({ process }) => !objects.has(process.namespaces.ipc ?? 0)))
      return unknown("The tables of a new IPC namespace could not be read just now.");
    const left = objects.get(now.initial.ipc) ?? [];
    if (left.length === 0) {
      return fail(
        "The host's IPC namespace is empty now: its queue and its segment are gone, for everybody.",
        "Removing is not hiding. Make them again, and start a shell in a *new* IPC namespace.",
      );
    }
    const done = inside.find(({ held }) => held.length === 0);
    const host = objectEvidence(left, "the host's");
    if (done)
      return pass(...namespaceEvidence(now, done.process, "ipc"), objectEvidence([], `of process ${done.process.pid}`), host);
    const [full] = inside;
    if (!full) return notInside(context);
    const { process, held } = full;
    return fail(
      `Process ${process.pid} (${process.name}) is in a new IPC namespace, but there is ${listed(held)} in it.`,
      "It was empty when it was made. Remove what is in it with `ipcrm --all`, from inside, or start another.",
      [...namespaceEvidence(now, process, "ipc"), objectEvidence(held, `of process ${process.pid}`), host],
    );
  },
};

function notInside(context: CheckContext): Verdict {
  const { now } = context;
  const [kept] = newNamespaces("ipc", context);
  if (kept) {
    return fail(
      `${namespaceLink("ipc", kept.inode)} is new, but no process is in it.`,
      "Start a shell in it: nsenter joins what is kept.",
    );
  }
  for (const type of namespaceTypes) {
    const [other] = inNew(type, context);
    if (other) {
      return fail(
        `Process ${other.pid} (${other.name}) got a new ${type} namespace, but shares the host's IPC namespace.`,
        "Queues and segments live in the IPC namespace: ask unshare for that one, with `--ipc`.",
        [...namespaceEvidence(now, other, "ipc"), ...namespaceEvidence(now, other, type)],
      );
    }
  }
  return fail("Every process is in the host's IPC namespace.", undefined, [
    { path: "/proc/1/ns/ipc", value: namespaceLink("ipc", now.initial.ipc), note: "the host's" },
  ]);
}
