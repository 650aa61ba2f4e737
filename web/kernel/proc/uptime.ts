import { byteString } from "../byte-string.ts";

/** `/proc/uptime` (proc_uptime(5)): seconds since boot, to the hundredth. */
export function parseUptime(bytes: Uint8Array): number | undefined {
  const [, seconds] = /^(\d{1,12}(?:\.\d+)?)(?:\s|$)/.exec(byteString(bytes)) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

/** The second number of `/proc/uptime`: seconds for which the CPU had nothing to do. */
export function parseIdleTime(bytes: Uint8Array): number | undefined {
  const [, seconds] = /^[\d.]+ (\d{1,12}(?:\.\d+)?)(?:\s|$)/.exec(byteString(bytes)) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
