import { ByteReader, decodeText } from "../core/bytes.ts";

/** Parsers of RESULT payloads and events. A malformed one throws a RangeError: the agent's fault, never the learner's. */

export interface HelloOk {
  readonly nonce: bigint;
  readonly version: number;
  /** Hash of the sources that the agent was built from. */
  readonly build: string;
  readonly bootId: string;
  readonly terminals: ReadonlyArray<{
    readonly id: number;
    readonly pid: number;
    readonly columns: number;
    readonly rows: number;
  }>;
}

export function parseHelloOk(payload: Uint8Array): HelloOk {
  const reader = new ByteReader(payload);
  return {
    nonce: reader.u64(),
    version: reader.u16(),
    build: decodeText(reader.lp()),
    bootId: decodeText(reader.lp()).trim(),
    terminals: Array.from({ length: reader.u16() }, () => ({
      id: reader.u32(),
      pid: reader.u32(),
      columns: reader.u16(),
      rows: reader.u16(),
    })),
  };
}

export interface BatchFile {
  readonly query: number;
  readonly path: string;
  readonly errno: number;
  readonly data: Uint8Array;
}

export interface BatchDirectory {
  readonly group: number;
  readonly directory: string;
  readonly files: BatchFile[];
}

export interface BatchResult {
  readonly unchanged: boolean;
  /** The answer was cut off at its limit. */
  readonly cut: boolean;
  readonly hash: bigint;
  readonly directories: readonly BatchDirectory[];
}

export function parseBatch(payload: Uint8Array): BatchResult {
  const reader = new ByteReader(payload);
  const flags = reader.u8();
  const hash = reader.u64();
  const directories: BatchDirectory[] = [];
  let files: BatchFile[] | undefined;
  while (reader.left > 0) {
    const kind = reader.u8();
    if (kind === 1) {
      files = [];
      directories.push({ group: reader.u16(), directory: decodeText(reader.lp()), files });
    } else if (kind === 2 && files) {
      files.push({ query: reader.u16(), errno: reader.i32(), path: decodeText(reader.lp()), data: reader.lp() });
    } else {
      throw new RangeError(`a record of kind ${kind}`);
    }
  }
  return { unchanged: (flags & 1) !== 0, cut: (flags & 2) !== 0, hash, directories };
}

/** The raw messages of each dump, in the order asked. */
export function parseNetlink(payload: Uint8Array): Uint8Array[] {
  const reader = new ByteReader(payload);
  const dumps: Uint8Array[] = [];
  while (reader.left > 0) dumps.push(reader.lp());
  return dumps;
}

/** Programs of `struct sock_filter` (8 bytes an instruction), the newest first. */
export function parseSeccomp(payload: Uint8Array): Uint8Array[] {
  const reader = new ByteReader(payload);
  return Array.from({ length: reader.u16() }, () => reader.lp());
}

const howEnded = ["exited", "signalled", "timed-out", "not-started"] as const;
const stages = ["none", "fork", "setns", "root", "cgroup", "ids", "exec"] as const;

export interface ProbeResult {
  readonly how: (typeof howEnded)[number];
  /** Exit status, signal, or errno of a failed start. */
  readonly status: number;
  /** Where a start failed. */
  readonly stage: (typeof stages)[number];
  readonly outputCut: boolean;
  readonly errorOutputCut: boolean;
  readonly output: Uint8Array;
  readonly errorOutput: Uint8Array;
}

export function parseProbe(payload: Uint8Array): ProbeResult {
  const reader = new ByteReader(payload);
  const how = howEnded[reader.u8()];
  const status = reader.i32();
  const stage = stages[reader.u8()];
  const cut = reader.u8();
  if (!how || !stage) throw new RangeError("a probe's result of unknown kind");
  return {
    how,
    status,
    stage,
    outputCut: (cut & 1) !== 0,
    errorOutputCut: (cut & 2) !== 0,
    output: reader.lp(),
    errorOutput: reader.lp(),
  };
}

export interface RequestError {
  readonly code: number;
  readonly errno: number;
  readonly text: string;
}

export function parseError(payload: Uint8Array): RequestError {
  const reader = new ByteReader(payload);
  return { code: reader.u16(), errno: reader.i32(), text: decodeText(reader.lp()) };
}

/** One event of the proc connector; `a` and `b` depend on `what` (linux/cn_proc.h). */
export interface RawProcessEvent {
  readonly what: number;
  readonly seq: number;
  readonly pid: number;
  readonly threadGroup: number;
  readonly a: number;
  readonly b: number;
}

export function parseProcessEvents(payload: Uint8Array): RawProcessEvent[] {
  const reader = new ByteReader(payload);
  const events: RawProcessEvent[] = [];
  while (reader.left > 0) {
    events.push({
      what: reader.u32(),
      seq: reader.u32(),
      pid: reader.u32(),
      threadGroup: reader.u32(),
      a: reader.u32(),
      b: reader.u32(),
    });
  }
  return events;
}
