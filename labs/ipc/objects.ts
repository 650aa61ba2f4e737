import type { NamespaceInode } from "../../web/kernel/snapshot.ts";
import { type FilesInquiry, filesFound } from "../../web/lab/inquiry.ts";
import type { CheckContext } from "../../web/lab/lab.ts";
import type { Evidence } from "../../web/lab/verdict.ts";

/** A System V queue, segment or set of semaphores. */
export interface IpcObject {
  readonly kind: "msg" | "shm" | "sem";
  /** As ipcs shows it: 0x0000002a. */
  readonly key: string;
}

const kinds = ["msg", "shm", "sem"] as const;
const names = { msg: "queue", shm: "segment", sem: "set of semaphores" };
const files = kinds.map((kind) => ({ operation: "read-inside" as const, path: `ns/ipc\0/proc/sysvipc/${kind}` }));

/** The tables of every IPC namespace that a process is in, each once. */
export const askForObjects: FilesInquiry = {
  kind: "files",
  key: "sysvipc",
  queries: [
    { directory: "/proc/1", files },
    { directory: "/proc/[pid]", files },
  ],
};

/** By IPC namespace; one that could not be read is not in it. */
export function objectsOf({ now, found }: CheckContext): ReadonlyMap<NamespaceInode, readonly IpcObject[]> {
  const objects = new Map<NamespaceInode, IpcObject[]>();
  const inodes = new Map([...now.processes.values()].map(({ pid, namespaces }) => [pid, namespaces.ipc]));
  inodes.set(1, now.initial.ipc);
  for (const { path, errno, data } of filesFound(found, askForObjects.key) ?? []) {
    const [link = "", file = ""] = path.split("\0");
    const inode = inodes.get(Number(link.split("/")[2]));
    // equivalent: only a process that began or ended after the look is not known, or not read
    if (inode === undefined || errno !== 0) continue;
    const rows = new TextDecoder().decode(data).trim().split("\n").slice(1);
    const kind = kinds.find((candidate) => file.endsWith(candidate)) ?? "sem";
    objects.set(inode, [...(objects.get(inode) ?? []), ...rows.map((row) => ({ kind, key: keyOf(row) }))]);
  }
  return objects;
}

/** The first column, a signed number, as ipcs writes it. */
function keyOf(row: string): string {
  return `0x${(Number.parseInt(row, 10) >>> 0).toString(16).padStart(8, "0")}`;
}

/** "queue 0x0000002a, segment 0x00000007", or "nothing". */
export function listed(objects: readonly IpcObject[]): string {
  return objects.map(({ kind, key }) => `${names[kind]} ${key}`).join(", ") || "nothing";
}

export function objectEvidence(objects: readonly IpcObject[], note: string): Evidence {
  return { path: "/proc/sysvipc", value: listed(objects), note };
}
