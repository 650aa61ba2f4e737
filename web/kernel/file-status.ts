/** What stat(2) says of a file, from the record of a `stat` or `lstat` query. */
export interface FileStat {
  /** Type and permission bits, as in inode(7). */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: bigint;
  /** Nanoseconds since the epoch. */
  readonly modified: bigint;
}

const length = 60;

/** Undefined for a record that is none. */
export function parseFileStat(data: Uint8Array): FileStat | undefined {
  if (data.length < length) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return {
    mode: view.getUint32(0, true),
    uid: view.getUint32(8, true),
    gid: view.getUint32(12, true),
    device: view.getBigUint64(16, true),
    inode: view.getBigUint64(24, true),
    size: view.getBigUint64(32, true),
    modified: view.getBigInt64(48, true) * 1_000_000_000n + BigInt(view.getUint32(56, true)),
  };
}

const typeMask = 0o170_000;

export function isDirectory({ mode }: FileStat): boolean {
  return (mode & typeMask) === 0o040_000;
}

export function isRegular({ mode }: FileStat): boolean {
  return (mode & typeMask) === 0o100_000;
}
