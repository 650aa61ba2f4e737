import type { Mount } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { hostGroups, hostView, mountEvidence, nameOfView, ownViews, propagation, type View } from "../views.ts";

/** A mount made since the step began that is in one peer group in some namespace and on the host. */
export const leak: Check = (context) => {
  const { now, since } = context;
  const host = hostView(now);
  const before = new Set(hostView(since).mounts.map(identity));
  const made = host.mounts.filter((mount) => mount.shared !== undefined && !before.has(identity(mount)));
  for (const view of ownViews(context)) {
    for (const outside of made) {
      const inside = view.mounts.find(({ shared }) => shared === outside.shared);
      if (inside) return pass(mountEvidence(view, inside), mountEvidence(host, outside, "the host has it too"));
    }
  }
  return notYet(context);
};

function notYet(context: CheckContext): Verdict {
  const views = ownViews(context);
  const groups = hostGroups(context.now);
  const peers = findMount(views, ({ shared }) => groups.has(shared));
  if (peers) {
    return fail(
      `What happens under ${peers.mount.mountPoint} in ${nameOfView(peers.view)} would leak: it is ${propagation(peers.mount)}, as on the host. But nothing was mounted there yet.`,
      "Mount a tmpfs on /mnt in that shell, and look at the host's mounts from another terminal.",
      [mountEvidence(peers.view, peers.mount)],
    );
  }
  const slave = findMount(views, ({ master }) => groups.has(master));
  if (slave) {
    return fail(
      `${slave.mount.mountPoint} in ${nameOfView(slave.view)} is ${propagation(slave.mount)}: it receives from the host, and gives nothing back.`,
      "A namespace made with a user namespace of its own, or with `--propagation slave`, can't leak. Make it as the host's root, with `--propagation unchanged`.",
      [mountEvidence(slave.view, slave.mount)],
    );
  }
  const alone = findMount(views, ({ shared }) => shared !== undefined);
  if (alone) {
    return fail(
      `${alone.mount.mountPoint} in ${nameOfView(alone.view)} is ${propagation(alone.mount)}, a new peer group: nothing on the host is in it.`,
      "Sharing what was private founds a group with one member. To be in the host's, the copy must not become private first: `unshare --mount --propagation unchanged bash`.",
      [mountEvidence(alone.view, alone.mount)],
    );
  }
  const [view] = views;
  if (view) {
    return fail(
      `Every mount in ${nameOfView(view)} is private: nothing gets out.`,
      "That is what unshare does by default, and the kernel does not. Leave this shell, and start one with `--propagation unchanged`.",
      view.mounts.slice(0, 1).map((mount) => mountEvidence(view, mount)),
    );
  }
  return fail(
    "No process is in a mount namespace of its own any more.",
    "What it leaked stays on the host, but the proof is both sides at once: start a shell in a namespace and stay in it.",
  );
}

interface Found {
  readonly view: View;
  readonly mount: Mount;
}

function findMount(views: readonly View[], accept: (mount: Mount) => boolean): Found | undefined {
  return views.flatMap((view) => view.mounts.filter(accept).map((mount) => ({ view, mount })))[0];
}

/** Numbers of mounts and devices are reused, but hardly all at once. */
function identity({ id, device, mountPoint, shared }: Mount): string {
  return `${id} ${device} ${shared} ${mountPoint}`;
}
