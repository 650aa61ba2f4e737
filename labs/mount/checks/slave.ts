import type { Mount } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { hostGroups, mountEvidence, nameOfView, ownViews, propagation, type View } from "../views.ts";

/** No namespace has a peer of the host's mounts any more, and one has mounts that receive from them. */
export const slave: Check = (context) => {
  const groups = hostGroups(context.now);
  const views = ownViews(context).map((view) => ({
    view,
    receiving: view.mounts.filter(({ master }) => groups.has(master)),
    leaking: view.mounts.filter(({ shared }) => groups.has(shared)),
  }));
  const receiver = views.find(({ receiving }) => receiving.length > 0);
  const leaky = views.find(({ leaking }) => leaking.length > 0);
  if (leaky) {
    const { view, leaking, receiving } = leaky;
    if (receiving.length > 0) {
      return fail(
        `${leaking.length} mounts in ${nameOfView(view)} still leak: ${places(leaking)}.`,
        "Each mount has a propagation of its own. `--make-slave` changes one; with an r, `--make-rslave`, it goes down the tree.",
        firstOf(view, leaking),
      );
    }
    return fail(
      `${nameOfView(view)} leaks: ${places(leaking)} there are the same groups as on the host, so mounts go both ways.`,
      receiver &&
        `${nameOfView(receiver.view)} only receives, but the leak is still there. Change that namespace too, or end it.`,
      firstOf(view, leaking),
    );
  }
  if (receiver) {
    const { view, receiving } = receiver;
    return pass(...firstOf(view, receiving), {
      path: view.path,
      value: `${receiving.length} of ${view.mounts.length} mounts have a master on the host, 0 are its peers`,
    });
  }
  const [deaf] = views;
  if (deaf) {
    return fail(
      `${nameOfView(deaf.view)} does not leak, but receives nothing either: none of its mounts has a master on the host.`,
      "A private mount has left its group, and `--make-rslave` can't find the way back. Leave, and make a namespace with `--propagation slave`.",
      firstOf(deaf.view, deaf.view.mounts),
    );
  }
  return fail(
    "No process is in a mount namespace of its own any more.",
    "Start a shell in a new one: `unshare --mount --propagation slave bash`, and stay in it.",
  );
};

function firstOf(view: View, mounts: readonly Mount[]): Evidence[] {
  return mounts.slice(0, 1).map((mount) => mountEvidence(view, mount));
}

function places(mounts: readonly Mount[]): string {
  return mounts
    .slice(0, 3)
    .map((mount) => `${mount.mountPoint} (${propagation(mount)})`)
    .join(", ");
}
