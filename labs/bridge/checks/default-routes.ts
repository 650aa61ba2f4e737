import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { routeTo } from "../../../web/lab/routes.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import {
  anywhere,
  bridgeIn,
  type Container,
  connectedContainers,
  gateway,
  hasWayOut,
  hostNetwork,
  noBridge,
} from "../network.ts";

/** In two containers the way to anywhere leads through the cable to the bridge's address. */
export const defaultRoutes: Check = ({ now, scene }) => {
  const bridge = bridgeIn(now);
  if (!bridge) return noBridge();
  const connected = connectedContainers(now, scene, bridge);
  const ready = connected.filter((container) => hasWayOut(container));
  if (new Set(ready.map(({ network }) => network.inode)).size > 1) return pass(...ready.map(evidence));
  const onHost = routeTo(hostNetwork(now), anywhere);
  if (onHost) return misplaced(now, onHost.outputIndex);
  const lacking = connected.filter((container) => !ready.includes(container));
  const first = lacking.find(({ network }) => routeTo(network, anywhere)) ?? lacking[0];
  if (first) return withoutWay(first, ready);
  return fail(
    `Plugged into ${bridge.name} and addressed: ${connected.map(({ label }) => label).join(", ") || "no container"}.`,
    "This takes two. Connect another one, as in the step before. A link that goes down takes its routes with it.",
  );
};

function misplaced(now: Snapshot, index: number | undefined): Verdict {
  const link: Link | undefined = hostNetwork(now).links.find((each) => each.index === index);
  return fail(
    `The host has a default route now, through ${link?.name ?? "nothing"}.`,
    "Routes belong to a network namespace. It is the containers that don't know the way out: take this one away, and give each of them its own.",
    [{ path: "ip route, on the host", value: `default dev ${link?.name ?? "none"}` }],
  );
}

function withoutWay(container: Container, ready: readonly Container[]): Verdict {
  const { network, label } = container;
  const route = routeTo(network, anywhere);
  const all = [container, ...ready].map(evidence);
  if (!route) {
    const some = network.routes.some((each) => each.gateway === gateway);
    return fail(
      `${label} has no default route.`,
      some
        ? `It knows the way to some addresses only. The default route is for all the others: \`default via ${gateway}\`.`
        : ready.length > 0
          ? "Each network namespace has routes of its own."
          : undefined,
      all,
    );
  }
  return fail(
    `The default route of ${label} leads to ${route.gateway ?? "no gateway: it takes the whole world for its neighbours"}.`,
    `The host is the one that passes packets on, and here its address is the bridge's, ${gateway}.`,
    all,
  );
}

function evidence({ label, network }: Container): Evidence {
  const route = routeTo(network, anywhere);
  return { path: `ip route, in ${label}`, value: route ? `${route.destination} via ${route.gateway}` : "no default route" };
}
