import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import { type AssetSource, readChecked } from "./assets.ts";
import type { ImageIndex } from "./image-index.ts";

/** What v86 wants of a disk; its own classes of this shape fetch without deadlines or errors. */
export interface V86Disk {
  byteLength: number;
  onload: ((event: object) => void) | undefined;
  load(): void;
  get(start: number, length: number, done: (bytes: Uint8Array) => void): void;
  get_and_cache(start: number, length: number, done: (bytes: Uint8Array) => void): void;
  get_from_cache(start: number, length: number): Uint8Array | undefined;
  set(start: number, bytes: Uint8Array, done: () => void): void;
  get_buffer(done: (buffer: undefined) => void): void;
  get_state(): unknown[];
  set_state(state: unknown[]): void;
}

/** `error` while a read waits for a part that does not come; undefined when all reads go on. */
export type DiskStall = LabError | undefined;

const pageSize = 4096;
/** Uncompressed chunks kept; the compressed ones are all kept once fetched. */
const cachedChunks = 48;
const retryDelaysMs = [250, 1000, 2000, 4000, 8000];
/** A read that waits so long is worth telling. */
const stallMs = 2500;

type Decompress = (compressed: Uint8Array, size: number) => Uint8Array;

/**
 * The root disk: fetched lazily in compressed chunks, each checked; written pages are kept here and in saved states.
 * A chunk that does not come is asked for again until it comes; meanwhile the guest waits and `onStall` tells.
 */
export class ChunkedDisk implements V86Disk {
  readonly #disk: ImageIndex["disk"];
  readonly #source: AssetSource;
  readonly #decompress: Decompress;
  readonly #stall = new Emitter<DiskStall>();
  readonly #compressed = new Map<number, Promise<Uint8Array>>();
  readonly #plain = new Map<number, Uint8Array>();
  readonly #written = new Map<number, Uint8Array>();
  readonly #abort = new AbortController();
  readonly #wakeRetries = new Set<() => void>();
  readonly #stalled = new Set<number>();
  readonly #whenIdle = new Set<() => void>();
  #fetched = 0;
  /** Reads and writes that v86 waits for. */
  #open = 0;
  /** Counts the machines that had this disk, one after the other. */
  #era = 0;

  byteLength: number;
  onload: ((event: object) => void) | undefined;
  readonly onStall = this.#stall.event;

  constructor(disk: ImageIndex["disk"], source: AssetSource, decompress: Decompress) {
    this.#disk = disk;
    this.#source = source;
    this.#decompress = decompress;
    this.byteLength = disk.size;
  }

  /** Chunks fetched so far, for the bench. */
  get fetchedChunks(): number {
    return this.#fetched;
  }

  /** v86 waits for an answer. */
  get busy(): boolean {
    return this.#open > 0 && !this.#abort.signal.aborted;
  }

  /** Resolves when nothing is waited for, or at the disk's end. */
  idle(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.#whenIdle.add(resolve)) : Promise.resolve();
  }

  load(): void {
    this.onload?.({});
  }

