import {
  type NamespaceKey,
  type NamespaceType,
  namespaceKey,
  namespaceTypes,
  type Process,
  type Snapshot,
} from "../../kernel/snapshot.ts";

export interface OwnNamespace {
  readonly type: NamespaceType;
  readonly key: NamespaceKey;
}

/** Of the program in a terminal's foreground: the namespaces that aren't the host's. `pid`: of the terminal's first process. */
export function ownNamespaces(snapshot: Snapshot, pid: number): readonly OwnNamespace[] {
  const process = foregroundOf(snapshot, pid);
  if (!process) return [];
  return namespaceTypes.flatMap((type) => {
    const inode = process.namespaces[type];
    return inode === undefined || inode === snapshot.initial[type] ? [] : [{ type, key: namespaceKey(type, inode) }];
  });
}

/** Who reads what is typed: the newest of the terminal's foreground group. */
function foregroundOf(snapshot: Snapshot, pid: number): Process | undefined {
  const first = snapshot.processes.get(pid);
  if (!first) return undefined;
  let newest = first;
  for (const process of snapshot.processes.values()) {
    if (process.terminal !== first.terminal || process.processGroup !== first.foregroundGroup) continue;
    if (newest === first || process.startTime > newest.startTime) newest = process;
  }
  return newest;
}
