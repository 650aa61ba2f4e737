import { decodeText } from "../core/bytes.ts";
import { EINVAL, ENOENT, EOPNOTSUPP, isGone } from "./errno.ts";
import { parseCgroupMembership } from "./proc/cgroup-membership.ts";
import { parseCommandLine } from "./proc/command-line.ts";
import { parseIdMap } from "./proc/id-map.ts";
import { parseNamespaceDescriptors, parseNamespaceLinks } from "./proc/namespace-links.ts";
import { parseSecurityLabel } from "./proc/security-label.ts";
import { parseSetgroups } from "./proc/setgroups.ts";
import { type ProcessStat, parseStat } from "./proc/stat.ts";
import { type ProcessStatus, parseStatus } from "./proc/status.ts";
import { parseTimeOffsets } from "./proc/time-offsets.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { Gap, Process } from "./snapshot.ts";

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

/**
 * One `/proc/PID` of a full look. Undefined when the process ended during the look, and also when who it is can't be told: then with a
 * gap in `lookGaps`. Everything else that is missing is a gap of the process itself.
 */
export function parseProcess(record: DirectoryRecord, lookGaps: Gap[]): Process | undefined {
  const identity = new RecordFiles(record, lookGaps);
  if (isGone(identity.errno("stat")) || isGone(identity.errno("status"))) return undefined;
  const stat = identity.parse("stat", parseStat);
  const status = identity.parse("status", parseStatus);
  if (!stat || !status) return undefined;
  return { ...stat, ...status, ...(isDead(stat.state) ? nothingLeft : livingParts(record)) };
}

function isDead(state: string): boolean {
  return state === "Z" || state === "X";
}

function livingParts(record: DirectoryRecord): LivingParts {
  const gaps: Gap[] = [];
  const files = new RecordFiles(record, gaps);
  const membership = files.parse("cgroup", parseCgroupMembership);
  return {
    ...parseNamespaceLinks(files),
    uidMap: files.parse("uid_map", parseIdMap) ?? [],
    gidMap: files.parse("gid_map", parseIdMap) ?? [],
    setgroups: files.parse("setgroups", parseSetgroups) ?? "",
    timeOffsets: files.parse("timens_offsets", parseTimeOffsets) ?? {},
    cgroup: membership?.v2,
    cgroupsV1: membership?.v1 ?? new Map(),
    root: files.parse("root", decodeText),
    cwd: files.parse("cwd", decodeText),
    exe: files.parse("exe", decodeText),
    commandLine: files.parse("cmdline", parseCommandLine) ?? [],
    // EINVAL: no security module is active.
    securityLabel: files.parse("attr/current", labelOrEmpty, [EINVAL, ENOENT, EOPNOTSUPP]) || undefined,
    namespaceDescriptors: parseNamespaceDescriptors(files),
    gaps,
  };
}

/** No label is an answer too. */
function labelOrEmpty(data: Uint8Array): string {
  return parseSecurityLabel(data) ?? "";
}
