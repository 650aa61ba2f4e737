import type { Check } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostRoot, isSameTree, mountEvidence, mountsOf, rootMounts } from "../roots.ts";
import { pivotedProcesses } from "./pivoted.ts";

/** In a pivoted process's mountinfo the host's root is not to be found. */
export const oldRootGone: Check = (context) => {
  const { now } = context;
  const pivoted = pivotedProcesses(context);
  const oldRootOf = (namespace: number | undefined) => mountsOf(now, namespace).find((mount) => isSameTree(mount, hostRoot(now)));
  const done = pivoted.find((process) => !oldRootOf(process.namespaces.mnt));
  if (done) {
    return pass(mountEvidence(done, rootMounts(now, done)[0]), {
      path: `/proc/${done.pid}/mountinfo`,
      value: `${mountsOf(now, done.namespaces.mnt).length} mounts, none of them the host's root`,
    });
  }
  const [process] = pivoted;
  if (!process) {
    return fail(
      "Nobody is in a mount namespace with a root of its own any more.",
      "Do the step before again: unshare, bind, cd, pivot_root; and stay in it.",
    );
  }
  const old = oldRootOf(process.namespaces.mnt);
  const covered = mountsOf(now, process.namespaces.mnt).filter(({ mountPoint }) => mountPoint === old?.mountPoint).length > 1;
  return fail(
    `The host's root is still mounted at ${old?.mountPoint} in the namespace of process ${nameOf(process)}.`,
    covered
      ? "Something was mounted over it, which hides it and no more: under the cover it is still there. Take the cover off, then unmount it."
      : `\`umount ${old?.mountPoint}\` says EBUSY while somebody runs from it, as your shell may. \`umount -l\` takes it out of the tree now and lets it go when the last one has left.`,
    [mountEvidence(process, old)],
  );
};
