import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence, namespaceLink, newNamespaces } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** NEW(cgroup). */
export const cgroupNamespace: Check = (context) => {
  const { now } = context;
  const [inside] = inNew("cgroup", context);
  if (inside) {
    return pass(...namespaceEvidence(now, inside, "cgroup"), {
      path: `/proc/${inside.pid}/cgroup`,
      value: `0::${inside.cgroup}`,
      note: "as the host sees it; inside it is /",
    });
  }
  const [kept] = newNamespaces("cgroup", context);
  if (kept) return pass({ path: `cgroup:[${kept.inode}]`, value: "kept", note: "nobody is in it" });
  const below = learnersProcesses(now, context).find(({ cgroup = "/" }) => cgroup !== "/");
  return fail(
    "No process is in a cgroup namespace made since this step began.",
    below &&
      `Process ${nameOf(below)} is in the group ${below.cgroup}. The group is not the namespace: ask for that with \`unshare --cgroup\`.`,
    [{ path: "/proc/1/ns/cgroup", value: namespaceLink("cgroup", now.initial.cgroup), note: "the host's" }],
  );
};
