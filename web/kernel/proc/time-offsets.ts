import { byteLines } from "../byte-string.ts";
import { decimal } from "../numbers.ts";
import type { Process } from "../snapshot.ts";

/**
 * `/proc/PID/timens_offsets` (time_namespaces(7)): a clock, seconds (may be negative), nanoseconds. Clocks it doesn't know are
 * passed over.
 */
export function parseTimeOffsets(bytes: Uint8Array): Process["timeOffsets"] | undefined {
  const offsets: { -readonly [Clock in keyof Process["timeOffsets"]]: Process["timeOffsets"][Clock] } = {};
  for (const line of byteLines(bytes)) {
    const [clock, secondsText = "", nanosecondsText] = line.trim().split(/\s+/);
    if (clock !== "monotonic" && clock !== "boottime") continue;
    const nanoseconds = decimal(nanosecondsText);
    if (!/^-?\d{1,19}$/.test(secondsText) || nanoseconds === undefined) return undefined;
    offsets[clock] = { seconds: BigInt(secondsText), nanoseconds };
  }
  return offsets;
}
