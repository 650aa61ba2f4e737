import { decodeText } from "../core/bytes.ts";
import { domainnameFile, hostnameFile, parseHostnames } from "./hostnames.ts";
import { insideQuery, readInside, type TypeWithInside } from "./inside-queries.ts";
import type { NetworkTarget } from "./look-answer.ts";
import { namespaceHolders } from "./namespace-holders.ts";
import { parseMounts } from "./parse-mounts.ts";
import { parseNamespaceDescriptors, parseNamespaceLinks } from "./proc/namespace-links.ts";
import type { DirectoryQuery, DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { MountNamespace, NamespaceHolder, NamespaceInode } from "./snapshot.ts";

/** What each namespace but PID 1's has inside (mounts, id maps, clock offsets, host name), through one process of it. */
export function namespaceQueries(first: readonly DirectoryRecord[]): DirectoryQuery[] {
  const agent = agentNamespaces(first);
  const readers = new Map<string, { readonly type: TypeWithInside; readonly pid: number; readonly seesAll: boolean }>();
  for (const { pid, namespaces, forChildren, root } of processesOf(first, new Map())) {
    const inodes = { mnt: namespaces.mnt, user: namespaces.user, uts: namespaces.uts, time: forChildren.time };
    for (const type of ["mnt", "user", "time", "uts"] as const) {
      if (inodes[type] === undefined || inodes[type] === agent[type]) continue;
      // A process in a chroot sees only the mounts below it.
      const reader = { type, pid, seesAll: type !== "mnt" || root === "/" };
      const known = readers.get(`${type}:${inodes[type]}`);
      if (!known || (reader.seesAll && !known.seesAll)) readers.set(`${type}:${inodes[type]}`, reader);
    }
  }
  return [...readers.values()].map(({ type, pid }) => insideQuery(type, pid));
}

/**
 * Host and domain names of UTS namespaces that hold no process: those kept by an nsfs mount or an open descriptor. Usually
 * nothing.
 */
export function pinnedQueries(first: readonly DirectoryRecord[], second: readonly DirectoryRecord[]): DirectoryQuery[] {
  const known = parseHostnames(second, []);
  const own = agentNamespaces(first).uts;
  return pathsInto("uts", first, second)
    .filter(({ inode }) => inode !== own && !known.has(inode))
    .map(({ path }) => {
      const slash = path.lastIndexOf("/");
      const name = quote(path.slice(slash + 1));
      return {
        directory: quote(path.slice(0, slash)) || "/",
        files: [{ operation: "stat", path: name }, readInside(name, hostnameFile), readInside(name, domainnameFile)],
      };
    });
}

/** Each network namespace once, PID 1's first, with a way in: a process, an nsfs mount (`/run/netns/x`) or an open descriptor. */
export function networkTargets(first: readonly DirectoryRecord[], second: readonly DirectoryRecord[]): NetworkTarget[] {
  const own = agentNamespaces(first).net;
  const others = pathsInto("net", first, second).filter(({ inode }) => inode !== own);
  return own === undefined ? others : [{ path: "", inode: own }, ...others];
}

/** A program may close its descriptor at any time. */
const sureness: readonly NamespaceHolder["kind"][] = ["process", "mount", "descriptor", "children"];

function pathsInto(type: "net" | "uts", first: readonly DirectoryRecord[], second: readonly DirectoryRecord[]): NetworkTarget[] {
  const mounts = parseMounts([...first, ...second], []);
  const paths: NetworkTarget[] = [];
  for (const [key, holders] of namespaceHolders(processesOf(first, mounts), mounts)) {
    const [keyType, inode] = key.split(":");
    if (keyType !== type) continue;
    const surest = holders.toSorted((a, b) => sureness.indexOf(a.kind) - sureness.indexOf(b.kind));
    const path = surest.map((holder) => pathThrough(holder, type, mounts)).find((found) => found !== undefined);
    if (path !== undefined) paths.push({ path, inode: Number(inode) });
  }
  return paths;
}

/** A path that the agent can open; mount points of other mount namespaces through the root of a process that lives there. */
function pathThrough(
  holder: NamespaceHolder,
  type: "net" | "uts",
  mounts: ReadonlyMap<NamespaceInode, MountNamespace>,
): string | undefined {
  if (holder.kind === "process") return `/proc/${holder.pid}/ns/${type}`;
  if (holder.kind === "descriptor") return `/proc/${holder.pid}/fd/${holder.fd}`;
  if (holder.kind === "children") return undefined;
  const namespace = mounts.get(holder.mountNamespace);
  const top = namespace?.mounts.findLast((mount) => mount.mountPoint === holder.path);
  if (!namespace || !top?.root.startsWith(`${type}:[`)) return undefined;
  return namespace.readThrough === 1 ? holder.path : `/proc/${namespace.readThrough}/root${holder.path}`;
}

function agentNamespaces(first: readonly DirectoryRecord[]) {
  const record = first.find(({ directory }) => directory === "/proc/1");
  return record ? parseNamespaceLinks(new RecordFiles(record, [])).namespaces : {};
}

function processesOf(first: readonly DirectoryRecord[], mounts: ReadonlyMap<NamespaceInode, MountNamespace>) {
  return first.flatMap((record) => {
    const [, pid] = /^\/proc\/(\d{1,10})$/.exec(record.directory) ?? [];
    if (!pid || pid === "1") return [];
    const files = new RecordFiles(record, []);
    const links = parseNamespaceLinks(files);
    const namespaceDescriptors = parseNamespaceDescriptors(files, mounts.get(links.namespaces.mnt ?? 0)?.mounts ?? []);
    return [{ pid: Number(pid), root: files.parse("root", decodeText), ...links, namespaceDescriptors }];
  });
}

/** A path as a pattern that matches just itself. */
function quote(path: string): string {
  return path.replace(/[\\*?[]/g, "\\$&");
}
