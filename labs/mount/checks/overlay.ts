import type { Mount } from "../../../web/kernel/snapshot.ts";
import { filesFound, fileText, type Inquiry, probeFound } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import { hostView, livedIn, mountEvidence, type View } from "../views.ts";

const layers = "/srv/image";
const names = ["etc/app.conf", "etc/release", "etc/layer"] as const;
const reads = names.map((path) => ({ operation: "read", path }) as const);

interface Place {
  readonly view: View;
  readonly mount: Mount;
}

interface Shown {
  readonly place: Place;
  /** Of a file in it. */
  readonly text: (name: string) => string | undefined;
}

/** The layers and what overlays show, and while there is no overlay, why the kernel refused to make one. */
export function lookIntoOverlays(context: InquiryContext): Inquiry[] {
  const places = overlays(context);
  const files = places.map(
    (place): Inquiry => ({ kind: "files", key: key(place), queries: [{ directory: quote(seen(place)), files: reads }] }),
  );
  const image: Inquiry = { kind: "files", key: "image", queries: [{ directory: `${layers}/app`, files: reads }] };
  const log: Inquiry = { kind: "probe", key: "log", argv: ["dmesg", "--level", "err"] };
  return [image, ...(places.length > 0 ? files : [log])];
}

/** An overlay of the image's two layers in which a file was changed, and the image was not. */
export const overlay: Check = (context) => {
  const { found, scene } = context;
  const original = scene.facts.get("conf");
  const lower = fileText(found, "image", `${layers}/app/etc/app.conf`);
  if (lower !== original) {
    const changed = fail(
      `You changed the image itself: ${layers}/app/etc/app.conf reads "${lower ?? "nothing, it is gone"}".`,
      `Every container of this image would see that. Put it back: \`echo '${original}' > ${layers}/app/etc/app.conf\`; then write to where the overlay is mounted.`,
    );
    return (filesFound(found, "image") && changed) ?? unknown(`${layers} could not be read.`);
  }
  const all = overlays(context).map((place) => ({
    place,
    text: (name: string) => fileText(found, key(place), `${seen(place)}/${name}`),
  }));
  const done = all.find((shown) => isWhole(shown, context) && isOnTop(shown) && isOther(shown.text("etc/app.conf"), original));
  if (done) {
    const { view, mount } = done.place;
    return pass(
      mountEvidence(view, mount),
      option(mount, "upperdir"),
      { path: `${mount.mountPoint}/etc/app.conf`, value: done.text("etc/app.conf") ?? "", note: "in the overlay" },
      { path: `${layers}/app/etc/app.conf`, value: lower ?? "", note: "in the image: as it was" },
    );
  }
  const last = all.at(-1);
  if (!last) return refused(context);
  return (
    (filesFound(found, key(last.place)) && missing(last, context)) ?? unknown(`${last.place.mount.mountPoint} could not be read.`)
  );
};

function missing(shown: Shown, context: CheckContext): Verdict {
  const { place, text } = shown;
  const { mount, view } = place;
  const evidence = [mountEvidence(view, mount), option(mount, "lowerdir"), option(mount, "upperdir")];
  if (!isWhole(shown, context)) {
    return fail(
      text("etc/layer") === "base"
        ? `In the overlay on ${mount.mountPoint} the base layer is on top: etc/layer reads "base".`
        : `The overlay on ${mount.mountPoint} does not show both layers: etc/release reads "${text("etc/release") ?? "nothing"}".`,
      `lowerdir names the layers from the top down, with a colon between: \`lowerdir=${layers}/app:${layers}/base\`.`,
      evidence,
    );
  }
  if (!isOnTop(shown)) {
    return fail(
      `Something else is mounted over ${mount.mountPoint}/etc/app.conf: what you see there is not the overlay's.`,
      "Unmount it, and write to the file.",
      evidence,
    );
  }
  const conf = text("etc/app.conf");
  if (conf === undefined)
    return fail(
      `${mount.mountPoint}/etc/app.conf is gone.`,
      "Here it is to be changed: write another one in its place.",
      evidence,
    );
  return fail(
    `${mount.mountPoint}/etc/app.conf is as in the image: "${conf}".`,
    mount.superOptions.some((item) => item.startsWith("upperdir="))
      ? undefined
      : "This overlay has no upperdir, so nobody can write to it. Mount it with `upperdir=` and `workdir=`.",
    evidence,
  );
}

/** No overlay: the kernel says why it refused one, if it did. */
function refused({ found }: CheckContext): Verdict {
  const said = probeFound(found, "log")
    ?.output.match(/overlay.*$/gm)
    ?.at(-1);
  if (said === undefined) return fail("There is no overlay of the image's layers.", undefined);
  const reason = `There is no overlay of the image's layers. The kernel refused one: "${said}".`;
  const evidence = [{ path: "dmesg", value: said }];
  if (said.includes("same mount")) {
    return fail(
      reason,
      "A file is prepared in workdir and then renamed into upperdir, and a rename can't cross file systems: make both directories side by side.",
      evidence,
    );
  }
  if (said.includes("upperdir")) {
    return fail(reason, "`/` is an overlay itself. /tmp is a tmpfs: make upperdir and workdir there.", evidence);
  }
  return fail(reason, "Check that every directory that you name exists.", evidence);
}

/** Shows something of both layers, in their order. */
function isWhole({ text }: Shown, { scene }: CheckContext): boolean {
  return text("etc/layer") === "app" && text("etc/release") === scene.facts.get("release");
}

function isOther(text: string | undefined, original: string | undefined): boolean {
  return text !== undefined && text !== original;
}

/** Nothing is mounted over the overlay, nor over its file. */
function isOnTop({ place: { view, mount } }: Shown): boolean {
  const file = `${mount.mountPoint}/etc/app.conf`;
  const over = view.mounts.filter(({ parent }) => parent === mount.id).map(({ mountPoint }) => mountPoint);
  return !over.some((point) => `${file}/`.startsWith(`${point}/`));
}

/** Overlays in any namespace but the machine's root. */
function overlays({ now }: InquiryContext): Place[] {
  const host = hostView(now);
  const machine = host.mounts.find(({ mountPoint }) => mountPoint === "/")?.device;
  return [host, ...livedIn(now)]
    .flatMap((view) => view.mounts.map((mount) => ({ view, mount })))
    .filter(({ mount }) => mount.type === "overlay" && mount.device !== machine)
    .slice(-4);
}

/** The mount point as PID 1 reaches it. */
function seen({ view, mount }: Place): string {
  return `/proc/${view.process}/root${mount.mountPoint}`.replace(/\/$/, "");
}

function key({ view, mount }: Place): string {
  return `${view.inode} ${mount.id}`;
}

function option({ superOptions }: Mount, name: string): Evidence {
  const values = superOptions.filter((text) => text.startsWith(name));
  return { path: "mountinfo", value: values.join(",") || `no ${name}` };
}

/** A path as a pattern that matches just itself. */
function quote(path: string): string {
  return path.replace(/[\\*?[]/g, "\\$&");
}
