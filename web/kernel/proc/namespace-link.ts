import { decimal } from "../numbers.ts";
import { type NamespaceInode, type NamespaceType, namespaceTypes } from "../snapshot.ts";

export interface NamespaceLink {
  readonly type: NamespaceType;
  readonly inode: NamespaceInode;
}

/** What a link of `/proc/PID/ns` or `fd` points to, and the root of an nsfs mount: `uts:[4026531838]` (namespaces(7)). */
export function parseNamespaceLink(text: string): NamespaceLink | undefined {
  const [, name, digits] = /^([a-z]+):\[(\d+)\]$/.exec(text) ?? [];
  const type = namespaceTypes.find((known) => known === name);
  const inode = decimal(digits);
  return type && inode !== undefined ? { type, inode } : undefined;
}
