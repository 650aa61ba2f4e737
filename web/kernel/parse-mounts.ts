import { decodeText } from "../core/bytes.ts";
import { mountinfoLimit } from "./inside-queries.ts";
import { parseMountinfo } from "./proc/mountinfo.ts";
import { parseNamespaceLink } from "./proc/namespace-link.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import type { Gap, MountNamespace, NamespaceInode } from "./snapshot.ts";

/** Mount namespaces from records that hold both `ns/mnt` and `mountinfo` of one process; a process that ended gives none. */
export function parseMounts(records: readonly DirectoryRecord[], gaps: Gap[]): Map<NamespaceInode, MountNamespace> {
  const namespaces = new Map<NamespaceInode, MountNamespace>();
  for (const record of records) {
    const [, pid] = /^\/proc\/(\d{1,10})$/.exec(record.directory) ?? [];
    if (!pid || !record.files.some((file) => file.path === "mountinfo")) continue;
    const files = new RecordFiles(record, gaps);
    const link = files.parse("ns/mnt", (data) => parseNamespaceLink(decodeText(data)));
    const parsed = files.parse("mountinfo", (data) => ({ ...parseMountinfo(data), cut: data.length >= mountinfoLimit }));
    if (link?.type !== "mnt" || !parsed) continue;
    if (parsed.cut) files.gap("mountinfo", 0, "cut off");
    else if (parsed.rejected > 0) files.gap("mountinfo", 0, `${parsed.rejected} lines not understood`);
    namespaces.set(link.inode, { inode: link.inode, readThrough: Number(pid), mounts: parsed.mounts });
  }
  return namespaces;
}
