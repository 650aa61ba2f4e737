import { describe, expect, test } from "vitest";
import { attribute, message, text, u32 } from "../../../test/fixtures/kernel/netlink.ts";
import { concatBytes } from "../../core/bytes.ts";
import { parseAttributes, parseDump, u32 as readU32, u16, u64 } from "./message.ts";

const NEWLINK = 16;

describe("a dump", () => {
  test("is its messages in order, each from a multiple of four", () => {
    const dump = parseDump(concatBytes([message(NEWLINK, Uint8Array.of(1)), message(20, Uint8Array.of(2, 3, 4, 5, 6))]));
    expect(dump.messages.map(({ type, payload }) => [type, [...payload]])).toEqual([
      [16, [1]],
      [20, [2, 3, 4, 5, 6]],
    ]);
    expect(dump).toMatchObject({ errno: 0, interrupted: false, truncated: false });
  });

  test("that is empty is complete", () => {
    expect(parseDump(new Uint8Array())).toEqual({ messages: [], errno: 0, interrupted: false, truncated: false });
  });

  test.each([1, 15, 17, 19, 21, 39])("cut after %i bytes is known to be cut", (length) => {
    const whole = concatBytes([message(NEWLINK, new Uint8Array(4)), message(NEWLINK, new Uint8Array(4))]);
    expect(parseDump(whole.slice(0, length)).truncated).toBe(true);
  });

  test.each([0, 15, 0xffffffff, 0x80000000])("with a message of length %i ends there", (length) => {
    const bytes = message(NEWLINK, new Uint8Array(4));
    bytes.set(u32(length));
    expect(parseDump(bytes)).toMatchObject({ messages: [], truncated: true });
  });

  test("says when the kernel refused it, in either form, and when its tables changed meanwhile", () => {
    expect(parseDump(message(2, u32(-95 >>> 0))).errno).toBe(95);
    expect(parseDump(message(3, u32(-4 >>> 0))).errno).toBe(4);
    expect(parseDump(message(NEWLINK, new Uint8Array(16), 0x12)).interrupted).toBe(true);
  });
});

describe("attributes", () => {
  test("are found by type, whatever the flags in its upper bits", () => {
    const attributes = parseAttributes(
      concatBytes([attribute(3, text("eth0")), attribute(18 | 0x8000, attribute(1, text("veth")))]),
    );
    expect([...(attributes.get(3) ?? [])]).toEqual([...text("eth0")]);
    expect([...(parseAttributes(attributes.get(18) ?? new Uint8Array()).get(1) ?? [])]).toEqual([...text("veth")]);
  });

  test("may be empty", () => {
    expect(parseAttributes(attribute(7)).get(7)?.length).toBe(0);
  });

  test.each([0, 1, 3, 9, 0xffff])("of length %i in eight bytes end the walk before them", (length) => {
    const bytes = concatBytes([attribute(1, u32(5)), Uint8Array.of(length & 0xff, length >> 8, 2, 0, 0, 0, 0, 0)]);
    expect([...parseAttributes(bytes).keys()]).toEqual([1]);
  });

  test("nested ones cannot reach beyond the one they are in", () => {
    const inner = Uint8Array.of(12, 0, 1, 0, 9, 9, 9, 9);
    const attributes = parseAttributes(concatBytes([attribute(18, inner), attribute(3, text("secret"))]));
    expect(parseAttributes(attributes.get(18) ?? new Uint8Array()).size).toBe(0);
  });

  test("that are shorter than what they should hold have no value", () => {
    expect(u16(Uint8Array.of(1))).toBeUndefined();
    expect(readU32(Uint8Array.of(1, 0, 0))).toBeUndefined();
    expect(u64(new Uint8Array(15), 8)).toBeUndefined();
    expect(readU32(Uint8Array.of(9, 9, 1, 0, 0, 0).subarray(2))).toBe(1);
  });
});
