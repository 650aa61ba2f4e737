import { describe, expect, test } from "vitest";
import {
  allCapabilities,
  capabilitiesIn,
  capabilityNames,
  capabilitySet,
  hasCapability,
  parseCapabilities,
} from "./capabilities.ts";

describe("capabilities", () => {
  test("there are 41, and bits are those of linux/capability.h", () => {
    expect(allCapabilities).toBe(0x1ffffffffffn);
    expect(new Set(capabilityNames).size).toBe(41);
    expect([0, 12, 21, 31, 32, 40].map((bit) => capabilityNames[bit])).toEqual([
      "cap_chown",
      "cap_net_admin",
      "cap_sys_admin",
      "cap_setfcap",
      "cap_mac_override",
      "cap_checkpoint_restore",
    ]);
  });

  test("Docker's default set is the fourteen it documents", () => {
    expect(capabilitiesIn(parseCapabilities("00000000a80425fb") ?? 0n)).toEqual([
      "cap_chown",
      "cap_dac_override",
      "cap_fowner",
      "cap_fsetid",
      "cap_kill",
      "cap_setgid",
      "cap_setuid",
      "cap_setpcap",
      "cap_net_bind_service",
      "cap_net_raw",
      "cap_sys_chroot",
      "cap_mknod",
      "cap_audit_write",
      "cap_setfcap",
    ]);
  });

  test("a set made of names has those and no others", () => {
    const set = capabilitySet("cap_net_admin", "cap_bpf");
    expect(capabilitiesIn(set)).toEqual(["cap_net_admin", "cap_bpf"]);
    expect(hasCapability(set, "cap_bpf")).toBe(true);
    expect(hasCapability(set, "cap_net_raw")).toBe(false);
  });

  test("a bit that has no name yet is shown by its number", () => {
    expect(capabilitiesIn(1n << 41n)).toEqual(["41"]);
  });

  test.each(["", "0x1", "g", "00000000000000001", "-1"])("%j is no mask", (text) => {
    expect(parseCapabilities(text)).toBeUndefined();
  });
});
