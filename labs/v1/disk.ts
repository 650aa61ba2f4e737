import type { Findings, Inquiry } from "../../web/lab/inquiry.ts";
import { neededProbe } from "../../web/lab/inquiry.ts";

export const disk = "/dev/sda";

/** PID 1 sends somebody into a cgroup who tries to read the disk there. `directory`: of the group, as PID 1 can open it. */
export function askDisk(key: string, directory: string): Inquiry {
  return { kind: "probe", key, argv: ["sh", "-c", `echo $$ > "$0/cgroup.procs" && exec head -c 1 ${disk}`, directory] };
}

/** What came of it: true for EPERM. Throws `Unseen` when it could not be tried. */
export function diskRefused(found: Findings, key: string): boolean {
  return neededProbe(found, key).errors.includes("Operation not permitted");
}

/** In the words of the program that tried: "can be opened", or why not. */
export function diskAnswer(found: Findings, key: string): string {
  const { status, errors } = neededProbe(found, key);
  return status === 0 ? `${disk} can be opened` : `the attempt ended so: ${errors.trim()}`;
}
