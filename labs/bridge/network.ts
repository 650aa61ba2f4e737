import type { Link, NetworkNamespace, Snapshot } from "../../web/kernel/snapshot.ts";
import { cables, type LinkPlace, looseEnds } from "../../web/lab/cables.ts";
import { networkLabel } from "../../web/lab/network-names.ts";
import { givenAddresses, leadsThrough } from "../../web/lab/routes.ts";
import { plantIn, type Scene } from "../../web/lab/scene.ts";
import { type Evidence, fail, Unseen, type Verdict } from "../../web/lab/verdict.ts";

/** docker0's: the containers' gateway. */
export const gateway = "172.17.0.1";
export const prefixLength = 16;

/** Throws `Unseen` when the look could not see into it. */
export function hostNetwork({ networks, initial }: Snapshot): NetworkNamespace {
  const host = networks.get(initial.net);
  // equivalent: for the look that fails.
  if (!host) throw new Unseen("The host's network could not be read just now.");
  return host;
}

/** The host's bridge that has the gateway's address and is up. */
export function bridgeIn(now: Snapshot): Link | undefined {
  return hostNetwork(now).links.find((link) => link.kind === "bridge" && link.up && hasGateway(link));
}

export function hasGateway({ addresses }: Link): boolean {
  return addresses.some((each) => each.address === gateway && each.prefixLength === prefixLength);
}

export function noBridge(): Verdict {
  return fail(
    `No bridge of the host's has the address ${gateway}/${prefixLength} and is up any more.`,
    "Make it again, as in the first step.",
  );
}

/** A network namespace of the learner's that a cable from the host leads into. */
export interface Container {
  /** In the host's network. */
  readonly port: Link;
  /** In the container's. */
  readonly inside: LinkPlace;
  readonly network: NetworkNamespace;
  /** What to call it. */
  readonly label: string;
}

/** The network of the planted host outside: that of the process that answers there. */
export function outsideNetwork(now: Snapshot, scene: Scene): number | undefined {
  return plantIn(now, scene, "outside")?.namespaces.net;
}

export function cabledContainers(now: Snapshot, scene: Scene): Container[] {
  const outside = outsideNetwork(now, scene);
  return cables(now).flatMap(([{ namespace, link: port }, inside]) => {
    const network = now.networks.get(inside.namespace) as NetworkNamespace;
    const isContainer = namespace === now.initial.net && inside.namespace !== now.initial.net && inside.namespace !== outside;
    return isContainer ? [{ port, inside, network, label: networkLabel(now, inside.namespace) }] : [];
  });
}

/** Containers that are plugged into the bridge, and find it and are found by address. */
export function connectedContainers(now: Snapshot, scene: Scene, bridge: Link): Container[] {
  return cabledContainers(now, scene).filter((container) => isConnected(now, bridge, container));
}

export function isConnected(now: Snapshot, bridge: Link, { port, inside, network }: Container): boolean {
  return (
    port.up &&
    port.master === bridge.index &&
    leadsThrough(network, inside.link, gateway) &&
    ownAddresses(inside).some((address) => leadsThrough(hostNetwork(now), bridge, address))
  );
}

export function ownAddresses({ link }: LinkPlace): string[] {
  return givenAddresses(link).map(({ address }) => address);
}

export function linkEvidence(where: string, link: Link, master?: Link): Evidence {
  const addresses = givenAddresses(link).map((each) => `${each.address}/${each.prefixLength}`);
  return {
    path: `${link.name} in ${where}`,
    value: [link.kind, addresses.join(", ") || "no address", link.up ? "up" : "down"].join(", "),
    ...(master ? { note: `master ${master.name}` } : {}),
  };
}

/** The host's end of the cable to the outside host; undefined when that host or the cable is gone. Throws `Unseen` when it can't be told. */
export function uplinkIn(now: Snapshot, scene: Scene): Link | undefined {
  const outside = outsideNetwork(now, scene);
  const uplink = cables(now).find(([, { namespace }]) => namespace === outside)?.[0].link;
  const [loose] = looseEnds(now);
  // equivalent: for the look that could not see into a namespace.
  if (!uplink && loose) throw new Unseen(`Where the other end of ${loose.link.name} is could not be told just now.`);
  return uplink;
}

export function noOutside(): Verdict {
  return fail(
    "The outside host can't be reached any more: its cable, uplink, is gone, or its server has ended.",
    "Start the lab over: it was set up with both.",
  );
}

export function outsideAddress({ facts }: Scene): string {
  return facts.get("outside") ?? "outside";
}
