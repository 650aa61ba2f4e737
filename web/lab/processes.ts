import type { Process, Snapshot } from "../kernel/snapshot.ts";
import type { CheckContext } from "./lab.ts";
import { isSameProcess } from "./namespaces.ts";
import { isPlant } from "./scene.ts";

/** Processes of userspace but the lab's own. */
export function learnersProcesses(snapshot: Snapshot, { scene }: Pick<CheckContext, "scene">): Process[] {
  return [...snapshot.processes.values()].filter((process) => !isPlant(scene, process));
}

/** Processes that were not there when the step began. */
export function newProcesses(context: Pick<CheckContext, "now" | "since" | "scene">): Process[] {
  return learnersProcesses(context.now, context).filter(
    (process) => !isSameProcess(process, context.since.processes.get(process.pid)),
  );
}

/** `4242 (bash)` */
export function nameOf({ pid, name }: Process): string {
  return `${pid} (${name})`;
}
