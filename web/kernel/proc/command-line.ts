import { byteString, textOf } from "../byte-string.ts";

/** `/proc/PID/cmdline` (proc_pid_cmdline(5)): each argument ends in NUL; a program may have overwritten it with anything. */
export function parseCommandLine(bytes: Uint8Array): string[] {
  const text = byteString(bytes);
  if (text === "") return [];
  return (text.endsWith("\0") ? text.slice(0, -1) : text).split("\0").map(textOf);
}
