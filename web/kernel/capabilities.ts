/**
 * Linux capabilities by bit (capabilities(7), include/uapi/linux/capability.h), spelled as capsh(1) and getpcaps(8) print them.
 */
export const capabilityNames = [
  "cap_chown",
  "cap_dac_override",
  "cap_dac_read_search",
  "cap_fowner",
  "cap_fsetid",
  "cap_kill",
  "cap_setgid",
  "cap_setuid",
  "cap_setpcap",
  "cap_linux_immutable",
  "cap_net_bind_service",
  "cap_net_broadcast",
  "cap_net_admin",
  "cap_net_raw",
  "cap_ipc_lock",
  "cap_ipc_owner",
  "cap_sys_module",
  "cap_sys_rawio",
  "cap_sys_chroot",
  "cap_sys_ptrace",
  "cap_sys_pacct",
  "cap_sys_admin",
  "cap_sys_boot",
  "cap_sys_nice",
  "cap_sys_resource",
  "cap_sys_time",
  "cap_sys_tty_config",
  "cap_mknod",
  "cap_lease",
  "cap_audit_write",
  "cap_audit_control",
  "cap_setfcap",
  "cap_mac_override",
  "cap_mac_admin",
  "cap_syslog",
  "cap_wake_alarm",
  "cap_block_suspend",
  "cap_audit_read",
  "cap_perfmon",
  "cap_bpf",
  "cap_checkpoint_restore",
] as const;
export type CapabilityName = (typeof capabilityNames)[number];

/** Every capability of this kernel: `1ffffffffff`. */
export const allCapabilities: bigint = (1n << BigInt(capabilityNames.length)) - 1n;

/** A mask as `/proc/PID/status` prints it, 16 hexadecimal digits; fewer are fine. */
export function parseCapabilities(hex: string): bigint | undefined {
  return /^[0-9a-f]{1,16}$/i.test(hex) ? BigInt(`0x${hex}`) : undefined;
}

/** Names of the set bits in order; a bit without a name is its number, as capsh --decode has it. */
export function capabilitiesIn(mask: bigint): string[] {
  const names: string[] = [];
  for (let bit = 0; bit < 64; bit++) {
    if (((mask >> BigInt(bit)) & 1n) === 1n) names.push(capabilityNames[bit] ?? String(bit));
  }
  return names;
}

export function hasCapability(mask: bigint, name: CapabilityName): boolean {
  return (mask & capabilityBit(name)) !== 0n;
}

/** The mask of exactly these: `capabilitySet("cap_net_admin", "cap_chown")`. */
export function capabilitySet(...names: readonly CapabilityName[]): bigint {
  return names.reduce((mask, name) => mask | capabilityBit(name), 0n);
}

function capabilityBit(name: CapabilityName): bigint {
  return 1n << BigInt(capabilityNames.indexOf(name));
}
