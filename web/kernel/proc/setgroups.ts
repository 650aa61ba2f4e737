import { byteString } from "../byte-string.ts";

/** `/proc/PID/setgroups` (user_namespaces(7)). */
export function parseSetgroups(bytes: Uint8Array): "allow" | "deny" | undefined {
  const word = byteString(bytes).trim();
  return word === "allow" || word === "deny" ? word : undefined;
}
