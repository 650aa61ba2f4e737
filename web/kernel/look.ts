import { cgroupEvents, cgroupMeasurements, cgroupRoot, cgroupSettings } from "./cgroup/files.ts";
import { initialInside, insideQuery, mountinfoLimit, read, readlink, type TypeWithInside } from "./inside-queries.ts";
import type { DirectoryQuery, FileQuery } from "./query.ts";
import { namespaceTypes, type Snapshot } from "./snapshot.ts";

/** By name: as `ns/*` they cost a readdir more for each process. */
const namespaceLinks: readonly FileQuery[] = [...namespaceTypes, "pid_for_children", "time_for_children"].map((name) =>
  readlink(`ns/${name}`),
);

/** First of all, so that an answer that is cut off still has the baseline. */
const agent: DirectoryQuery = { directory: "/proc/1", files: [...namespaceLinks, ...initialInside] };

const host: DirectoryQuery = {
  directory: "/proc",
  files: ["uptime", "stat", "sys/kernel/random/boot_id", "sys/kernel/hostname", "sys/kernel/domainname"].map((name) =>
    read(name),
  ),
};

/** What others can change of a process (its cgroup, its root by pivot_root, its profile), and whether it has run since the last look. */
const processes: DirectoryQuery = {
  directory: "/proc/[pid]",
  files: [read("schedstat"), read("cgroup"), readlink("root"), readlink("cwd"), read("attr/current"), read("stat")],
};

/**
 * What only the process itself changes: asked for those that have run (`ProcessDetails`). What it shares with the others of its
 * namespaces is asked once for each of those. `stat` comes last: when a process dies half-way, its state is then Z or the read
 * ESRCH, and what was read before is not taken for a living process. Some 140,000 guest instructions a process: 1 ms.
 */
export const processDetails: readonly FileQuery[] = [
  ...namespaceLinks,
  read("status"),
  readlink("exe"),
  read("cmdline", 4096),
  readlink("fd/*"),
  read("stat"),
];

/**
 * Names, not patterns: a pattern would cost a readdir of some 70 files in each group, a name that isn't there one failed open.
 */
export const cgroupLook: DirectoryQuery = {
  directory: `${cgroupRoot}/**`,
  files: [
    { operation: "lstat", path: "" },
    read("cgroup.procs"),
    ...[...cgroupSettings, ...cgroupEvents, ...cgroupMeasurements].map((name) => read(name)),
  ],
};

/** The first round of a full look. `/run/netns` isn't listed: its namespaces are nsfs mounts, which mountinfo shows. */
export const fullLook: readonly DirectoryQuery[] = [agent, host, processes, cgroupLook];

/**
 * Asked several times a second, with `watchQueries` and the hash of the answer before: "unchanged" costs no bytes. So it holds
 * only what changes when something was done, and of that mainly what a shell does without starting a program (`> cgroup.procs`,
 * `cd`): programs that start, end or change ids are reported by the proc connector anyhow. Not `stat` and `status` (times and
 * context switches), not cgroup.procs (kernel threads come and go in the root's; each process's `cgroup` says the same), no
 * measurements.
 */
export const cheapLook: readonly DirectoryQuery[] = [
  // Routes and IPv6 addresses change with links and addresses, and have no counters.
  { directory: "/proc/1", files: [read("mountinfo", mountinfoLimit), read("net/route"), read("net/if_inet6")] },
  { directory: "/proc", files: [read("sys/kernel/hostname"), read("sys/kernel/domainname")] },
  { directory: "/proc/[pid]", files: [...namespaceLinks, read("cgroup"), readlink("root"), readlink("cwd")] },
  { directory: `${cgroupRoot}/**`, files: [...cgroupSettings, ...cgroupEvents].map((name) => read(name)) },
];

/**
 * What a cheap look adds for the namespaces of the last full one, through one process of each: mounts, id maps, clock offsets,
 * host names, routes. Without it `echo … > /proc/PID/uid_map` goes unseen until the next event.
 */
export function watchQueries(last: Snapshot): DirectoryQuery[] {
  const queries: DirectoryQuery[] = [];
  for (const { type, inode, initial, holders } of last.namespaces.values()) {
    const holder = holders.find(({ kind }) => kind === "process" || (kind === "children" && type === "time"));
    if (initial || !holder || holder.kind === "mount") continue;
    if (type === "net") queries.push({ directory: `/proc/${holder.pid}`, files: [read("net/route"), read("net/if_inet6")] });
    else if (hasInside(type))
      queries.push(insideQuery(type, (type === "mnt" && last.mounts.get(inode)?.readThrough) || holder.pid));
  }
  return queries;
}

function hasInside(type: string): type is TypeWithInside {
  return type === "mnt" || type === "user" || type === "time" || type === "uts";
}
