import { encodeText } from "../core/bytes.ts";
import { parseMountinfo } from "../kernel/proc/mountinfo.ts";
import type { Mount, Namespace, NamespaceInode } from "../kernel/snapshot.ts";
import { type Inquiry, probeFound } from "./inquiry.ts";
import type { CheckContext, InquiryContext } from "./lab.ts";

/** A mount namespace that no process is in: a bind mount or a descriptor keeps it. */
export interface PinnedMounts {
  readonly inode: NamespaceInode;
  /** Of the namespace, for nsenter: `/run/box`. */
  readonly path: string;
  readonly mounts: readonly Mount[];
}

/** A look reads mounts through a process. Where there is none, a program is sent in to print them. */
export function askPinnedMounts({ now }: InquiryContext): Inquiry[] {
  return pinned(now).map(({ inode, path }) => ({
    kind: "probe",
    key: key(inode),
    argv: ["nsenter", `--mount=${path}`, "cat", "/proc/self/mountinfo"],
  }));
}

/** The answers to `askPinnedMounts`; what could not be read is left out. */
export function pinnedMounts({ now, found }: Pick<CheckContext, "now" | "found">): PinnedMounts[] {
  return pinned(now).flatMap(({ inode, path }) => {
    const { mounts } = parseMountinfo(encodeText(probeFound(found, key(inode))?.output ?? ""));
    return mounts.length > 0 ? [{ inode, path, mounts }] : [];
  });
}

function pinned(now: CheckContext["now"]): Array<{ readonly inode: NamespaceInode; readonly path: string }> {
  return [...now.namespaces.values()].flatMap((namespace) => {
    const path = namespace.type === "mnt" && !now.mounts.has(namespace.inode) ? pathInto(namespace, now.initial.mnt) : undefined;
    return path === undefined ? [] : [{ inode: namespace.inode, path }];
  });
}

/** As PID 1 can open it. */
function pathInto({ holders }: Namespace, host: NamespaceInode): string | undefined {
  const paths = holders.flatMap((holder) => {
    if (holder.kind === "descriptor") return [`/proc/${holder.pid}/fd/${holder.fd}`];
    return holder.kind === "mount" && holder.mountNamespace === host ? [holder.path] : [];
  });
  return paths[0];
}

function key(inode: NamespaceInode): string {
  return `mounts of mnt:[${inode}]`;
}
