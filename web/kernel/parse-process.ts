import { decodeText } from "../core/bytes.ts";
import { EINVAL, ENOENT, EOPNOTSUPP, isGone } from "./errno.ts";
import type { SharedParts } from "./parse-shared.ts";
import { parseCgroupMembership } from "./proc/cgroup-membership.ts";
import { parseCommandLine } from "./proc/command-line.ts";
import { parseNamespaceDescriptors, parseNamespaceLinks } from "./proc/namespace-links.ts";
import { parseSecurityLabel } from "./proc/security-label.ts";
import { type ProcessStat, parseStat } from "./proc/stat.ts";
import { type ProcessStatus, parseStatus } from "./proc/status.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { Gap, MountNamespace, NamespaceInode, Process } from "./snapshot.ts";

/** What only a process that still runs has. */
type LivingParts = Omit<Process, keyof ProcessStat | keyof ProcessStatus>;

/** A zombie keeps its ids and its place in the tree until it is reaped, and holds nothing else that a learner could use. */
const nothingLeft: LivingParts = {
  namespaces: {},
  forChildren: {},
  uidMap: [],
  gidMap: [],
  setgroups: "",
  timeOffsets: {},
  cgroup: undefined,
  cgroupsV1: new Map(),
  root: undefined,
  cwd: undefined,
  exe: undefined,
  commandLine: [],
  securityLabel: undefined,
  namespaceDescriptors: new Map(),
  gaps: [],
};

/** What other records of the look say of a process. */
export interface ProcessContext extends SharedParts {
  readonly mounts: ReadonlyMap<NamespaceInode, MountNamespace>;
}

/**
 * One `/proc/PID` of a full look. Undefined when the process ended during the look, and also when who it is can't be told: then
 * with a gap in `lookGaps`. Everything else that is missing is a gap of the process itself.
 */
export function parseProcess(record: DirectoryRecord, context: ProcessContext, lookGaps: Gap[]): Process | undefined {
  const identity = new RecordFiles(record, lookGaps);
  if (isGone(identity.errno("stat")) || isGone(identity.errno("status"))) return undefined;
  const stat = identity.parse("stat", parseStat);
  const status = identity.parse("status", parseStatus);
  if (!stat || !status) return undefined;
  return { ...stat, ...status, ...(isDead(stat.state) ? nothingLeft : livingParts(record, context)) };
}

function isDead(state: string): boolean {
  return state === "Z" || state === "X";
}

function livingParts(record: DirectoryRecord, { mounts, idMaps, timeOffsets }: ProcessContext): LivingParts {
  const gaps: Gap[] = [];
  const files = new RecordFiles(record, gaps);
  const links = parseNamespaceLinks(files);
  const membership = files.parse("cgroup", parseCgroupMembership);
  return {
    ...links,
    ...(idMaps.get(links.namespaces.user ?? 0) ?? unknownIdMaps(files)),
    timeOffsets: timeOffsets.get(links.forChildren.time ?? 0) ?? unknownTimeOffsets(files),
    cgroup: membership?.v2,
    cgroupsV1: membership?.v1 ?? new Map(),
    root: files.parse("root", decodeText),
    cwd: files.parse("cwd", decodeText),
    exe: files.parse("exe", decodeText),
    commandLine: files.parse("cmdline", parseCommandLine) ?? [],
    // EINVAL: no security module is active.
    securityLabel: files.parse("attr/current", labelOrEmpty, [EINVAL, ENOENT, EOPNOTSUPP]) || undefined,
    namespaceDescriptors: parseNamespaceDescriptors(files, mounts.get(links.namespaces.mnt ?? 0)?.mounts ?? []),
    gaps,
  };
}

function unknownIdMaps(files: RecordFiles): Pick<Process, "uidMap" | "gidMap" | "setgroups"> {
  for (const name of ["uid_map", "gid_map", "setgroups"]) files.gap(name, 0, "not in the answer");
  return { uidMap: [], gidMap: [], setgroups: "" };
}

function unknownTimeOffsets(files: RecordFiles): Process["timeOffsets"] {
  files.gap("timens_offsets", 0, "not in the answer");
  return {};
}

/** No label is an answer too. */
function labelOrEmpty(data: Uint8Array): string {
  return parseSecurityLabel(data) ?? "";
}
