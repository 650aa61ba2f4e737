import { type CgroupDiff, diffCgroups } from "./diff-cgroups.ts";
import { diffMounts, type MountDiff } from "./diff-mounts.ts";
import { diffNetworks, type NetworkDiff } from "./diff-networks.ts";
import { diffProcesses, type ProcessDiff } from "./diff-processes.ts";
import type { Namespace, NamespaceHolder, NamespaceKey, Snapshot } from "./snapshot.ts";

export interface NamespaceDiff {
  readonly appeared: readonly Namespace[];
  readonly vanished: readonly Namespace[];
  /** Same number, but no holder in common: it was handed on, or it is gone and the kernel gave its number to a new one. */
  readonly heldByOthers: readonly Namespace[];
}

export interface HostnameChange {
  readonly key: NamespaceKey;
  readonly before: string;
  readonly after: string;
}

/**
 * What is different between two looks; no surer than the two are: an answer that was cut off (see their gaps) makes things
 * vanish.
 */
export interface SnapshotDiff {
  readonly processes: ProcessDiff;
  readonly namespaces: NamespaceDiff;
  /** Of UTS namespaces that are in both. */
  readonly hostnames: readonly HostnameChange[];
  /** One for each mount namespace that is in both and differs: a new one begins as a copy of its maker's. */
  readonly mounts: readonly MountDiff[];
  /** One for each network namespace that differs; a new one begins empty. */
  readonly networks: readonly NetworkDiff[];
  readonly cgroups: CgroupDiff;
}

/**
 * Processes are the same when pid and start time are, cgroups when path and inode are. CPU times and counters are no difference.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot): SnapshotDiff {
  return {
    processes: diffProcesses(before.processes, after.processes),
    namespaces: diffNamespaces(before, after),
    hostnames: diffHostnames(before, after),
    mounts: diffMounts(before.mounts, after.mounts),
    networks: diffNetworks(before, after),
    cgroups: diffCgroups(before.cgroups, after.cgroups),
  };
}

function diffNamespaces(before: Snapshot, after: Snapshot): NamespaceDiff {
  const heldByOthers: Namespace[] = [];
  for (const now of after.namespaces.values()) {
    const then = before.namespaces.get(now.key);
    if (!then || now.initial || then.holders.length === 0) continue;
    const known = new Set(then.holders.map((holder) => holderIdentity(holder, before)));
    if (!now.holders.some((holder) => known.has(holderIdentity(holder, after)))) heldByOthers.push(now);
  }
  return {
    appeared: [...after.namespaces.values()].filter(({ key }) => !before.namespaces.has(key)),
    vanished: [...before.namespaces.values()].filter(({ key }) => !after.namespaces.has(key)),
    heldByOthers,
  };
}

/** The same process, or the same path: how it holds doesn't matter. */
function holderIdentity(holder: NamespaceHolder, snapshot: Snapshot): string {
  if (holder.kind === "mount") return `mount ${holder.mountNamespace} ${holder.path}`;
  return `process ${holder.pid} ${snapshot.processes.get(holder.pid)?.startTime}`;
}

function diffHostnames(before: Snapshot, after: Snapshot): HostnameChange[] {
  const changes: HostnameChange[] = [];
  for (const { key, hostname } of after.namespaces.values()) {
    const then = before.namespaces.get(key)?.hostname;
    if (then !== undefined && hostname !== undefined && then !== hostname) changes.push({ key, before: then, after: hostname });
  }
  return changes;
}
