import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import { cables, looseEnds } from "../../../web/lab/cables.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { networkLabel } from "../../../web/lab/network-names.ts";
import { covers, leadsThrough } from "../../../web/lab/routes.ts";
import { type Evidence, fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import {
  bridgeIn,
  type Container,
  cabledContainers,
  connectedContainers,
  gateway,
  hostNetwork,
  linkEvidence,
  noBridge,
  outsideNetwork,
  ownAddresses,
} from "../network.ts";

/** Two network namespaces are plugged into the bridge, each with an address of its network that no other one has. */
export const containers: Check = (context) => {
  const { now, scene } = context;
  const bridge = bridgeIn(now);
  if (!bridge) return noBridge();
  const connected = connectedContainers(now, scene, bridge);
  const [pair] = twins(connected);
  if (pair) {
    const [twin, other] = pair;
    return fail(
      `${twin.label} and ${other.label} have the same address, ${ownAddresses(twin.inside).join(", ")}.`,
      "The bridge delivers to whichever answers first. Each needs an address of its own.",
      [...evidence(twin, bridge), ...evidence(other, bridge)],
    );
  }
  if (new Set(connected.map(({ network }) => network.inode)).size > 1)
    return pass(...connected.flatMap((each) => evidence(each, bridge)));
  const begun = cabledContainers(now, scene).find((each) => !connected.some(({ network }) => network === each.network));
  if (begun) return incomplete(now, begun, bridge);
  return notCabled(context, connected);
};

/** Containers of which one has an address of the other's. */
function twins(connected: readonly Container[]): ReadonlyArray<readonly [Container, Container]> {
  return connected.flatMap((one) => {
    const taken = ownAddresses(one.inside);
    return connected
      .filter((other) => other.network !== one.network && ownAddresses(other.inside).some((address) => taken.includes(address)))
      .map((other) => [one, other] as const);
  });
}

/** A cable leads there, but it doesn't work yet. */
function incomplete(now: Snapshot, container: Container, bridge: Link): Verdict {
  const { port, inside, network, label } = container;
  const tell = (reason: string, hint: string) => fail(reason, hint, evidence(container, bridge));
  const there = `${inside.link.name} in ${label}`;
  if (port.master !== bridge.index) {
    const master = hostNetwork(now).links.find(({ index }) => index === port.master);
    return tell(
      `${port.name}, whose other end is ${there}, is ${master ? `a port of ${master.name}` : "plugged into nothing"}.`,
      `Make it a port of ${bridge.name}: set its master.`,
    );
  }
  if (!port.up) return tell(`${port.name} is a port of ${bridge.name}, but it is down.`, "Both ends of a cable must be up.");
  if (!inside.link.up) return tell(`${there} is down.`, "Both ends of a cable must be up; this one is switched on from inside.");
  const addresses = ownAddresses(inside);
  if (addresses.length === 0)
    return tell(`${there} has no address.`, "Give it one of 172.17.0.0/16, with that prefix; .0.1 is the bridge's.");
  if (addresses.includes(gateway))
    return tell(`${there} has the address ${gateway}, which is ${bridge.name}'s.`, "Choose another one of 172.17.0.0/16.");
  if (!addresses.some((address) => covers("172.17.0.0/16", address)))
    return tell(`${there} has the address ${addresses[0]}.`, `That is not in the bridge's network, 172.17.0.0/16.`);
  if (leadsThrough(network, inside.link, gateway)) {
    return tell(
      `The host has no route through ${bridge.name} to ${addresses[0]}, the address of ${there}.`,
      `See \`ip route get ${addresses[0]}\` on the host. The first and the last address of a network are nobody's: they mean the network, and all that is in it.`,
    );
  }
  return tell(
    `${there} has the address ${addresses[0]}/${inside.link.addresses[0]?.prefixLength}, and no route to ${gateway} through it.`,
    "Its prefix must cover the bridge's address: /16. Without one an address is a network of itself, /32.",
  );
}

function notCabled({ now, scene }: CheckContext, connected: readonly Container[]): Verdict {
  const host = now.initial.net;
  const home = cables(now).find(([, other]) => other.namespace === host);
  if (home) {
    const [one, other] = home;
    return fail(
      `Both ends of the cable, ${one.link.name} and ${other.link.name}, are on the host.`,
      `One of them is to be the container's: move it into its network namespace.`,
      home.map(({ link }) => linkEvidence("the host", link)),
    );
  }
  const [loose] = looseEnds(now);
  // equivalent: for the look that could not see into a namespace.
  if (loose) return unknown(`Where the other end of ${loose.link.name} is could not be told just now.`);
  const taken = [host, outsideNetwork(now, scene), ...connected.map(({ network }) => network.inode)];
  const alone = [...now.networks.values()].find(({ inode }) => !taken.includes(inode));
  if (alone) {
    const label = networkLabel(now, alone.inode);
    return fail(
      `No cable leads from the host into ${label}.`,
      "Make a veth pair; one end stays here, as the bridge's port, the other goes there.",
      [{ path: label, value: `links: ${alone.links.map(({ name }) => name).join(", ")}` }],
    );
  }
  const [first] = connected;
  if (first)
    return fail(`One container is plugged in: ${first.label}.`, "Plug in a second one the same way, with another address.");
  return fail("No container is plugged into the bridge.");
}

function evidence({ port, inside, label }: Container, bridge: Link): Evidence[] {
  return [linkEvidence("the host", port, port.master === bridge.index ? bridge : undefined), linkEvidence(label, inside.link)];
}
