import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Findings, Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { hasFurtherTables, routeTo } from "../../../web/lab/routes.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { bridgeIn, type Container, connectedContainers, gateway, hostNetwork, noBridge } from "../network.ts";
import { anywhere, hasWayOut, wayOutInquiries, wayOutOf } from "../ways-out.ts";

export function defaultRouteInquiries({ now, scene }: InquiryContext): Inquiry[] {
  const bridge = bridgeIn(now);
  return bridge ? wayOutInquiries(connectedContainers(now, scene, bridge)) : [];
}

/** In two containers the way to anywhere leads through the cable to the bridge's address. */
export const defaultRoutes: Check = ({ now, scene, found }) => {
  const bridge = bridgeIn(now);
  if (!bridge) return noBridge();
  const connected = connectedContainers(now, scene, bridge);
  const ready = connected.filter((container) => hasWayOut(container, found));
  if (new Set(ready.map(({ network }) => network.inode)).size > 1) return pass(...ready.map((each) => evidence(each, found)));
  const onHost = routeTo(hostNetwork(now), anywhere);
  if (onHost) return misplaced(now, onHost.outputIndex);
  const lacking = connected.filter((container) => !ready.includes(container));
  const first = lacking.find((container) => wayOutOf(container, found)) ?? lacking[0];
  if (first) return withoutWay(first, ready, found);
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

function withoutWay(container: Container, ready: readonly Container[], found: Findings): Verdict {
  const { label, network } = container;
  const way = wayOutOf(container, found);
  const all = [container, ...ready].map((each) => evidence(each, found));
  if (!way) {
    if (hasFurtherTables(network)) return inATableNobodyAsks(container, all);
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
    `The default route of ${label} leads to ${way.gateway ?? "no gateway: it takes the whole world for its neighbours"}.`,
    `The host is the one that passes packets on, and here its address is the bridge's, ${gateway}.`,
    all,
  );
}

function inATableNobodyAsks({ label, network }: Container, all: readonly Evidence[]): Verdict {
  const tables = new Set(network.routes.map(({ table }) => table));
  const further = [...tables].filter((table) =>
    hasFurtherTables({ routes: network.routes.filter((each) => each.table === table) }),
  );
  return fail(
    `${label} has no default route that it uses: it has routes in table ${further.join(", ")}, and no rule leads packets to anywhere there.`,
    `\`ip rule\` shows which tables the kernel asks, \`ip route get ${anywhere}\` what comes of it. Put the route into \`main\`, the table that \`ip route\` means.`,
    all,
  );
}

function evidence(container: Container, found: Findings): Evidence {
  return wayOutOf(container, found)?.evidence ?? { path: `ip route, in ${container.label}`, value: "no default route" };
}
