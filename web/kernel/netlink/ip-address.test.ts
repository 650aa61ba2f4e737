import { describe, expect, test } from "vitest";
import { ipText } from "./ip-address.ts";

function bytes(groups: string): Uint8Array {
  return Uint8Array.from(
    groups.split(" ").flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  );
}

describe("IP addresses as text", () => {
  test.each([
    ["2001 db8 0 0 0 0 0 1", "2001:db8::1"],
    ["0 0 0 0 0 0 0 0", "::"],
    ["0 0 0 0 0 0 0 1", "::1"],
    ["fe80 0 0 0 0 0 0 0", "fe80::"],
    ["2001 db8 0 1 1 1 1 1", "2001:db8:0:1:1:1:1:1"],
    ["2001 0 0 1 0 0 0 1", "2001:0:0:1::1"],
    ["2001 db8 0 0 1 0 0 1", "2001:db8::1:0:0:1"],
    ["fd00 0 0 1 0 0 0 2", "fd00:0:0:1::2"],
    ["ABCD EF 1 2 3 4 5 6", "abcd:ef:1:2:3:4:5:6"],
    ["0 0 0 0 0 ffff c0a8 1", "::ffff:192.168.0.1"],
  ])("%s is %s (RFC 5952)", (groups, text) => {
    expect(ipText(bytes(groups))).toBe(text);
  });

  test("four bytes are IPv4, any other length is no address", () => {
    expect(ipText(Uint8Array.of(10, 0, 255, 1))).toBe("10.0.255.1");
    for (const length of [0, 3, 5, 15, 17]) expect(ipText(new Uint8Array(length)), `${length} bytes`).toBeUndefined();
    expect(ipText(undefined)).toBeUndefined();
  });
});
