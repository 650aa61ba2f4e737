import { decodeText } from "../core/bytes.ts";
import { cgroupRoot } from "./cgroup/files.ts";
import { controllersIn, processesIn } from "./cgroup/values.ts";
import { ENODEV, ENOENT, EOPNOTSUPP, isGone } from "./errno.ts";
import { u64 } from "./netlink/message.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { Cgroup, Gap } from "./snapshot.ts";

/** The cgroup v2 tree, from the directories at and below `/sys/fs/cgroup`. One that was removed during the look is left out. */
export function parseCgroups(records: readonly DirectoryRecord[], gaps: Gap[]): Map<string, Cgroup> {
  const cgroups = new Map<string, Cgroup>();
  for (const record of records) {
    if (record.directory !== cgroupRoot && !record.directory.startsWith(`${cgroupRoot}/`)) continue;
    const cgroup = parseCgroup(record, gaps);
    if (cgroup) cgroups.set(cgroup.path, cgroup);
  }
  return cgroups;
}

function parseCgroup(record: DirectoryRecord, gaps: Gap[]): Cgroup | undefined {
  // kernfs answers ENODEV for the files of a directory that was removed (fs/kernfs/file.c).
  if (record.files.some((file) => file.errno === ENODEV || (file.path === "" && isGone(file.errno)))) return undefined;
  const known = new RecordFiles(record, gaps);
  const inode = known.parse("", (data) => u64(data, inodeOffset));
  if (inode === undefined) return undefined;
  const files = new Map<string, string>();
  for (const { path, data } of record.files) {
    if (path === "") continue;
    if (data.length >= fileLimit) known.gap(path, 0, "cut off");
    // Absent: the controller is off. EOPNOTSUPP: cgroup.procs of a threaded group, or pressure that is switched off.
    const text = known.parse(path, decodeText, [ENOENT, EOPNOTSUPP]);
    if (text !== undefined) files.set(path, text.trim());
  }
  return {
    path: record.directory.slice(cgroupRoot.length) || "/",
    inode,
    files,
    controllers: controllersIn(files.get("cgroup.controllers")),
    subtreeControl: controllersIn(files.get("cgroup.subtree_control")),
    processes: processesIn(files.get("cgroup.procs") ?? ""),
  };
}

/** A query's own, unless it says otherwise (`FileQuery.limit`). */
const fileLimit = 64 * 1024;

/** In the agent's answer to lstat: after mode, nlink, uid, gid and dev (docs/PROTOCOL.md). */
const inodeOffset = 24;
