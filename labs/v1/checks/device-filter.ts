import type { Cgroup, Snapshot } from "../../../web/kernel/snapshot.ts";
import { cgroupPath, cgroupsBelowRoot, membersOf } from "../../../web/lab/cgroups.ts";
import { type Findings, type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { fail, pass, Unseen } from "../../../web/lab/verdict.ts";
import { askDisk, disk, diskAnswer, diskRefused } from "../disk.ts";

/** So many groups are tried. */
const most = 6;

/** What bpftool-cgroup(8) says of a group. */
interface Attached {
  readonly cgroup: string;
  readonly programs: ReadonlyArray<{ readonly id: number; readonly attach_type: string; readonly name: string }>;
}

export function askFilters({ now }: InquiryContext): Inquiry[] {
  const groups = inhabited(now);
  if (cgroupsBelowRoot(now).length === 0) return [];
  return [
    { kind: "probe", key: "attached", argv: ["bpftool", "-j", "cgroup", "tree", "/sys/fs/cgroup"] },
    ...groups.map((group) => askDisk(group.path, cgroupPath(group))),
  ];
}

/** Somebody is in a group of version 2 from which the disk can't be opened, for a program that is attached to it or above. */
export const deviceFilter: Check = ({ now, found }) => {
  if (cgroupsBelowRoot(now).length === 0) return fail("There is no group of version 2 but the root.", undefined);
  const programs = attached(found);
  const above = (group: Cgroup) => programs.find(({ cgroup }) => `${cgroupPath(group)}/`.startsWith(`${cgroup}/`));
  const groups = inhabited(now);
  for (const group of groups) {
    const program = above(group);
    if (program && diskRefused(found, group.path)) {
      return pass(
        { path: `bpftool cgroup show ${program.cgroup}`, value: `program ${program.id}, ${program.type}` },
        { path: disk, value: "EPERM", note: `tried in ${cgroupPath(group)}` },
      );
    }
  }
  const open = groups.find((group) => above(group));
  if (open) {
    return fail(
      `A program is attached for ${cgroupPath(open)}, but there ${diskAnswer(found, open.path)}.`,
      `It is asked about each device by its numbers: the disk is 8:0.`,
    );
  }
  const [program] = programs;
  if (program?.cgroup === "/sys/fs/cgroup") {
    return fail(
      `Program ${program.id} is attached to the root, /sys/fs/cgroup: that is the whole machine, and nobody is in a group below it.`,
      "A container has a group of its own. `mkdir /sys/fs/cgroup/demo`, and attach it there.",
    );
  }
  if (program) {
    return fail(
      `Program ${program.id} is attached to ${program.cgroup}, and nobody is in there.`,
      `Go in: \`echo $$ > ${program.cgroup}/cgroup.procs\`.`,
    );
  }
  const [group] = groups;
  return fail(
    `No device program is attached to any group of version 2.${group ? ` In ${cgroupPath(group)} ${diskAnswer(found, group.path)}.` : ""}`,
    "Version 2 has no file for devices: a BPF program decides. `cc -o devfilter devfilter.c` makes a small loader of one.",
  );
};

function inhabited(now: Snapshot): Cgroup[] {
  return cgroupsBelowRoot(now)
    .filter((group) => membersOf(now, group).length > 0)
    .slice(0, most);
}

function attached(found: Findings): Array<{ readonly cgroup: string; readonly id: number; readonly type: string }> {
  const { output } = neededProbe(found, "attached");
  let groups: readonly Attached[];
  try {
    groups = JSON.parse(output) as Attached[];
  } catch {
    throw new Unseen("The attached programs could not be listed just now.");
  }
  const all = groups.flatMap(({ cgroup, programs }) => programs.map(({ id, attach_type: type }) => ({ cgroup, id, type })));
  return all.filter(({ type }) => type.endsWith("device"));
}
