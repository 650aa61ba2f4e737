import { capabilitiesIn } from "../kernel/capabilities.ts";
import type { Process } from "../kernel/snapshot.ts";
import type { Evidence } from "./verdict.ts";

export { allCapabilities, type CapabilityName, capabilitiesIn, capabilityNames, capabilitySet } from "../kernel/capabilities.ts";

/** As `/proc/PID/status` prints a set: `0000000000001000`. */
export function maskText(mask: bigint): string {
  return mask.toString(16).padStart(16, "0");
}

/** `cap_net_admin`, `cap_kill and 3 more`, `none`. */
export function capabilitiesText(mask: bigint): string {
  const names = capabilitiesIn(mask);
  if (names.length === 0) return "none";
  return names.length <= 4 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** All five sets of a process. */
export function capabilityEvidence({ pid, name, capabilities }: Process): Evidence[] {
  const { inheritable, permitted, effective, bounding, ambient } = capabilities;
  const sets = { CapInh: inheritable, CapPrm: permitted, CapEff: effective, CapBnd: bounding, CapAmb: ambient };
  return Object.entries(sets).map(([set, mask]) => ({
    path: `/proc/${pid}/status`,
    value: `${set}: ${maskText(mask)}`,
    note: `${name}: ${capabilitiesText(mask)}`,
  }));
}

/** What a file gives to whoever executes it (capabilities(7), "File capabilities"). */
export interface FileCapabilities {
  readonly permitted: bigint;
  readonly inheritable: bigint;
  /** They are effective at once: for programs that don't know of capabilities. */
  readonly effective: boolean;
  /** They count only in user namespaces whose root is this uid of the host's; 0 is the host's own. */
  readonly rootId: number;
}

/** The extended attribute `security.capability`: `struct vfs_cap_data`, revision 2 or 3. Undefined for what is none. */
export function parseFileCapabilities(data: Uint8Array): FileCapabilities | undefined {
  if (data.length < 20) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const word = (index: number) => BigInt(view.getUint32(4 * index, true));
  const revision = view.getUint32(0, true) >>> 24;
  if (revision !== 2 && revision !== 3) return undefined;
  return {
    permitted: word(1) | (word(3) << 32n),
    inheritable: word(2) | (word(4) << 32n),
    effective: (view.getUint32(0, true) & 1) === 1,
    rootId: data.length >= 24 ? view.getUint32(20, true) : 0,
  };
}
