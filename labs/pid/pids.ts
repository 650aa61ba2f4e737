import type { Process, Snapshot } from "../../web/kernel/snapshot.ts";
import { isAway, namespaceLink } from "../../web/lab/namespaces.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** Processes below the host's PID namespace. */
export function insiders(snapshot: Snapshot): Process[] {
  return [...snapshot.processes.values()].filter((process) => isAway(snapshot, process, "pid"));
}

/** Number 1 of its PID namespace. */
export function isInit({ namespacedPids }: Process): boolean {
  return namespacedPids.at(-1) === 1;
}

/** True when its children go to a PID namespace that it is not in itself. */
export function isWaitingOutside({ namespaces, forChildren }: Process): boolean {
  return namespaces.pid !== forChildren.pid;
}

export function pidsOf({ pid, name, namespacedPids }: Process): Evidence {
  return { path: `/proc/${pid}/status`, value: `NSpid: ${namespacedPids.join(" ")}`, note: `${name}: its number on each level` };
}

export function childrenGoTo({ pid, forChildren }: Process): Evidence {
  return {
    path: `/proc/${pid}/ns/pid_for_children`,
    value: namespaceLink("pid", forChildren.pid),
    note: "where its children go",
  };
}
