import { expect, test } from "vitest";
import { ByteReader, ByteWriter, decodeText } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { Emitter, nextEvent } from "./emitter.ts";

test("what is written is read back, over the buffer's growth", () => {
  const bytes = new ByteWriter()
    .u8(255)
    .u16(65_535)
    .u32(0xffff_ffff)
    .i32(-1)
    .u64(2n ** 64n - 1n)
    .i64(-(2n ** 63n))
    .lp("é")
    .bytes(new Uint8Array(5000).fill(7))
    .finish();
  const reader = new ByteReader(bytes);
  expect([reader.u8(), reader.u16(), reader.u32(), reader.i32(), reader.u64(), reader.i64()]).toEqual([
    255,
    65_535,
    0xffff_ffff,
    -1,
    2n ** 64n - 1n,
    -(2n ** 63n),
  ]);
  expect(decodeText(reader.lp())).toBe("é");
  expect(reader.rest()).toEqual(new Uint8Array(5000).fill(7));
});

test("reading past the end throws, a length that lies does too", () => {
  expect(() => new ByteReader(Uint8Array.of(1, 2, 3)).u32()).toThrow(RangeError);
  expect(() => new ByteReader(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1)).lp()).toThrow(RangeError);
});

test("text that is not UTF-8 loses nothing and merges with no other", () => {
  expect(decodeText(Uint8Array.of(0x61, 0xff, 0xc3))).toBe("a\\xff\\xc3");
  expect(decodeText(new TextEncoder().encode("naïve"))).toBe("naïve");
});

test("the checksum is zlib's, over parts as over the whole", () => {
  const text = new TextEncoder().encode("123456789");
  expect(crc32(text)).toBe(0xcbf43926);
  expect(crc32(text.subarray(0, 4), text.subarray(4))).toBe(0xcbf43926);
});

test("a listener that throws keeps no other from hearing", () => {
  const emitter = new Emitter<number>();
  const heard: number[] = [];
  emitter.event(() => {
    throw new Error("trouble");
  });
  emitter.event((value) => heard.push(value));
  expect(() => emitter.fire(1)).toThrow("trouble");
  expect(heard).toEqual([1]);
});

test("an event waited for comes, or its absence is told by name", async () => {
  const emitter = new Emitter<number>();
  const third = nextEvent(emitter.event, (value) => value === 3, 1000, "Three");
  for (const value of [1, 2, 3, 4]) emitter.fire(value);
  expect(await third).toBe(3);
  await expect(nextEvent(emitter.event, () => true, 1, "A fourth")).rejects.toThrow("A fourth did not happen within 1 ms.");
});
