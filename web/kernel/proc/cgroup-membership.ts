import { byteLines, textOf } from "../byte-string.ts";

export interface CgroupMembership {
  /** The path of the `0::` line. */
  readonly v2: string | undefined;
  /** Controllers as shown (`cpu,cpuacct`, `name=systemd`) to path. */
  readonly v1: ReadonlyMap<string, string>;
}

/**
 * `/proc/PID/cgroup` (cgroups(7)): `hierarchy:controllers:path`. A path may hold colons; a removed group's ends in " (deleted)".
 */
export function parseCgroupMembership(bytes: Uint8Array): CgroupMembership {
  let v2: string | undefined;
  const v1 = new Map<string, string>();
  for (const line of byteLines(bytes)) {
    const [, hierarchy, controllers, path] = /^(\d+):([^:]*):(\/.*)$/s.exec(line) ?? [];
    if (controllers === undefined || path === undefined) continue;
    if (controllers !== "") v1.set(textOf(controllers), textOf(path));
    else if (hierarchy === "0") v2 = textOf(path);
  }
  return { v2, v1 };
}
