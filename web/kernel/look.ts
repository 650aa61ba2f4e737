import { cgroupEvents, cgroupMeasurements, cgroupRoot, cgroupSettings } from "./cgroup/files.ts";
import { domainnameFile, hostnameFile } from "./hostnames.ts";
import type { DirectoryQuery, FileQuery } from "./query.ts";

/** mountinfo may be long on a machine with many containers; a longer one becomes a gap. */
export const mountinfoLimit = 256 * 1024;

const read = (path: string, limit?: number): FileQuery => ({ operation: "read", path, ...(limit === undefined ? {} : { limit }) });
const readlink = (path: string): FileQuery => ({ operation: "readlink", path });
/** A sysctl of the UTS namespace that `link` names; once per namespace, whatever the number of processes in it. */
const readInside = (link: string, path: string): FileQuery => ({ operation: "read-inside", path: `${link}\0${path}` });

/** First of all, so that an answer that is cut off still has the baseline. */
const agent: DirectoryQuery = { directory: "/proc/1", files: [readlink("ns/*"), read("mountinfo", mountinfoLimit)] };

const host: DirectoryQuery = {
  directory: "/proc",
  files: [read("uptime"), read("stat"), read("sys/kernel/random/boot_id"), read("sys/kernel/hostname"), read("sys/kernel/domainname")],
};

/**
 * Everything a `Process` holds. `stat` comes last: when a process dies half-way, its state is then Z or the read ESRCH, and what was read
 * before is not taken for a living process. About 30 files and links: 40 processes in some 40 ms of the guest's time.
 */
const processes: DirectoryQuery = {
  directory: "/proc/[pid]",
  files: [
    readlink("ns/*"),
    read("status"),
    read("uid_map"),
    read("gid_map"),
    read("setgroups"),
    read("timens_offsets"),
    read("cgroup"),
    readlink("root"),
    readlink("cwd"),
    readlink("exe"),
    read("cmdline", 4096),
    read("attr/current"),
    readlink("fd/*"),
    readInside("ns/uts", hostnameFile),
    readInside("ns/uts", domainnameFile),
    read("stat"),
  ],
};

/** Names, not patterns: a pattern would cost a readdir of some 70 files in each group, a name that isn't there one failed open. */
const cgroups: DirectoryQuery = {
  directory: `${cgroupRoot}/**`,
  files: [
    { operation: "lstat", path: "" },
    read("cgroup.procs"),
    ...[...cgroupSettings, ...cgroupEvents, ...cgroupMeasurements].map((name) => read(name)),
  ],
};

/** The first round of a full look. `/run/netns` isn't listed: its namespaces are nsfs mounts, which mountinfo shows. */
export const fullLook: readonly DirectoryQuery[] = [agent, host, processes, cgroups];

/**
 * Asked several times a second, with the hash of the answer before: "unchanged" costs no bytes. So it holds only what changes when
 * something was done, and of that mainly what a shell does without starting a program (`echo … > uid_map`, `> cgroup.procs`, `cd`):
 * programs that start, end or change ids are reported by the proc connector anyhow. Not `stat` and `status` (times and context
 * switches), not cgroup.procs (kernel threads come and go in the root's; each process's `cgroup` says the same), no measurements.
 */
export const cheapLook: readonly DirectoryQuery[] = [
  { directory: "/proc/1", files: [read("mountinfo", mountinfoLimit)] },
  {
    directory: "/proc/[pid]",
    files: [
      readlink("ns/*"),
      read("uid_map"),
      read("gid_map"),
      read("setgroups"),
      read("timens_offsets"),
      read("cgroup"),
      readlink("root"),
      readlink("cwd"),
      readInside("ns/uts", hostnameFile),
      readInside("ns/uts", domainnameFile),
      // Addresses and links that come up show here, without the counters of net/dev.
      readInside("ns/net", "/proc/thread-self/net/route"),
    ],
  },
  { directory: `${cgroupRoot}/**`, files: [...cgroupSettings, ...cgroupEvents].map((name) => read(name)) },
];
