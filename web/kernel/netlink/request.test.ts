import { expect, test } from "vitest";
import { addressDump, linkDump, routeDump } from "./request.ts";

test("each dump has the full header the kernel's strict checking wants", () => {
  expect([linkDump, addressDump, routeDump].map(({ type, flags, body }) => [type, flags, body.length])).toEqual([
    [18, 0x301, 16 + 8],
    [22, 0x301, 8],
    [26, 0x301, 12],
  ]);
});

test("the link dump leaves the counters in", () => {
  const RTEXT_FILTER_SKIP_STATS = 8;
  expect([...linkDump.body.subarray(16, 20)]).toEqual([8, 0, 29, 0]);
  expect((linkDump.body[20] ?? 0) & RTEXT_FILTER_SKIP_STATS).toBe(0);
});
