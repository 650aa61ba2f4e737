import { cgroupEvidence, cgroupsBelowRoot } from "../../../web/lab/cgroups.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hierarchies, hierarchyOf } from "../hierarchy.ts";

/** hugetlb is mounted as version 1. */
export const mounted: Check = ({ now }) => {
  const mine = hierarchyOf(now, "hugetlb");
  const root = now.cgroups.get("/");
  // equivalent: the root is there, for the compiler
  const control = root ? [cgroupEvidence(root, "cgroup.subtree_control"), cgroupEvidence(root, "cgroup.controllers")] : [];
  if (mine)
    return pass(
      { path: "/proc/1/mountinfo", value: `${mine.mountPoint} cgroup ${mine.mount.superOptions.join(",")}` },
      ...control,
    );
  const groups = cgroupsBelowRoot(now).map(({ path }) => path);
  if (root?.subtreeControl.includes("hugetlb") && groups.length > 0) {
    return fail(
      `Version 2 is using hugetlb: the root hands it down, and ${groups.join(", ")} has its files.`,
      'A controller is in one hierarchy at a time. While groups of version 2 have it, mounting it as version 1 fails with EBUSY ("already mounted or mount point busy"). Take it back: `echo -hugetlb > /sys/fs/cgroup/cgroup.subtree_control`.',
      control,
    );
  }
  const [other] = hierarchies(now);
  if (other) {
    return fail(
      `${other.mountPoint} is a hierarchy of version 1, of ${other.mount.superOptions.filter((option) => option !== "rw").join(",")}: hugetlb is not in it.`,
      "Name the controller: `mount -t cgroup -o hugetlb hugetlb DIRECTORY`.",
      control,
    );
  }
  const again = [...now.mounts.values()]
    .flatMap(({ mounts }) => mounts)
    .find(({ type, mountPoint }) => type === "cgroup2" && mountPoint !== "/sys/fs/cgroup");
  if (again) {
    return fail(
      `${again.mountPoint} is version 2 once more: its type is cgroup2.`,
      "The type of version 1 is `cgroup`, without a number.",
      [{ path: "/proc/1/mountinfo", value: `${again.mountPoint} cgroup2` }],
    );
  }
  return fail(
    "No group of version 2 has hugetlb any more, and nobody has mounted it.",
    "Mount it as version 1: `mount -t cgroup -o hugetlb hugetlb DIRECTORY`.",
    control,
  );
};
