import type { Namespace } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { heldBy } from "../held-by.ts";

/** What the image calls the host. */
const usualName = "lab";

/**
 * A UTS namespace whose host name is not the host's, which has its usual one. Any such namespace was made in this lab: one that is
 * there when this step begins cannot be, it would have completed the step ahead.
 */
export const renameInside: Check = ({ now }) => {
  const host: Evidence = { path: "/proc/sys/kernel/hostname", value: now.hostname, note: "the host's name" };
  if (now.hostname !== usualName) {
    return fail(
      `You renamed the host itself: ${usualName} became ${now.hostname}.`,
      `That shell was not in your UTS namespace. Put the name back there with \`hostname ${usualName}\`; then rename from the shell that unshare started.`,
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
  // equivalent: only a look that is overtaken by the end of a process lacks a name
  if (own.every(({ hostname }) => hostname === undefined))
    return unknown("The name inside the namespace could not be read just now.");
  const renamed = own.find(({ hostname = usualName }) => hostname !== usualName);
  if (renamed) return pass(evidence(renamed, renamed.hostname), host);
  const domain = own.find(({ domainname }) => domainname !== "(none)");
  if (domain) {
    return fail(
      `In ${namespaceLink("uts", domain.inode)} you set the domain name, to ${domain.domainname}; the host name is still ${usualName}.`,
      "The namespace holds both, and `hostname` sets the other.",
      [evidence(domain, domain.hostname), host],
    );
  }
  return fail(`Inside your namespace the name is still ${usualName}, as on the host.`, undefined, [
    ...own.map((namespace) => evidence(namespace, namespace.hostname)),
    host,
  ]);
};

function evidence(namespace: Namespace, hostname = "could not be read"): Evidence {
  return { path: `hostname, in ${namespaceLink("uts", namespace.inode)}`, value: hostname, note: heldBy(namespace) };
}
