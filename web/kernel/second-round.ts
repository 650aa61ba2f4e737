import { domainnameFile, hostnameFile, parseHostnames } from "./hostnames.ts";
import type { NetworkTarget } from "./look-answer.ts";
import { mountinfoLimit } from "./look.ts";
import { type Holders, namespaceHolders } from "./namespace-holders.ts";
import { parseMounts } from "./parse-mounts.ts";
import { parseNamespaceDescriptors, parseNamespaceLinks } from "./proc/namespace-links.ts";
import { decodeText } from "../core/bytes.ts";
import type { DirectoryQuery, DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { MountNamespace, NamespaceHolder, NamespaceInode } from "./snapshot.ts";

/** One mountinfo for each mount namespace but PID 1's, through one process that lives in it (proc_pid_mountinfo(5)). */
export function mountQueries(first: readonly DirectoryRecord[]): DirectoryQuery[] {
  const agent = agentNamespaces(first);
  const readers = new Map<NamespaceInode, { readonly pid: number; readonly seesAll: boolean }>();
  for (const { pid, namespaces, root } of processesOf(first)) {
    if (namespaces.mnt === undefined || namespaces.mnt === agent.mnt) continue;
    // A process in a chroot sees only the mounts below it.
    const reader = { pid, seesAll: root === "/" };
    const known = readers.get(namespaces.mnt);
    if (!known || (reader.seesAll && !known.seesAll)) readers.set(namespaces.mnt, reader);
  }
  return [...readers.values()].map(({ pid }) => ({
    directory: `/proc/${pid}`,
    files: [
      // Again: it may have gone elsewhere since the first round.
      { operation: "readlink", path: "ns/mnt" },
      { operation: "read", path: "mountinfo", limit: mountinfoLimit },
    ],
  }));
}

/** Host and domain names of UTS namespaces that hold no process: those kept by an nsfs mount or an open descriptor. Usually nothing. */
export function hostnameQueries(first: readonly DirectoryRecord[], mounts: readonly DirectoryRecord[]): DirectoryQuery[] {
  const known = parseHostnames(first, []);
  return pathsInto("uts", first, mounts)
    .filter(({ inode }) => !known.has(inode))
    .map(({ path }) => {
      const slash = path.lastIndexOf("/");
      const name = quote(path.slice(slash + 1));
      return {
        directory: quote(path.slice(0, slash)) || "/",
        files: [
          { operation: "stat", path: name },
          { operation: "read-inside", path: `${name}\0${hostnameFile}` },
          { operation: "read-inside", path: `${name}\0${domainnameFile}` },
        ],
      };
    });
}

/** Each network namespace once, PID 1's first, with a way in: a process, an nsfs mount (`/run/netns/x`) or an open descriptor. */
export function networkTargets(first: readonly DirectoryRecord[], mounts: readonly DirectoryRecord[]): NetworkTarget[] {
  const own = agentNamespaces(first).net;
  const others = pathsInto("net", first, mounts).filter(({ inode }) => inode !== own);
  return own === undefined ? others : [{ path: "", inode: own }, ...others];
}

function pathsInto(type: "net" | "uts", first: readonly DirectoryRecord[], mounts: readonly DirectoryRecord[]): NetworkTarget[] {
  const mountNamespaces = parseMounts([...first, ...mounts], []);
  const holders: Holders = namespaceHolders(processesOf(first), mountNamespaces);
  const paths: NetworkTarget[] = [];
  for (const [key, list] of holders) {
    const [keyType, inode] = key.split(":");
    if (keyType !== type) continue;
    const path = list.map((holder) => pathThrough(holder, type, mountNamespaces)).find((found) => found !== undefined);
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
  if (!namespace) return undefined;
  const top = namespace.mounts.findLast((mount) => mount.mountPoint === holder.path);
  if (!top?.root.startsWith(`${type}:[`)) return undefined;
  return namespace.readThrough === 1 ? holder.path : `/proc/${namespace.readThrough}/root${holder.path}`;
}

function agentNamespaces(first: readonly DirectoryRecord[]) {
  const record = first.find(({ directory }) => directory === "/proc/1");
  return record ? parseNamespaceLinks(new RecordFiles(record, [])).namespaces : {};
}

function processesOf(first: readonly DirectoryRecord[]) {
  return first.flatMap((record) => {
    const [, pid] = /^\/proc\/(\d{1,10})$/.exec(record.directory) ?? [];
    if (!pid || pid === "1") return [];
    const files = new RecordFiles(record, []);
    const root = files.parse("root", decodeText);
    return [{ pid: Number(pid), root, ...parseNamespaceLinks(files), namespaceDescriptors: parseNamespaceDescriptors(files) }];
  });
}

/** A path as a pattern that matches just itself. */
function quote(path: string): string {
  return path.replace(/[\\*?[]/g, "\\$&");
}
