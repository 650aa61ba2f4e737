import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostView, mountEvidence, nameOfView, ownViews } from "../views.ts";

/** A tmpfs in the mounts of some namespace and not in PID 1's. */
export const privateTmpfs: Check = ({ now, since, found }) => {
  const host = hostView(now);
  const before = new Set(hostView(since).mounts.map(({ device }) => device));
  const outside = new Set(host.mounts.map(({ device }) => device));
  const views = ownViews({ now, found });
  for (const view of views) {
    const own = view.mounts.find(({ type, device }) => type === "tmpfs" && !before.has(device) && !outside.has(device));
    if (own) {
      const absent = { path: host.path, value: `no file system ${own.device}`, note: "the host does not have it" };
      return pass(mountEvidence(view, own), absent);
    }
  }
  const everybodys = host.mounts.find(({ type, device }) => type === "tmpfs" && !before.has(device));
  const [view] = views;
  if (everybodys) {
    const evidence = [mountEvidence(host, everybodys, "the host has it")];
    const peer = view?.mounts.find(({ shared }) => shared === everybodys.shared);
    if (peer) {
      return fail(
        `The tmpfs on ${peer.mountPoint} came out of its namespace: it is in PID 1's mounts as well.`,
        `Both sides are in peer group ${peer.shared}: what one mounts, the other gets. \`unshare --mount\` makes everything private unless told otherwise: leave its propagation alone, for now.`,
        evidence,
      );
    }
    return fail(
      `The tmpfs on ${everybodys.mountPoint} is in PID 1's mounts: everybody on the host sees it.`,
      `First the namespace, then the mount: a new namespace begins with a copy of what is there. \`umount ${everybodys.mountPoint}\`, then mount from the shell that unshare started.`,
      evidence,
    );
  }
  if (!view) return fail("Every process sees the host's mounts, and no others.", undefined);
  const other = view.mounts.find(({ device }) => !before.has(device));
  return fail(
    other
      ? `In ${nameOfView(view)} ${other.mountPoint} is a new ${other.type}, and no tmpfs is new.`
      : `${nameOfView(view)} is a copy of the host's mounts so far: nothing in it is its own.`,
    "Mount a tmpfs in it: `mount -t tmpfs mine /mnt`.",
    [{ path: view.path, value: `${view.mounts.length} mounts` }],
  );
};
