import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { concatBytes } from "../core/bytes.ts";
import { encodeFrame, type Frame, FrameDecoder, fragmentMessage, maxHostFrame, maxHostMessage } from "./frame.ts";

interface GoldenCase {
  readonly name: string;
  readonly to: "guest" | "host";
  readonly hex: string;
  readonly valid: boolean;
  readonly type: number;
  readonly more: boolean;
  readonly seq: number;
  readonly id: number;
  readonly payloadHex: string;
  readonly stream?: ReadonlyArray<{ readonly type: number; readonly seq: number; readonly id: number }>;
}

const golden = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../test/fixtures/frames.json"), "utf8"),
) as readonly GoldenCase[];
const frames = golden.filter(({ valid, stream }) => valid && !stream);
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

function frameOf({ type, more, seq, id, payloadHex }: GoldenCase): Frame {
  return { type, more, seq, id, payload: bytesOf(payloadHex) };
}

describe("the golden frames, which the guest's tests read too", () => {
  test("there are some of each kind", () => {
    expect(frames.length).toBeGreaterThan(25);
    expect(golden.filter(({ valid }) => !valid).length).toBeGreaterThan(5);
    expect(golden.filter(({ stream }) => stream).length).toBeGreaterThan(3);
  });

  test.each(frames)("$name: written as they are", (golden) => {
    expect(Buffer.from(encodeFrame(frameOf(golden))).toString("hex")).toBe(golden.hex);
  });

  test.each(frames)("$name: read as they are", (golden) => {
    const decoder = new FrameDecoder();
    expect(decoder.push(bytesOf(golden.hex))).toEqual([frameOf(golden)]);
    expect(decoder.skippedBytes).toBe(0);
  });

  test.each(golden.filter(({ valid, hex, name }) => !valid && hex !== "" && !name.startsWith("a byte longer")))(
    "no frame comes of: $name",
    ({ hex }) => {
      expect(new FrameDecoder().push(bytesOf(hex))).toEqual([]);
    },
  );

  test.each(golden.filter(({ stream }) => stream))("a stream: $name", ({ hex, stream }) => {
    const read = new FrameDecoder().push(bytesOf(hex));
    expect(read.map(({ type, seq, id }) => ({ type, seq, id }))).toEqual(stream);
  });
});

test("frames come out the same, however the stream is cut, and whatever lies between them", () => {
  const random = generator(7);
  const wanted = frames.filter(({ to }) => to === "host").map(frameOf);
  for (let round = 0; round < 20; round++) {
    const noise = () => Uint8Array.from({ length: random(30) }, () => [0x4e, 0x4d, 0x00, random(256)][random(4)] ?? 0);
    const stream = concatBytes(wanted.flatMap((frame) => [encodeFrame(frame), noise()]));
    const decoder = new FrameDecoder();
    const read: Frame[] = [];
    for (let at = 0; at < stream.length; ) {
      const end = Math.min(stream.length, at + 1 + random(700));
      read.push(...decoder.push(stream.subarray(at, end)));
      at = end;
    }
    expect(read).toEqual(wanted);
  }
});

test("what was read stays as it was when the buffer it came in is used again", () => {
  const bytes = encodeFrame({ type: 4, more: false, seq: 1, id: 2, payload: Uint8Array.of(1, 2, 3) });
  const [frame] = new FrameDecoder().push(bytes);
  bytes.fill(0);
  expect(frame?.payload).toEqual(Uint8Array.of(1, 2, 3));
});

describe("a message in fragments", () => {
  test("fits the port, counts on and can be put together", () => {
    const payload = Uint8Array.from({ length: 10_000 }, (_, i) => i);
    const parts = fragmentMessage(0x1c, 9, 0xffff_ffff, payload);
    expect(parts.map(({ more }) => more)).toEqual([true, true, false]);
    expect(parts.map(({ seq }) => seq)).toEqual([0xffff_ffff, 0, 1]);
    expect(parts.every(({ type, id }) => type === 0x1c && id === 9)).toBe(true);
    expect(Math.max(...parts.map((part) => encodeFrame(part).length))).toBe(maxHostFrame);
    expect(concatBytes(parts.map((part) => part.payload))).toEqual(payload);
  });

  test("is one frame when it is empty or just fits", () => {
    expect(fragmentMessage(2, 1, 1, new Uint8Array(0))).toHaveLength(1);
    expect(fragmentMessage(2, 1, 1, new Uint8Array(maxHostFrame - 20))).toHaveLength(1);
    expect(fragmentMessage(2, 1, 1, new Uint8Array(maxHostFrame - 19))).toHaveLength(2);
  });

  test("is refused when the guest would refuse it", () => {
    expect(() => fragmentMessage(2, 1, 1, new Uint8Array(maxHostMessage + 1))).toThrow(RangeError);
  });
});

/** A small linear generator: the same rounds on every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
