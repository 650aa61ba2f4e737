/** What to ask of the guest's file systems, as data. The agent's BATCH request carries it (docs/PROTOCOL.md). */
export type FileOperation =
  | "read"
  | "readlink"
  | "readdir"
  | "lstat"
  | "stat"
  | "statfs"
  | "getxattr"
  /**
   * `path` is `link\0/file`: enter the UTS, IPC or network namespace that `link` names, and read `file` there; once per
   * namespace.
   */
  | "read-inside";

export interface FileQuery {
  readonly operation: FileOperation;
  /** Relative to the directory; "" is the directory itself; may hold patterns (`ns/*`). */
  readonly path: string;
  /** Bytes at most; 64 KiB unless given. */
  readonly limit?: number;
}

/** Each directory that the glob matches is opened once and its files are read through that handle. */
export interface DirectoryQuery {
  /** Absolute; components may be `fnmatch` patterns, `[pid]` (processes of userspace but the agent's) or `**`. */
  readonly directory: string;
  readonly files: readonly FileQuery[];
}

export interface FileRecord {
  /** Index into the query's `files`. */
  readonly query: number;
  /** As found, relative to the directory. */
  readonly path: string;
  /** Linux errno; 0 is success. */
  readonly errno: number;
  readonly data: Uint8Array;
}

export interface DirectoryRecord {
  /** Index into the list of queries. */
  readonly group: number;
  readonly directory: string;
  readonly files: readonly FileRecord[];
}
