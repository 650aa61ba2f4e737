import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { isAway } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostRoot, isJailed, isSameTree, mountEvidence, rootEvidence, rootMounts } from "../roots.ts";

/** Processes in another mount namespace whose own root mount is another tree than the host's. */
export function pivotedProcesses(context: Pick<CheckContext, "now" | "scene">): Process[] {
  const { now } = context;
  return learnersProcesses(now, context).filter(
    (process) => !isJailed(process) && rootMounts(now, process).some((mount) => !isSameTree(mount, hostRoot(now))),
  );
}

/** pivot_root(2): the root of a mount namespace, not of one process, is another mount. */
export const pivoted: Check = (context) => {
  const { now, since } = context;
  const [done] = pivotedProcesses(context);
  if (done)
    return pass(mountEvidence(done, rootMounts(now, done)[0]), {
      ...mountEvidence(done, hostRoot(now)),
      path: "/proc/1/mountinfo",
    });
  if (!isSameTree(hostRoot(now), hostRoot(since))) {
    return fail(
      "The host's own root has changed: you pivoted everybody.",
      "Without `unshare --mount` first, the namespace whose root you change is the host's. Go back to the checkpoint before.",
      [{ path: "/proc/1/mountinfo", value: `${hostRoot(now)?.device} ${hostRoot(now)?.root}` }],
    );
  }
  const away = learnersProcesses(now, context).filter((process) => isAway(now, process, "mnt"));
  const jailed = away.find(isJailed);
  if (jailed) {
    return fail(
      `Process ${nameOf(jailed)} has its own mount namespace, but is only chrooted in it: its root is ${jailed.root}, the namespace's is still the host's.`,
      "The old root is still there, above it. `pivot_root NEW OLD` swaps the namespace's root mount itself.",
      [rootEvidence(jailed)],
    );
  }
  const [plain] = away;
  if (plain) {
    const bound = now.mounts.get(plain.namespaces.mnt ?? 0)?.mounts.find(({ mountPoint }) => mountPoint === plain.cwd);
    return fail(
      `Process ${nameOf(plain)} has its own mount namespace, with the host's root.`,
      bound
        ? `${bound.mountPoint} is a mount point: \`pivot_root . old\` puts it in the place of the root, and the old root at old, a directory below it.`
        : "pivot_root says EINVAL unless the new root is a mount point. A directory becomes one by being bound to itself: `mount --bind /srv/jail /srv/jail`. Then `cd` there anew.",
      [mountEvidence(plain, rootMounts(now, plain)[0])],
    );
  }
  return fail("Every process is in the host's mount namespace.", undefined);
};
