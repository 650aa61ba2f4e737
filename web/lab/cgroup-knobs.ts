import type { Cgroup, Snapshot } from "../kernel/snapshot.ts";
import { cgroupEvidence, cgroupPath } from "./cgroups.ts";
import { fail, type Verdict } from "./verdict.ts";

/** What to say of a group that has not the file, because its parent does not hand the controller down; undefined when it has it. */
export function withoutKnobs(
  { cgroups }: Pick<Snapshot, "cgroups">,
  group: Cgroup,
  file: string,
  controller: string,
): Verdict | undefined {
  const parent = cgroups.get(group.path.slice(0, group.path.lastIndexOf("/")) || "/");
  if (!parent) return undefined;
  if (group.files.has(file)) return undefined;
  const control = cgroupPath(parent, "cgroup.subtree_control");
  return fail(
    `${cgroupPath(group)} has no ${file}: ${control} says "${parent.subtreeControl.join(" ")}".`,
    `A group has a controller's files only when its parent hands the controller down: \`echo +${controller} > ${control}\`.`,
    [cgroupEvidence(parent, "cgroup.subtree_control")],
  );
}

export function noGroup(): Verdict {
  return fail("There is no cgroup but the root, which has no limits.");
}
