import type { Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { capabilityEvidence } from "../../../web/lab/capabilities.ts";
import { type Inquiry, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { inNew, isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

export function tryOutside(context: Omit<CheckContext, "found">): Inquiry[] {
  return unprivileged({ ...context, found: new Map() })
    .slice(0, 1)
    .map((target) => ({ kind: "probe", key: key(target), target, enter: ["user"], argv: ["ip", "link", "set", "lo", "up"] }));
}

/** With CAP_NET_ADMIN in its user namespace, somebody without rights outside has changed its own network; the host's they can't. */
export const somewhereElse: Check = (context) => {
  const { now, found } = context;
  const inside = inNew("user", context);
  const [process] = unprivileged(context);
  if (!process) {
    const [root] = inside;
    if (!root) return fail("Every process is in a user namespace that was there before.", undefined);
    return fail(
      `On the host process ${nameOf(root)} is root: uid ${root.uid.effective}.`,
      "Then the bit proves nothing. Be student first (`su - student`), and make the namespaces from there.",
      namespaceEvidence(now, root, "user"),
    );
  }
  const evidence = [
    ...namespaceEvidence(now, process, "user"),
    ...namespaceEvidence(now, process, "net"),
    { path: `/proc/${process.pid}/status`, value: `Uid: ${process.uid.effective}`, note: "as the host sees it" },
    ...capabilityEvidence(process),
  ];
  if (!isAway(now, process, "net")) {
    return fail(
      `Process ${nameOf(process)} has cap_net_admin in its user namespace, and the host's network.`,
      "That network belongs to the host's user namespace, where it has nothing: `ip link set lo up` says EPERM. Make a network namespace together with the user namespace.",
      evidence,
    );
  }
  if (!isChanged(now, process)) {
    return fail(
      `Process ${nameOf(process)} has a network of its own, and has done nothing in it: lo is down.`,
      "Use the capability: `ip link set lo up`.",
      evidence,
    );
  }
  const outside = {
    path: "ip link set lo up",
    value: "Operation not permitted",
    note: `the same capability, in the host's network`,
  };
  // equivalent: a user namespace that student made never has a right over the host's network
  if (probeSucceeded(found, key(process)))
    return fail(`Process ${nameOf(process)} may change the host's network.`, undefined, evidence);
  return pass(outside, ...evidence);
};

/** Root of a new user namespace, nobody on the host; those with a changed network first. */
function unprivileged(context: CheckContext): Process[] {
  const { now } = context;
  const rank = (process: Process) => (isChanged(now, process) ? 0 : isAway(now, process, "net") ? 1 : 2);
  return inNew("user", context)
    .filter(({ uid }) => uid.effective !== 0)
    .toSorted((one, other) => rank(one) - rank(other));
}

function isChanged(now: Snapshot, process: Process): boolean {
  const { net } = process.namespaces;
  // equivalent: who is in a user namespace is no zombie, and has a network
  const links = net === undefined || net === now.initial.net ? [] : (now.networks.get(net)?.links ?? []);
  return links.some(({ name, up }) => name !== "lo" || up);
}

function key({ pid }: Process): string {
  return `outside as ${pid}`;
}
