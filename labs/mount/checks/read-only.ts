import type { Mount } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, probeFound } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { askPinnedMounts } from "../../../web/lab/pinned-mounts.ts";
import { fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { hostView, livedIn, mountEvidence, nameOfView, ownViews, type View } from "../views.ts";

interface Place {
  readonly view: View;
  readonly mount: Mount;
}

/** Where the volume is mounted read-only and nosuid, root tries to remove what is not there: EROFS comes first. In its root there may be no rmdir. */
export function tryToWrite(context: InquiryContext): Inquiry[] {
  const tries = finished(context).map(
    (place): Inquiry => ({
      kind: "probe",
      key: key(place),
      argv: ["rmdir", `/proc/${place.view.process}/root${place.mount.mountPoint}/not-there`],
    }),
  );
  return [...tries, ...askPinnedMounts(context)];
}

/** The volume, read-only and nosuid in a namespace, and as writable as ever on the host. */
export const readOnly: Check = (context) => {
  const { now, found } = context;
  const done = finished(context).map((place) => ({ place, tried: probeFound(found, key(place)) }));
  const refused = done.find(({ tried }) => tried?.errors.includes("Read-only file system"));
  if (refused) {
    const { view, mount } = refused.place;
    return pass(mountEvidence(view, mount), {
      path: `rmdir ${mount.mountPoint}/not-there`,
      value: "EROFS: Read-only file system",
      note: `as root, in ${nameOfView(view)}`,
    });
  }
  const [first] = done;
  if (first) {
    const { mountPoint } = first.place.mount;
    const notRefused =
      first.tried?.errors &&
      fail(
        `${mountPoint} in ${nameOfView(first.place.view)} is read-only, but something else is mounted over it: writing there is not refused.`,
        `\`findmnt ${mountPoint}\` shows the stack; the last line is what you reach. Unmount it.`,
        [mountEvidence(first.place.view, first.place.mount)],
      );
    return notRefused || unknown(`Nobody could try to write to ${mountPoint} just now.`);
  }
  const places = [hostView(now), ...ownViews({ now, found })].flatMap((view) =>
    view.mounts.filter((mount) => isVolume(mount, context)).map((mount) => ({ view, mount })),
  );
  const shut = places.find(({ mount }) => mount.superOptions.includes("ro"));
  if (shut) {
    return fail(
      `You made the file system itself read-only: nobody can write to ${shut.mount.mountPoint} any more, the host neither.`,
      "A remount without `bind` changes the file system, with `bind` only this mount of it. On the host: `mount -o remount,rw /srv/data`.",
      [mountEvidence(shut.view, shut.mount)],
    );
  }
  const nearest = places.findLast(({ mount }) => has(mount, "ro") || has(mount, "nosuid")) ?? places.findLast(isBound);
  if (!nearest) return fail("/srv/data is mounted nowhere but where it was, and writable.", undefined);
  const { view, mount } = nearest;
  const evidence = [mountEvidence(view, mount)];
  const missing = ["ro", "nosuid"].filter((option) => !has(mount, option));
  if (missing.length > 0) {
    return fail(
      `${mount.mountPoint} in ${nameOfView(view)} is not ${missing.join(", and not ")}: its flags are ${mount.options.join(",")}.`,
      `A bind mount takes over the flags of what it binds; others need a second call: \`mount -o remount,bind,ro,nosuid ${mount.mountPoint}\`.`,
      evidence,
    );
  }
  if (view.process === 0) {
    return fail(
      `${mount.mountPoint} in ${nameOfView(view)} is ro and nosuid, but nobody is in that namespace: no process reads the volume that way.`,
      "A bind mount or an open descriptor keeps it. Go in with `nsenter --mount=FILE bash`, and stay.",
      evidence,
    );
  }
  return fail(
    mount.root === "/"
      ? `${mount.mountPoint} is read-only and nosuid on the host, for everybody.`
      : `${mount.mountPoint} in ${nameOfView(view)} is only ${mount.root} of the volume.`,
    "Mount all of /srv/data that way in a mount namespace of your own: the host goes on writing, you only read.",
    evidence,
  );
};

function finished(context: InquiryContext): Place[] {
  return livedIn(context.now).flatMap((view) =>
    view.mounts
      .filter((mount) => isVolume(mount, context) && has(mount, "ro") && has(mount, "nosuid"))
      .filter(({ root, superOptions }) => root === "/" && !superOptions.includes("ro"))
      .map((mount) => ({ view, mount })),
  );
}

function isVolume({ device }: Mount, { scene }: InquiryContext): boolean {
  return device === scene.facts.get("volume");
}

function isBound({ mount }: Place): boolean {
  return mount.mountPoint !== "/srv/data";
}

function has({ options }: Mount, option: string): boolean {
  return options.includes(option);
}

function key({ view, mount }: Place): string {
  return `${view.inode} ${mount.id}`;
}
