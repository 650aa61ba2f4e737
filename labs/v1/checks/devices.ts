import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { askDisk, disk, diskAnswer, diskRefused } from "../disk.ts";
import { askGroups, groupsFound, hierarchyOf } from "../hierarchy.ts";

/** So many groups are tried. */
const most = 6;

interface Place {
  readonly path: string;
  readonly process: Process;
}

export function askDevices(context: InquiryContext): Inquiry[] {
  const hierarchy = hierarchyOf(context.now, "devices");
  if (!hierarchy) return [];
  return [
    askGroups("lists", hierarchy, ["devices.list"]),
    ...places(context).map(({ path }) => askDisk(path, `${hierarchy.directory}${path}`)),
  ];
}

/** Somebody is in a group of version 1 from which the disk can't be opened. */
export const devices: Check = (context) => {
  const { now, found } = context;
  const hierarchy = hierarchyOf(now, "devices");
  if (!hierarchy) return fail("devices is not mounted: it is in version 1 only.", undefined);
  const inside = places(context);
  const groups = groupsFound(found, "lists", hierarchy);
  const list = (path: string) =>
    groups.find((group) => group.path === `${hierarchy.mountPoint}${path}`)?.files.get("devices.list") ?? "";
  const done = inside.find(({ path }) => diskRefused(found, path));
  if (done) {
    return pass(
      { path: disk, value: "EPERM", note: `tried in ${hierarchy.mountPoint}${done.path}` },
      { path: `${hierarchy.mountPoint}${done.path}/devices.list`, value: list(done.path) },
      { path: `/proc/${done.process.pid}/cgroup`, value: `devices:${done.path}`, note: done.process.name },
    );
  }
  const [open] = inside;
  if (open) {
    return fail(
      `In ${hierarchy.mountPoint}${open.path} (process ${nameOf(open.process)}) ${diskAnswer(found, open.path)}.`,
      `Say what is denied, type and numbers and which of read, write, mknod: \`echo 'b 8:0 rwm' > ${hierarchy.mountPoint}${open.path}/devices.deny\`. File permissions don't count for root.`,
      [{ path: `${hierarchy.mountPoint}${open.path}/devices.list`, value: list(open.path) }],
    );
  }
  const group = groups.find(({ path }) => path !== hierarchy.mountPoint);
  return fail(
    group ? `${group.path} is there, and nobody is in it.` : `${hierarchy.mountPoint} has no group but its root.`,
    group && `Go in: \`echo $$ > ${group.path}/cgroup.procs\`.`,
  );
};

/** Groups with somebody in them, below the root. */
function places(context: InquiryContext): Place[] {
  const found = new Map<string, Place>();
  for (const process of learnersProcesses(context.now, context)) {
    const [, path = "/"] = [...process.cgroupsV1].find(([controllers]) => controllers.split(",").includes("devices")) ?? [];
    if (path !== "/") found.set(path, { path, process });
  }
  return [...found.values()].slice(0, most);
}
