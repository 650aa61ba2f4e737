import { namespaceTypes } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink, newNamespaces } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { heldBy } from "../held-by.ts";

/** NEW(uts): a UTS namespace that was not there when the step began. */
export const newUts: Check = (context) => {
  const { now, since } = context;
  const [inside] = inNew("uts", context);
  if (inside) return pass(...namespaceEvidence(now, inside, "uts"));
  const [kept] = newNamespaces("uts", context);
  if (kept) return pass({ path: heldBy(kept), value: namespaceLink("uts", kept.inode), note: "nobody is in it" });
  if (now.hostname !== since.hostname) {
    return fail(
      `You renamed the host: it was called ${since.hostname} and is now called ${now.hostname}.`,
      `Your shell shares the host's UTS namespace, so the name you changed was everybody's. Put it back with \`hostname ${since.hostname}\`, then start a shell in a namespace of its own.`,
      [{ path: "/proc/sys/kernel/hostname", value: now.hostname, note: `was ${since.hostname}` }],
    );
  }
  for (const type of namespaceTypes) {
    const [other] = inNew(type, context);
    if (other) {
      return fail(
        `Process ${other.pid} (${other.name}) got a new ${type} namespace, but shares the host's UTS namespace.`,
        "Host names live in the UTS namespace: ask unshare for that one, with `--uts`.",
        [...namespaceEvidence(now, other, "uts"), ...namespaceEvidence(now, other, type)],
      );
    }
  }
  return fail("Every process is in the host's UTS namespace.", undefined, [
    { path: "/proc/1/ns/uts", value: namespaceLink("uts", now.initial.uts), note: "the host's" },
  ]);
};
