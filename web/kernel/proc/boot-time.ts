import { byteLines } from "../byte-string.ts";
import { decimal } from "../numbers.ts";

/** `btime` of `/proc/stat` (proc_stat(5)): when the machine booted by its wall clock, seconds since the epoch. */
export function parseBootTime(bytes: Uint8Array): number | undefined {
  const line = byteLines(bytes).find((text) => text.startsWith("btime "));
  return decimal(line?.slice("btime ".length).trim());
}
