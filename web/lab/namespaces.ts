import {
  type Namespace,
  type NamespaceInode,
  type NamespaceType,
  namespaceKey,
  type Process,
  type Snapshot,
} from "../kernel/snapshot.ts";
import { hasEnded } from "./ended.ts";
import type { CheckContext } from "./lab.ts";
import type { Evidence } from "./verdict.ts";

/** `uts:[4026532100]`, as readlink prints it. */
export function namespaceLink(type: NamespaceType, inode: NamespaceInode | undefined): string {
  return inode === undefined ? "not shown" : `${type}:[${inode}]`;
}

/** Evidence: which namespace of a type a process is in, beside the host's. */
export function namespaceEvidence(snapshot: Snapshot, process: Process, type: NamespaceType): Evidence[] {
  return [
    { path: `/proc/${process.pid}/ns/${type}`, value: namespaceLink(type, process.namespaces[type]), note: process.name },
    { path: `/proc/1/ns/${type}`, value: namespaceLink(type, snapshot.initial[type]), note: "the host's" },
  ];
}

/** True when the process is in a namespace of that type that isn't the host's. */
export function isAway(snapshot: Snapshot, process: Process, type: NamespaceType): boolean {
  const inode = process.namespaces[type];
  return inode !== undefined && inode !== snapshot.initial[type];
}

export function isSameProcess(one: Process | undefined, other: Process | undefined): boolean {
  return one !== undefined && other !== undefined && one.pid === other.pid && one.startTime === other.startTime;
}

/**
 * Living processes in a namespace of that type which was made since the step began: not the host's, and not one that was there then. Inode
 * numbers are reused, so a namespace of the baseline counts as the same only while one of its processes, or a child of theirs, holds it.
 */
export function inNew(type: NamespaceType, context: CheckContext): Process[] {
  return [...context.now.processes.values()].filter(
    (process) => isAway(context.now, process, type) && !isOld(type, process, context) && !hasEnded(process, context.events),
  );
}

/** Processes in that namespace that were not in it when the step began: they came, or were born there. */
export function arrivedIn(
  { type, inode }: Pick<Namespace, "type" | "inode">,
  { now, since }: Pick<CheckContext, "now" | "since">,
): Process[] {
  return [...now.processes.values()].filter((process) => {
    const before = since.processes.get(process.pid);
    const wasIn = isSameProcess(before, process) && before?.namespaces[type] === inode;
    return process.namespaces[type] === inode && !wasIn;
  });
}

/** Namespaces of that type made since the step began, whoever holds them: processes, nsfs mounts or descriptors. */
export function newNamespaces(type: NamespaceType, context: CheckContext): Namespace[] {
  const byProcess = new Set(inNew(type, context).map((process) => process.namespaces[type]));
  return [...context.now.namespaces.values()].filter((namespace) => {
    if (namespace.type !== type || namespace.initial) return false;
    if (byProcess.has(namespace.inode)) return true;
    return !context.since.namespaces.has(namespace.key);
  });
}

function isOld(type: NamespaceType, process: Process, { now, since, events }: CheckContext): boolean {
  const inode = process.namespaces[type];
  if (inode === undefined) return false;
  const before = since.namespaces.get(namespaceKey(type, inode));
  if (!before) return false;
  const holders = before.holders.flatMap((holder) => (holder.kind === "process" ? [since.processes.get(holder.pid)] : []));
  if (before.holders.some((holder) => holder.kind !== "process")) return true;
  const remains = holders.some((holder) => {
    const today = holder && now.processes.get(holder.pid);
    return isSameProcess(holder, today) && today?.namespaces[type] === inode;
  });
  if (remains) return true;
  const parents = new Map(events.flatMap((event) => (event.kind === "fork" ? [[event.pid, event.parent] as const] : [])));
  const held = new Set(holders.map((holder) => holder?.pid));
  for (let pid = parents.get(process.pid), steps = 0; pid !== undefined && steps < 1000; pid = parents.get(pid), steps++) {
    if (held.has(pid)) return true;
  }
  return false;
}
