import type { Link, Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { networkLabel } from "../../../web/lab/network-names.ts";
import { givenAddresses } from "../../../web/lab/routes.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { bridgeIn, gateway, hasGateway, hostNetwork, linkEvidence, prefixLength } from "../network.ts";

/** The host has a bridge with docker0's address, and it is up. */
export const bridge: Check = ({ now }) => {
  const done = bridgeIn(now);
  if (done) return pass(linkEvidence("the host", done));
  const { links } = hostNetwork(now);
  const bridges = links.filter(({ kind }) => kind === "bridge");
  const addressed = links.find(({ addresses }) => addresses.some(({ address }) => address === gateway));
  if (addressed) return misplaced(addressed, bridges);
  const [made] = bridges;
  if (made) {
    const [wrong] = givenAddresses(made);
    return fail(
      wrong
        ? `${made.name} has the address ${wrong.address}/${wrong.prefixLength}.`
        : `${made.name} is a bridge without an address, ${made.up ? "up" : "down"}.`,
      `It needs ${gateway}/${prefixLength}: an address of the network 172.17.0.0/16, the one by which the containers will know the host.`,
      [linkEvidence("the host", made)],
    );
  }
  return elsewhere(now) ?? fail("The host has no bridge.");
};

/** The gateway's address is there, but something is wrong with it. */
function misplaced(link: Link, bridges: readonly Link[]): Verdict {
  const owner = bridges.find(({ index }) => index === link.master);
  const evidence = [linkEvidence("the host", link, owner), ...bridges.map((each) => linkEvidence("the host", each))];
  if (owner) {
    return fail(
      `${gateway} is on ${link.name}, which is a port of ${owner.name}.`,
      `A port only passes frames to its bridge: with an address of its own it answers nobody. The bridge owns it: take it off ${link.name} and give it to ${owner.name}.`,
      evidence,
    );
  }
  if (link.kind !== "bridge") {
    return fail(
      `${gateway} is on ${link.name}, a link of kind ${link.kind || "lo"}.`,
      "Nothing can be plugged into that. Give the address to a link of type bridge.",
      evidence,
    );
  }
  if (!hasGateway(link)) {
    const given = givenAddresses(link).find(({ address }) => address === gateway);
    return fail(
      `${link.name} has the address ${gateway}/${given?.prefixLength}.`,
      `The prefix says how large the network behind it is: give it as ${gateway}/${prefixLength}. Without one, an address is a network of itself, /32.`,
      evidence,
    );
  }
  return fail(
    `${link.name} has ${gateway}/${prefixLength}, but it is down.`,
    "A bridge is made switched off, as every link is.",
    evidence,
  );
}

function elsewhere(now: Snapshot): Verdict | undefined {
  for (const { inode, links } of now.networks.values()) {
    const made = links.find(({ kind }) => kind === "bridge");
    if (!made) continue;
    const label = networkLabel(now, inode);
    return fail(
      `${made.name} is a bridge in ${label}, not on the host.`,
      "The bridge stands between all containers, so it belongs to none. Make it in the host's network.",
      [linkEvidence(label, made)],
    );
  }
  return undefined;
}
