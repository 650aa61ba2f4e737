import { domainnameFile, hostnameFile } from "./hostnames.ts";
import type { DirectoryQuery, FileQuery } from "./query.ts";
import type { NamespaceType } from "./snapshot.ts";

/** mountinfo may be long on a machine with many containers; a longer one becomes a gap. */
export const mountinfoLimit = 256 * 1024;

export const read = (path: string, limit?: number): FileQuery => ({
  operation: "read",
  path,
  ...(limit === undefined ? {} : { limit }),
});
export const readlink = (path: string): FileQuery => ({ operation: "readlink", path });
export const readInside = (link: string, path: string): FileQuery => ({ operation: "read-inside", path: `${link}\0${path}` });

/**
 * What belongs to a namespace rather than to a process, by the namespace's type: asked once for each namespace, through one
 * process of it. The link comes along, as the process may have gone elsewhere since it was chosen.
 */
const files = {
  mnt: [readlink("ns/mnt"), read("mountinfo", mountinfoLimit)],
  user: [readlink("ns/user"), read("uid_map"), read("gid_map"), read("setgroups")],
  // The offsets are those of the namespace that its children get.
  time: [readlink("ns/time_for_children"), read("timens_offsets")],
  uts: [readlink("ns/uts"), readInside("ns/uts", hostnameFile), readInside("ns/uts", domainnameFile)],
} satisfies Partial<Record<NamespaceType, readonly FileQuery[]>>;

export type TypeWithInside = keyof typeof files;

export function insideQuery(type: TypeWithInside, pid: number): DirectoryQuery {
  return { directory: `/proc/${pid}`, files: files[type] };
}

/** The initial namespaces', through PID 1; their host name is in `/proc/sys`. */
export const initialInside: readonly FileQuery[] = [...files.mnt, ...files.user, ...files.time];
