import { decodeText } from "../../core/bytes.ts";

/**
 * `/proc/PID/attr/current` (proc_pid_attr(5)): `unconfined`, `docker-default (enforce)` …; undefined when the module says
 * nothing.
 */
export function parseSecurityLabel(bytes: Uint8Array): string | undefined {
  const label = decodeText(bytes).replace(/[\n\0]+$/, "");
  return label === "" ? undefined : label;
}
