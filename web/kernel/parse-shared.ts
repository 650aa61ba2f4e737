import { decodeText } from "../core/bytes.ts";
import { parseIdMap } from "./proc/id-map.ts";
import { parseNamespaceLink } from "./proc/namespace-link.ts";
import { parseSetgroups } from "./proc/setgroups.ts";
import { parseTimeOffsets } from "./proc/time-offsets.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { Gap, NamespaceInode, Process } from "./snapshot.ts";

type IdMaps = Pick<Process, "uidMap" | "gidMap" | "setgroups">;

/** What the processes of one user or time namespace have in common. */
export interface SharedParts {
  readonly idMaps: ReadonlyMap<NamespaceInode, IdMaps>;
  readonly timeOffsets: ReadonlyMap<NamespaceInode, Process["timeOffsets"]>;
}

/**
 * From records that hold these files and the link that says whose they are. What can't be read is a gap of each process that
 * needs it.
 */
export function parseShared(records: readonly DirectoryRecord[]): SharedParts {
  const idMaps = new Map<NamespaceInode, IdMaps>();
  const timeOffsets = new Map<NamespaceInode, Process["timeOffsets"]>();
  const silent: Gap[] = [];
  for (const record of records) {
    const files = new RecordFiles(record, silent);
    const inodeOf = (link: string) => files.parse(link, (data) => parseNamespaceLink(decodeText(data)))?.inode;
    const userNamespace = inodeOf("ns/user");
    const uidMap = files.parse("uid_map", parseIdMap);
    const gidMap = files.parse("gid_map", parseIdMap);
    const setgroups = files.parse("setgroups", parseSetgroups);
    if (userNamespace !== undefined && uidMap && gidMap && setgroups) idMaps.set(userNamespace, { uidMap, gidMap, setgroups });
    const timeNamespace = inodeOf("ns/time_for_children");
    const offsets = files.parse("timens_offsets", parseTimeOffsets);
    if (timeNamespace !== undefined && offsets) timeOffsets.set(timeNamespace, offsets);
  }
  return { idMaps, timeOffsets };
}
