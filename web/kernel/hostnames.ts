import { ByteReader, decodeText } from "../core/bytes.ts";
import { errnoName } from "./errno.ts";
import { parseNamespaceLink } from "./proc/namespace-link.ts";
import type { DirectoryRecord } from "./query.ts";
import type { Gap, NamespaceInode } from "./snapshot.ts";

export interface Hostnames {
  readonly hostname?: string;
  readonly domainname?: string;
}

/** The sysctls that a look reads inside UTS namespaces (uts_namespaces(7)). */
export const hostnameFile = "/proc/sys/kernel/hostname";
export const domainnameFile = "/proc/sys/kernel/domainname";

const statInodeOffset = 24;

/**
 * Names by UTS namespace, from read-inside records (`link\0/file`). Which namespace it was says the same directory: a readlink of
 * the link (`ns/uts`) or, for an nsfs mount, a stat. A record counts even if its process ended later: the namespace may have
 * other holders.
 */
export function parseHostnames(records: readonly DirectoryRecord[], gaps: Gap[]): ReadonlyMap<NamespaceInode, Hostnames> {
  const names = new Map<NamespaceInode, Hostnames>();
  for (const { directory, files } of records) {
    for (const { path, errno, data } of files) {
      const [link = "", file] = path.split("\0");
      if (file !== hostnameFile && file !== domainnameFile) continue;
      const target = files.find((other) => other.path === link && other.errno === 0);
      const inode = target && utsInode(target.data);
      if (inode === undefined) continue;
      if (errno !== 0) gaps.push({ path: `${directory}/${link} ${file}`, errno, message: errnoName(errno) });
      else names.set(inode, { ...names.get(inode), [file === hostnameFile ? "hostname" : "domainname"]: sysctlText(data) });
    }
  }
  return names;
}

function utsInode(data: Uint8Array): NamespaceInode | undefined {
  const link = parseNamespaceLink(decodeText(data));
  if (link) return link.inode;
  if (data.length < statInodeOffset + 8) return undefined;
  const reader = new ByteReader(data);
  reader.bytes(statInodeOffset);
  return Number(reader.u64());
}

/** A sysctl's text without the newline that the kernel adds: a host may well be called `lab ` or begin with a byte-order mark. */
export function sysctlText(data: Uint8Array): string {
  return decodeText(data).replace(/\n$/, "");
}
