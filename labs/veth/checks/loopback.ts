import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type NamedNetwork, namedNetworks } from "../../../web/lab/network-names.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

interface Loopback extends NamedNetwork {
  readonly lo: Link;
}

/** lo is up in two named network namespaces that are not the host's. */
export const loopback: Check = ({ now }) => {
  const named = namedNetworks(now).filter(({ inode }) => inode !== now.initial.net);
  if (named.length < 2) {
    return fail(
      `Network namespaces with a name: ${named.map(({ name }) => name).join(", ") || "none"}.`,
      "Whoever deletes the name of an empty namespace deletes the namespace. Make it again with `ip netns add`.",
    );
  }
  const seen = named.flatMap((network) => withLoopback(now, network));
  // equivalent: the agent sees into every namespace that has a name; this is for the look that fails.
  if (seen.length < 2) return unknown("Not all network namespaces could be looked into just now.");
  const up = seen.filter(({ lo }) => lo.up);
  if (up.length > 1) return pass(...up.map(evidence));
  const down = seen.filter(({ lo }) => !lo.up);
  const where = down.map(({ name }) => name).join(" and ");
  const addressed = down.find(({ lo }) => lo.addresses.length > 0);
  if (addressed) {
    return fail(
      `In ${addressed.name}, lo is down, though it has an address: ${addressed.lo.addresses[0]?.address}.`,
      "An address does not switch a link on. `ip link set … up` does.",
      seen.map(evidence),
    );
  }
  return fail(
    `lo is down in ${where}.`,
    up.length > 0 ? "Each network namespace has a lo of its own. Switch on this one as well." : undefined,
    seen.map(evidence),
  );
};

/** The loopback link is always a namespace's first. */
function withLoopback({ networks }: Snapshot, named: NamedNetwork): Loopback[] {
  const [lo] = networks.get(named.inode)?.links ?? [];
  // equivalent: there is no network namespace without it
  return lo ? [{ ...named, lo }] : [];
}

function evidence({ name, lo }: Loopback): Evidence {
  return { path: `${lo.name} in ${name}`, value: lo.up ? "up" : "down" };
}