  get(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    const cached = this.get_from_cache(start, length);
    if (cached) {
      done(cached);
      return;
    }
    this.#open++;
    const era = this.#era;
    this.#readChunks(start, length).then(
      () => {
        if (era !== this.#era) return;
        if (!this.#abort.signal.aborted) done(this.#assemble(start, length));
        this.#closed();
      },
      () => {
        // Only disposal ends a read without its bytes; the guest that wanted them is gone.
      },
    );
  }

  get_and_cache(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    this.get(start, length, done);
  }

  get_from_cache(start: number, length: number): Uint8Array | undefined {
    for (const chunk of this.#chunksOf(start, length)) if (!this.#plain.has(chunk)) return undefined;
    return this.#assemble(start, length);
  }

  set(start: number, bytes: Uint8Array, done: () => void): void {
    const firstPage = Math.floor(start / pageSize);
    const lastPage = Math.floor((start + bytes.length - 1) / pageSize);
    const copy = bytes.slice();
    const era = this.#era;
    const write = () => {
      if (era !== this.#era) return;
      for (let page = firstPage; page <= lastPage; page++) {
        const pageStart = page * pageSize;
        const target =
          this.#written.get(page) ?? this.#assemble(pageStart, Math.min(pageSize, this.byteLength - pageStart)).slice();
        const from = Math.max(start, pageStart);
        const to = Math.min(start + copy.length, pageStart + target.length);
        target.set(copy.subarray(from - start, to - start), from - pageStart);
        this.#written.set(page, target);
      }
      done();
      this.#closed();
    };
    const wholeStart = firstPage * pageSize;
    const wholeLength = Math.min((lastPage + 1) * pageSize, this.byteLength) - wholeStart;
    this.#open++;
    this.#readChunks(wholeStart, wholeLength).then(write, () => {
      // As in `get`.
    });
  }

  get_buffer(done: (buffer: undefined) => void): void {
    done(undefined);
  }

  get_state(): unknown[] {
    return [[...this.#written].map(([page, bytes]) => [page, bytes])];
  }

  /** Another machine has the disk now: what the one before still waits for is answered no more. */
  set_state(state: unknown[]): void {
    this.#era++;
    this.#open = 0;
    this.#tellIdle();
    this.#written.clear();
    const pages = state[0];
    if (!Array.isArray(pages)) return;
    for (const entry of pages as unknown[]) {
      if (Array.isArray(entry) && typeof entry[0] === "number" && entry[1] instanceof Uint8Array)
        this.#written.set(entry[0], entry[1].slice());
    }
  }

  /** Fetches chunks that will be wanted, one after the other, without unpacking them. Failures are left for the real read. */
  async prefetch(chunks: readonly number[]): Promise<void> {
    for (const chunk of chunks) {
      if (this.#abort.signal.aborted) return;
      await this.#fetchChunk(chunk);
    }
  }

  /** Tries at once what waits for its next attempt. */
  retry(): void {
    for (const wake of this.#wakeRetries) wake();
  }

  dispose(): void {
    this.#abort.abort();
    this.#tellIdle();
    this.retry();
    this.#stall.dispose();
    this.#plain.clear();
    this.#compressed.clear();
    this.#written.clear();
  }

  #closed(): void {
    this.#open--;
    if (this.#open === 0) this.#tellIdle();
  }

  #tellIdle(): void {
    for (const resolve of this.#whenIdle) resolve();
    this.#whenIdle.clear();
  }

  *#chunksOf(start: number, length: number): Iterable<number> {
    const size = this.#disk.chunkSize;
    for (let chunk = Math.floor(start / size); chunk * size < start + length; chunk++) yield chunk;
  }

  async #readChunks(start: number, length: number): Promise<void> {
    const chunks = [...this.#chunksOf(start, length)];
    const parts = await Promise.all(chunks.map((chunk) => this.#fetchChunk(chunk)));
    chunks.forEach((chunk, i) => {
      this.#keep(chunk, this.#plain.get(chunk) ?? this.#unpack(chunk, parts[i] as Uint8Array));
    });
  }

  #unpack(chunk: number, compressed: Uint8Array): Uint8Array {
    const size = this.#disk.chunkSize;
    return this.#decompress(compressed, Math.min(size, this.#disk.size - chunk * size));
  }

  #keep(chunk: number, bytes: Uint8Array): void {
    this.#plain.delete(chunk);
    this.#plain.set(chunk, bytes);
    for (const oldest of this.#plain.keys()) {
      if (this.#plain.size <= cachedChunks) break;
      this.#plain.delete(oldest);
    }
  }

  #assemble(start: number, length: number): Uint8Array {
    const size = this.#disk.chunkSize;
    const out = new Uint8Array(length);
    for (const chunk of this.#chunksOf(start, length)) {
      const bytes = this.#plain.get(chunk);
      if (!bytes) throw new Error(`chunk ${chunk} is not at hand`);
      const from = Math.max(start, chunk * size);
      const to = Math.min(start + length, chunk * size + bytes.length);
      if (to > from) out.set(bytes.subarray(from - chunk * size, to - chunk * size), from - start);
    }
    if (this.#written.size > 0) this.#overlayWritten(out, start);
    return out;
  }

  #overlayWritten(out: Uint8Array, start: number): void {
    const end = start + out.length;
    for (let page = Math.floor(start / pageSize); page * pageSize < end; page++) {
      const bytes = this.#written.get(page);
      if (!bytes) continue;
      const from = Math.max(start, page * pageSize);
      const to = Math.min(end, page * pageSize + bytes.length);
      out.set(bytes.subarray(from - page * pageSize, to - page * pageSize), from - start);
    }
  }

  #fetchChunk(chunk: number): Promise<Uint8Array> {
    let fetching = this.#compressed.get(chunk);
    if (!fetching) {
      fetching = this.#fetchUntilThere(chunk);
      this.#compressed.set(chunk, fetching);
    }
    return fetching;
  }

  async #fetchUntilThere(chunk: number): Promise<Uint8Array> {
    const file = this.#disk.chunks[chunk];
    if (!file)
      throw new LabError("bad-state", "The machine wanted a part of its disk that does not exist. Start over.", {
        detail: `chunk ${chunk}`,
      });
    let error: LabError | undefined;
    const late = setTimeout(() => this.#setStalled(chunk, error ?? notComing()), stallMs);
    try {
      for (let attempt = 0; !this.#abort.signal.aborted; attempt++) {
        try {
          const bytes = await readChecked(this.#source, file, { signal: this.#abort.signal });
          this.#fetched++;
          return bytes;
        } catch (cause) {
          error =
            cause instanceof LabError
              ? cause
              : new LabError("fetch-failed", "A part of the machine's disk could not be fetched.", { cause });
          if (attempt > 0) this.#setStalled(chunk, error);
          await this.#waitForRetry(retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] as number);
        }
      }
      throw new LabError("disposed", "The machine was switched off.");
    } finally {
      clearTimeout(late);
      if (this.#stalled.delete(chunk) && this.#stalled.size === 0) this.#stall.fire(undefined);
    }
  }

  #setStalled(chunk: number, error: LabError): void {
    this.#stalled.add(chunk);
    this.#stall.fire(error);
  }

  #waitForRetry(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wakeRetries.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wakeRetries.add(wake);
      if (this.#abort.signal.aborted) wake();
    });
  }
}

function notComing(): LabError {
  return new LabError(
    "fetch-failed",
    "The machine waits for a part of its disk. Check the connection; it goes on by itself when the part has come.",
  );
}
