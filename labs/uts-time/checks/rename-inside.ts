import type { Namespace } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

/** What the image calls the host: putting that back is no renaming. */
const usualName = "lab";

/** A UTS namespace whose host name was changed since the step began and differs from the host's, which was left alone. */
export const renameInside: Check = ({ now, since }) => {
  const host: Evidence = { path: "/proc/sys/kernel/hostname", value: now.hostname, note: "the host's name" };
  if (now.hostname !== since.hostname && now.hostname !== usualName) {
    return fail(
      `You renamed the host itself: ${since.hostname} became ${now.hostname}.`,
      `That shell was not in your UTS namespace. Put the name back with \`hostname ${since.hostname}\`; then rename from the shell that unshare started.`,
      [host],
    );
  }
  const own = [...now.namespaces.values()].filter((namespace) => namespace.type === "uts" && !namespace.initial);
  if (own.length === 0) {
    return fail(
      "There is no UTS namespace but the host's any more.",
      "A namespace lives as long as somebody holds it: when its last process ended, it was gone. Start a shell in a new one and stay in it.",
      [host],
    );
  }
  const renamed = own.find(
    ({ key, hostname }) =>
      hostname !== undefined && hostname !== now.hostname && since.namespaces.get(key)?.hostname !== hostname,
  );
  if (renamed) return pass(evidence(renamed), host);
  if (own.every(({ hostname }) => hostname === undefined))
    return unknown("The name inside the namespace could not be read just now.", own.map(evidence));
  const stale = own.find(({ hostname }) => hostname !== undefined && hostname !== now.hostname);
  if (stale) {
    return fail(
      `The name ${stale.hostname} in ${namespaceLink("uts", stale.inode)} was already there when this step began.`,
      "Give that namespace another name, from a shell inside it.",
      [evidence(stale), host],
    );
  }
  return fail(`Inside your namespace the name is still ${now.hostname}, as on the host.`, undefined, [
    ...own.map(evidence),
    host,
  ]);
};

function evidence(namespace: Namespace): Evidence {
  const holder = namespace.holders.find((candidate) => candidate.kind === "process");
  return {
    path:
      holder?.kind === "process"
        ? `hostname, in the UTS namespace of process ${holder.pid}`
        : `hostname, in ${namespaceLink("uts", namespace.inode)}`,
    value: namespace.hostname ?? "could not be read",
    note: namespaceLink("uts", namespace.inode),
  };
}
