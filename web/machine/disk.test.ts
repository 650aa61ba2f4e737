import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { crc32 } from "../core/crc32.ts";
import { LabError } from "../core/errors.ts";
import type { AssetSource, ReadOptions } from "./assets.ts";
import { ChunkedDisk, type DiskStall } from "./disk.ts";

const chunkSize = 8192;
/** Not a whole number of chunks, nor of pages. */
const size = 3 * chunkSize + 5000;

const whole = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
const chunks = [0, 1, 2, 3].map((n) => whole.slice(n * chunkSize, (n + 1) * chunkSize));
const layout = {
  size,
  chunkSize,
  chunks: chunks.map((bytes, n) => ({ file: `disk${n}`, size: bytes.length, crc32: crc32(bytes) })),
  wanted: [],
};

/** Chunks as they are (nothing is compressed here), but for what `serve` says. */
class Source implements AssetSource {
  readonly asked: Array<{ file: string; fresh: boolean }> = [];
  serve: (file: string) => Uint8Array | Promise<never> | undefined = () => undefined;

  async read(file: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer>> {
    this.asked.push({ file, fresh: options?.fresh === true });
    const bytes = (await this.serve(file)) ?? chunks[Number(file.slice(4))];
    if (!bytes) throw new LabError("fetch-failed", "There is no such chunk.");
    return new Uint8Array(bytes);
  }

  files(): string[] {
    return this.asked.map(({ file }) => file);
  }
}

let source: Source;
let disk: ChunkedDisk;
let stalls: DiskStall[];

function openDisk(): ChunkedDisk {
  return new ChunkedDisk(layout, source, (compressed) => compressed);
}

beforeEach(() => {
  vi.useFakeTimers();
  source = new Source();
  disk = openDisk();
  stalls = [];
  disk.onStall((stall) => stalls.push(stall));
});

afterEach(() => {
  disk.dispose();
  vi.useRealTimers();
});

const read = (start: number, length: number, from = disk) =>
  new Promise<Uint8Array>((resolve) => {
    from.get(start, length, resolve);
  });
const write = (start: number, bytes: Uint8Array, to = disk) =>
  new Promise<void>((resolve) => {
    to.set(start, bytes, resolve);
  });
const notFound = () => Promise.reject(new LabError("fetch-failed", "It could not be fetched. Check the connection."));

describe("reading", () => {
  test.each([
    [0, 512],
    [chunkSize - 512, 1024],
    [chunkSize, chunkSize],
    [1, size - 1],
    [3 * chunkSize, 5000],
  ])("from %i, %i bytes: the disk's", async (start, length) => {
    expect(await read(start, length)).toEqual(whole.slice(start, start + length));
  });

  test("fetches the chunks it touches, once", async () => {
    await Promise.all([read(chunkSize + 10, 10), read(2 * chunkSize - 10, 20), read(chunkSize, 1)]);
    await read(chunkSize, chunkSize);
    expect(source.files()).toEqual(["disk1", "disk2"]);
    expect(disk.fetchedChunks).toBe(2);
  });

  test("answers at once what is at hand, and nothing else", async () => {
    expect(disk.get_from_cache(0, 512)).toBeUndefined();
    await read(0, 512);
    expect(disk.get_from_cache(512, 512)).toEqual(whole.slice(512, 1024));
    expect(disk.get_from_cache(chunkSize - 1, 2)).toBeUndefined();
  });
});

describe("writing", () => {
  test("is read back, across pages and chunks, and leaves its neighbours", async () => {
    const bytes = new Uint8Array(9000).fill(0xee);
    await write(4000, bytes);
    const expected = whole.slice();
    expected.set(bytes, 4000);
    expect(await read(0, size)).toEqual(expected);
  });

  test("at the very end of a disk that ends within a page", async () => {
    await write(size - 3, Uint8Array.of(1, 2, 3));
    expect(await read(size - 4, 4)).toEqual(Uint8Array.of(whole[size - 4] as number, 1, 2, 3));
  });

  test("keeps what was written then, whatever the caller does to its buffer", async () => {
    const bytes = new Uint8Array(512).fill(7);
    const written = write(0, bytes);
    bytes.fill(9);
    await written;
    expect((await read(0, 1))[0]).toBe(7);
  });

  test("outlives the chunks' being put away", async () => {
    await write(100, Uint8Array.of(1, 2, 3));
    for (let round = 0; round < 3; round++) for (let n = 0; n < 4; n++) await read(n * chunkSize, 10);
    expect((await read(100, 3)).join()).toBe("1,2,3");
  });
});

test("what was written goes into a state and comes out of it, and nothing else does", async () => {
  await write(4090, new Uint8Array(20).fill(0xab));
  // As v86 does: it copies what it is given there and then.
  const state = structuredClone(disk.get_state());
  await write(0, Uint8Array.of(0xff));
  const other = openDisk();
  other.set_state(state);
  const expected = whole.slice();
  expected.fill(0xab, 4090, 4110);
  expect(await read(0, size, other)).toEqual(expected);
  other.set_state([[]]);
  expect(await read(0, size, other)).toEqual(whole);
  other.dispose();
});

describe("a chunk that does not come", () => {
  test("damaged: is asked for again, past every cache, and nobody notices", async () => {
    let served = 0;
    source.serve = (file) => (file === "disk1" && served++ === 0 ? Uint8Array.of(1, 2, 3) : undefined);
    expect(await read(chunkSize, 4)).toEqual(whole.slice(chunkSize, chunkSize + 4));
    expect(source.asked).toEqual([
      { file: "disk1", fresh: false },
      { file: "disk1", fresh: true },
    ]);
    expect(stalls).toEqual([]);
  });

  test("not found: the read waits, the stall is told with its error, and told to be over when it has come", async () => {
    source.serve = notFound;
    const reading = read(0, 512);
    await vi.advanceTimersByTimeAsync(3000);
    expect(stalls.at(-1)).toMatchObject({ code: "fetch-failed", userMessage: "It could not be fetched. Check the connection." });
    source.serve = () => undefined;
    await vi.advanceTimersByTimeAsync(8000);
    expect(await reading).toEqual(whole.slice(0, 512));
    expect(stalls.at(-1)).toBeUndefined();
  });

  test("not found once: the read waits a moment, and there is no stall", async () => {
    let served = 0;
    source.serve = () => (served++ === 0 ? notFound() : undefined);
    const reading = read(0, 512);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await reading).toHaveLength(512);
    expect(stalls).toEqual([]);
  });

  test("silent: the stall is told after a while, and says what to do", async () => {
    source.serve = () => new Promise(() => undefined);
    disk.get(0, 512, () => undefined);
    await vi.advanceTimersByTimeAsync(2000);
    expect(stalls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(stalls).toMatchObject([{ code: "fetch-failed", userMessage: expect.stringContaining("Check the connection") }]);
  });

  test("two of them: the stall is over when both have come", async () => {
    const missing = new Set(["disk0", "disk1"]);
    source.serve = (file) => (missing.has(file) ? notFound() : undefined);
    const reading = read(0, 2 * chunkSize);
    await vi.advanceTimersByTimeAsync(3000);
    missing.delete("disk0");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stalls.at(-1)).toBeDefined();
    missing.delete("disk1");
    await vi.advanceTimersByTimeAsync(10_000);
    await reading;
    expect(stalls.at(-1)).toBeUndefined();
  });

  test("is asked for at once by a retry", async () => {
    source.serve = notFound;
    const reading = read(0, 512);
    await vi.advanceTimersByTimeAsync(60_000);
    source.serve = () => undefined;
    disk.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(await reading).toHaveLength(512);
  });

  test("is asked for more and more rarely, and not at all once the disk is disposed", async () => {
    source.serve = notFound;
    disk.get(0, 512, () => expect.unreachable());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(source.asked.length).toBeLessThan(15);
    disk.dispose();
    const asked = source.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(source.asked).toHaveLength(asked);
  });
});

test("prefetching unpacks nothing and asks for nothing twice", async () => {
  await disk.prefetch([2, 0]);
  expect(source.files()).toEqual(["disk2", "disk0"]);
  expect(disk.get_from_cache(0, 1)).toBeUndefined();
  await read(0, 10);
  expect(source.files()).toEqual(["disk2", "disk0"]);
});
