import type { Step } from "../../../web/lab/lab.ts";
import { isAway, namespaceLink } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { askForObjects, listed, objectEvidence, objectsOf } from "../objects.ts";

/** A queue and a segment in the host's IPC namespace. The setup makes none. */
export const onTheHost: Pick<Step, "inquire" | "check"> = {
  inquire: () => [askForObjects],
  check: (context) => {
    const { now } = context;
    const objects = objectsOf(context);
    const host = objects.get(now.initial.ipc) ?? [];
    const kinds = new Set(host.map(({ kind }) => kind));
    const evidence = [objectEvidence(host, "the host's")];
    if (kinds.has("msg") && kinds.has("shm")) return pass(...evidence);
    const away = [...now.processes.values()].find(
      (process) => isAway(now, process, "ipc") && (objects.get(process.namespaces.ipc ?? 0) ?? []).length > 0,
    );
    if (away) {
      const inside = objects.get(away.namespaces.ipc ?? 0) ?? [];
      return fail(
        `Process ${away.pid} (${away.name}) has ${listed(inside)}, but in ${namespaceLink("ipc", away.namespaces.ipc)}, not on the host.`,
        "First make both in a shell that is still in the host's IPC namespace: leave that one with `exit`.",
        [...evidence, objectEvidence(inside, `of process ${away.pid}`)],
      );
    }
    if (host.length === 0) return fail("The host's IPC namespace holds no queue and no segment.", undefined, evidence);
    return fail(
      `The host's IPC namespace holds ${listed(host)}.`,
      kinds.has("msg")
        ? "A segment of shared memory is missing: `sysv write KEY TEXT`, or `ipcmk --shmem SIZE`."
        : "A queue is missing: `sysv send KEY TEXT`, or `ipcmk --queue`.",
      evidence,
    );
  },
};
