import { decodeText } from "../../core/bytes.ts";
import { ENOENT, errnoName } from "../errno.ts";
import type { RecordFiles } from "../record-files.ts";
import type { Mount, NamespaceInode, NamespaceKey, NamespaceType, Process } from "../snapshot.ts";
import { namespaceKey, namespaceTypes } from "../snapshot.ts";
import { parseNamespaceLink } from "./namespace-link.ts";

export interface NamespaceLinks {
  readonly namespaces: Process["namespaces"];
  readonly forChildren: Process["forChildren"];
}

const forChildrenLinks = { pid_for_children: "pid", time_for_children: "time" } as const;

/**
 * `/proc/PID/ns/*` (namespaces(7)). `pid_for_children` can't be read between unshare(2) and the first child
 * (kernel/pid_namespace.c, pidns_for_children_get): that is no gap.
 */
export function parseNamespaceLinks(files: RecordFiles): NamespaceLinks {
  const namespaces: Partial<Record<NamespaceType, NamespaceInode>> = {};
  const forChildren: Partial<Record<"pid" | "time", NamespaceInode>> = {};
  const links = files.under("ns/").filter((file) => !file.path.includes("\0"));
  if (links.length === 0) files.gap("ns", 0, "not in the answer");
  for (const { path, errno, data } of links) {
    const name = path.slice("ns/".length);
    const child = Object.hasOwn(forChildrenLinks, name) ? forChildrenLinks[name as keyof typeof forChildrenLinks] : undefined;
    const type = child ?? namespaceTypes.find((known) => known === name);
    if (!type || (child && errno === ENOENT)) continue;
    const link = errno === 0 ? parseNamespaceLink(decodeText(data)) : undefined;
    if (link?.type !== type) files.gap(path, errno, errno === 0 ? "not understood" : errnoName(errno));
    else if (child) forChildren[child] = link.inode;
    else namespaces[type] = link.inode;
  }
  return { namespaces, forChildren };
}

/**
 * Open descriptors that name namespaces, from `/proc/PID/fd/*`; one that was closed meanwhile is left out. A descriptor got by
 * opening an nsfs mount (`/run/netns/x`) shows that path (fs/d_path.c), so `mounts` are those of the process; once that is
 * unmounted it can't be told.
 */
export function parseNamespaceDescriptors(files: RecordFiles, mounts: readonly Mount[]): ReadonlyMap<number, NamespaceKey> {
  const descriptors = new Map<number, NamespaceKey>();
  for (const { path, errno, data } of files.under("fd/")) {
    const [, number] = /^fd\/(\d+)$/.exec(path) ?? [];
    const target = errno === 0 ? decodeText(data) : "";
    const link = parseNamespaceLink(target) ?? parseNamespaceLink(nsfsMountAt(target, mounts)?.root ?? "");
    if (number && link) descriptors.set(Number(number), namespaceKey(link.type, link.inode));
  }
  return descriptors;
}

function nsfsMountAt(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.findLast((mount) => mount.type === "nsfs" && mount.mountPoint === path);
}
