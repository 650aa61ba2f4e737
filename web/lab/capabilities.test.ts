import { expect, test } from "vitest";
import type { Process } from "../kernel/snapshot.ts";
import { capabilitiesText, capabilityEvidence, capabilitySet, maskText, parseFileCapabilities } from "./capabilities.ts";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

test("masks are written as the kernel writes them, and in words", () => {
  expect(maskText(0x1000n)).toBe("0000000000001000");
  expect(maskText(0x1ffffffffffn)).toBe("000001ffffffffff");
  expect(capabilitiesText(0n)).toBe("none");
  expect(capabilitiesText(0x1000n)).toBe("cap_net_admin");
  expect(capabilitiesText(0xa80425fbn)).toBe("cap_chown, cap_dac_override and 12 more");
});

test("all five sets of a process are shown", () => {
  const capabilities = { inheritable: 0n, permitted: 1n, effective: 2n, bounding: 4n, ambient: 8n };
  const shown = capabilityEvidence({ pid: 7, name: "sh", capabilities } as Process);
  expect(shown.map(({ value }) => value)).toEqual([
    "CapInh: 0000000000000000",
    "CapPrm: 0000000000000001",
    "CapEff: 0000000000000002",
    "CapBnd: 0000000000000004",
    "CapAmb: 0000000000000008",
  ]);
  expect(shown[1]).toMatchObject({ path: "/proc/7/status", note: "sh: cap_chown" });
});

test("a file's capabilities, in both revisions, to the bit", () => {
  expect(parseFileCapabilities(bytes("0100000200200000000000000000000000000000"))).toEqual({
    permitted: capabilitySet("cap_net_raw"),
    inheritable: 0n,
    effective: true,
    rootId: 0,
  });
  expect(parseFileCapabilities(bytes("0000000300000000200000008000000000000000e8030000"))).toEqual({
    permitted: capabilitySet("cap_bpf"),
    inheritable: capabilitySet("cap_kill"),
    effective: false,
    rootId: 1000,
  });
});

test("what is no such attribute is none", () => {
  expect(parseFileCapabilities(bytes(""))).toBeUndefined();
  expect(parseFileCapabilities(bytes("0100000100200000000000000000000000000000"))).toBeUndefined();
});
