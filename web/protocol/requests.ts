import { ByteWriter } from "../core/bytes.ts";

/** Payloads of requests (docs/PROTOCOL.md). */

export const FileOperationCode = {
  read: 1,
  readlink: 2,
  readdir: 3,
  lstat: 4,
  stat: 5,
  statfs: 6,
  getxattr: 7,
  "read-inside": 8,
} as const;

export interface BatchGroup {
  readonly directory: string;
  readonly files: ReadonlyArray<{
    readonly operation: keyof typeof FileOperationCode;
    readonly path: string;
    readonly limit?: number;
  }>;
}

const defaultReadLimit = 65_536;
const defaultBatchLimit = 8 * 1024 * 1024;

/** `knownHash`: answer "unchanged" when the records still hash to this. */
export function encodeBatch(groups: readonly BatchGroup[], knownHash?: bigint): Uint8Array {
  const out = new ByteWriter();
  out
    .u8(knownHash === undefined ? 0 : 1)
    .u64(knownHash ?? 0n)
    .u32(defaultBatchLimit)
    .u16(groups.length);
  for (const group of groups) {
    out.lp(group.directory).u16(group.files.length);
    for (const file of group.files) {
      out
        .u8(FileOperationCode[file.operation])
        .u32(file.limit ?? defaultReadLimit)
        .lp(file.path);
    }
  }
  return out.finish();
}

export interface NetlinkDump {
  readonly type: number;
  readonly flags: number;
  readonly body: Uint8Array;
}

export function encodeNetlink(namespacePath: string, protocol: number, dumps: readonly NetlinkDump[]): Uint8Array {
  const out = new ByteWriter().lp(namespacePath).u16(protocol).u16(dumps.length);
  for (const dump of dumps) out.u16(dump.type).u16(dump.flags).lp(dump.body);
  return out.finish();
}

export interface PtyOpen {
  readonly columns: number;
  readonly rows: number;
  readonly uid: number;
  readonly gid: number;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly environment: readonly string[];
}

export function encodePtyOpen(open: PtyOpen): Uint8Array {
  const out = new ByteWriter().u16(open.columns).u16(open.rows).u32(open.uid).u32(open.gid).lp(open.cwd).u16(open.argv.length);
  for (const argument of open.argv) out.lp(argument);
  out.u16(open.environment.length);
  for (const variable of open.environment) out.lp(variable);
  return out.finish();
}

/** What a probe enters of its target before it runs its program. */
export const ProbeEnter = {
  mnt: 1,
  uts: 2,
  ipc: 4,
  net: 8,
  pid: 16,
  user: 32,
  cgroup: 64,
  time: 128,
  rootAndCwd: 256,
  targetCgroup: 512,
} as const;

export interface Probe {
  /** 0: enters nothing. */
  readonly target: number;
  /** Sum of `ProbeEnter`. */
  readonly enter: number;
  readonly ids?: { readonly uid: number; readonly gid: number };
  readonly noNewPrivs?: boolean;
  readonly timeoutMs: number;
  /** Bytes kept of each of standard output and error. */
  readonly outputLimit: number;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly environment: readonly string[];
  readonly input: Uint8Array;
}

export function encodeProbe(probe: Probe): Uint8Array {
  const out = new ByteWriter()
    .u32(probe.target)
    .u32(probe.enter)
    .u32((probe.ids ? 1 : 0) | (probe.noNewPrivs ? 2 : 0))
    .u32(probe.ids?.uid ?? 0)
    .u32(probe.ids?.gid ?? 0)
    .u32(probe.timeoutMs)
    .u32(probe.outputLimit)
    .lp(probe.cwd)
    .u16(probe.argv.length);
  for (const argument of probe.argv) out.lp(argument);
  out.u16(probe.environment.length);
  for (const variable of probe.environment) out.lp(variable);
  return out.lp(probe.input).finish();
}

export interface WriteFile {
  readonly path: string;
  readonly offset: number;
  readonly data: Uint8Array;
  readonly truncate?: boolean;
  readonly makeParents?: boolean;
  readonly append?: boolean;
  readonly atomic?: boolean;
  readonly owner?: { readonly uid: number; readonly gid: number };
  readonly mode?: number;
}

export function encodeWriteFile(file: WriteFile): Uint8Array {
  const flags =
    (file.truncate ? 1 : 0) |
    (file.makeParents ? 2 : 0) |
    (file.owner ? 4 : 0) |
    (file.mode === undefined ? 0 : 8) |
    (file.append ? 16 : 0) |
    (file.atomic ? 32 : 0);
  return new ByteWriter()
    .u32(flags)
    .u32(file.mode ?? 0)
    .u32(file.owner?.uid ?? 0)
    .u32(file.owner?.gid ?? 0)
    .u64(BigInt(file.offset))
    .lp(file.path)
    .bytes(file.data)
    .finish();
}
