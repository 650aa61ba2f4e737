import type { Mount, NamespaceInode, Snapshot } from "../../web/kernel/snapshot.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

export function mountsOf(snapshot: Snapshot, namespace: NamespaceInode | undefined): readonly Mount[] {
  return snapshot.mounts.get(namespace ?? 0)?.mounts ?? [];
}

/** The host's own proc: the oldest. */
export function hostProc(snapshot: Snapshot): Mount | undefined {
  return mountsOf(snapshot, snapshot.initial.mnt).find(({ type }) => type === "proc");
}

/** Where else a proc is mounted on the host. */
export function hostProcs(snapshot: Snapshot): Mount[] {
  return mountsOf(snapshot, snapshot.initial.mnt).filter(
    ({ type, device }) => type === "proc" && device !== hostProc(snapshot)?.device,
  );
}

export function mountEvidence(pid: number, { device, mountPoint, type }: Mount): Evidence {
  return { path: `/proc/${pid}/mountinfo`, value: `${device} ${mountPoint} (${type})`, note: "device, mount point" };
}
