import { byteLines } from "../byte-string.ts";
import { parseCapabilities } from "../capabilities.ts";
import { allOf, decimal } from "../numbers.ts";
import type { Capabilities, Ids } from "../snapshot.ts";

export interface ProcessStatus {
  readonly pid: number;
  readonly namespacedPids: readonly number[];
  readonly uid: Ids;
  readonly gid: Ids;
  readonly groups: readonly number[];
  readonly capabilities: Capabilities;
  readonly caughtSignals: bigint;
  readonly noNewPrivs: boolean;
  readonly seccompMode: number;
  readonly seccompFilters: number;
}

/**
 * `/proc/PID/status` (proc_pid_status(5)). Unknown lines are passed over; of a repeated one the last counts, as `Name:` comes
 * first.
 */
export function parseStatus(bytes: Uint8Array): ProcessStatus | undefined {
  const lines = new Map<string, string>();
  for (const line of byteLines(bytes)) {
    const colon = line.indexOf(":");
    if (colon > 0) lines.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const numbers = (name: string): number[] | undefined => {
    const text = lines.get(name);
    return text === undefined ? undefined : allOf(text.split(/\s+/).filter(Boolean).map(decimal));
  };
  const pid = numbers("Pid")?.[0];
  const uid = idsOf(numbers("Uid"));
  const gid = idsOf(numbers("Gid"));
  const groups = numbers("Groups");
  const capabilities = capabilitiesOf(lines);
  const namespacedPids = lines.has("NSpid") ? numbers("NSpid") : pid === undefined ? undefined : [pid];
  if (pid === undefined || !uid || !gid || !groups || !capabilities || !namespacedPids || namespacedPids.length === 0)
    return undefined;
  return {
    pid,
    namespacedPids,
    uid,
    gid,
    groups,
    capabilities,
    caughtSignals: maskOf(lines.get("SigCgt")),
    noNewPrivs: numbers("NoNewPrivs")?.[0] === 1,
    seccompMode: numbers("Seccomp")?.[0] ?? 0,
    seccompFilters: numbers("Seccomp_filters")?.[0] ?? 0,
  };
}

function idsOf(numbers: readonly number[] | undefined): Ids | undefined {
  const [real, effective, saved, filesystem] = numbers ?? [];
  if (real === undefined || effective === undefined || saved === undefined || filesystem === undefined) return undefined;
  return { real, effective, saved, filesystem };
}

/** No signals, where the line is missing. */
function maskOf(digits: string | undefined): bigint {
  return digits !== undefined && /^[0-9a-f]{1,16}$/.test(digits) ? BigInt(`0x${digits}`) : 0n;
}

function capabilitiesOf(lines: ReadonlyMap<string, string>): Capabilities | undefined {
  const masks = allOf(["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"].map((name) => parseCapabilities(lines.get(name) ?? "")));
  if (!masks) return undefined;
  const [inheritable, permitted, effective, bounding, ambient] = masks as [bigint, bigint, bigint, bigint, bigint];
  return { inheritable, permitted, effective, bounding, ambient };
}
