import type { Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { capabilityEvidence, capabilitySet, maskText } from "../../../web/lab/capabilities.ts";
import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { inNew, isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const netAdmin = capabilitySet("cap_net_admin");

/** Which user namespace each network belongs to (ioctl_ns(2), `NS_GET_USERNS`). */
export function askOwners(context: InquiryContext): Inquiry[] {
  return unprivileged(context)
    .slice(0, 1)
    .filter((process) => isAway(context.now, process, "net"))
    .map(() => ({ kind: "probe", key: "owners", argv: ["lsns", "--type", "net", "--noheadings", "--output", "NS,ONS"] }));
}

/** With CAP_NET_ADMIN in its user namespace, somebody without rights outside has changed a network that doesn't belong to the host's. */
export const somewhereElse: Check = (context) => {
  const { now, found } = context;
  const [process] = unprivileged(context);
  if (!process) {
    const [root] = inNew("user", context);
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
  if (!isChanged(now, process) && (process.capabilities.effective & netAdmin) === 0n) {
    return fail(
      `Process ${nameOf(process)} is in a user namespace of its own, and has no cap_net_admin there: CapEff ${maskText(process.capabilities.effective)}.`,
      "Who makes a user namespace has them all, but an exec takes them from who isn't root in it. Be root inside: `--map-root-user`.",
      evidence,
    );
  }
  if (!isAway(now, process, "net")) {
    return fail(
      `Process ${nameOf(process)} has cap_net_admin in its user namespace, and the host's network.`,
      "That network belongs to the host's user namespace, where it has nothing: `ip link set lo up` says EPERM. Make a network namespace together with the user namespace.",
      evidence,
    );
  }
  const owners = new Map(
    neededProbe(found, "owners")
      .output.split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
  );
  const ownerOf = (network: number | undefined, note: string): Evidence => ({
    path: `lsns: owner of ${namespaceLink("net", network)}`,
    value: namespaceLink("user", owners.get(network ?? 0)),
    note,
  });
  const owned = [ownerOf(process.namespaces.net, process.name), ownerOf(now.initial.net, "the host's")];
  if (owners.get(process.namespaces.net ?? 0) === now.initial.user) {
    return fail(
      `Process ${nameOf(process)} has a network that belongs to the host's user namespace: there its cap_net_admin is none.`,
      "A network belongs to the user namespace in which it was made. Make it from yours: `unshare --user --map-root-user --net bash`.",
      [...owned, ...evidence],
    );
  }
  if (!isChanged(now, process)) {
    return fail(
      `Process ${nameOf(process)} has a network of its own, and has done nothing in it: lo is down.`,
      "Use the capability: `ip link set lo up`.",
      evidence,
    );
  }
  return pass(...owned, ...evidence);
};

/** Root of a new user namespace, nobody on the host; those with a changed network first, then the newest. */
function unprivileged(context: InquiryContext): Process[] {
  const { now } = context;
  const rank = (process: Process) => (isChanged(now, process) ? 0 : isAway(now, process, "net") ? 1 : 2);
  return inNew("user", { ...context, found: new Map() })
    .filter(({ uid }) => uid.effective !== 0)
    .toReversed()
    .toSorted((one, other) => rank(one) - rank(other));
}

function isChanged(now: Snapshot, process: Process): boolean {
  const { net } = process.namespaces;
  // equivalent: who is in a user namespace is no zombie, and has a network
  const links = net === undefined || net === now.initial.net ? [] : (now.networks.get(net)?.links ?? []);
  return links.some(({ name, up, addresses }) => name !== "lo" || up || addresses.length > 0);
}
