import { cgroupLook } from "../kernel/look.ts";
import { parseNetwork } from "../kernel/netlink/network.ts";
import { linkDump, netlinkRoute } from "../kernel/netlink/request.ts";
import { parseCgroups } from "../kernel/parse-cgroups.ts";
import type { Link, NetworkNamespace, Snapshot } from "../kernel/snapshot.ts";
import type { Agent } from "./agent.ts";
import { RequestFailed } from "./request-failed.ts";

/** What counts by itself, without anybody doing anything that would show otherwise. */
export type CounterKind = "networks" | "cgroups";

/** The last look with today's counters: packets of each interface, usage of each cgroup. Some tenth of a full look's cost. */
export async function lookAtCounters(agent: Agent, last: Snapshot, kinds: ReadonlySet<CounterKind>): Promise<Snapshot> {
  const networks = kinds.has("networks")
    ? new Map(
        await Promise.all(
          [...last.networks].map(async ([inode, network]) => [inode, await withCounters(agent, network)] as const),
        ),
      )
    : last.networks;
  const cgroups = kinds.has("cgroups") ? parseCgroups((await agent.batch([cgroupLook])).directories, []) : last.cgroups;
  return { ...last, networks, cgroups };
}

async function withCounters(agent: Agent, network: NetworkNamespace): Promise<NetworkNamespace> {
  const path = network.readThrough === "/proc/1/ns/net" ? "" : network.readThrough;
  try {
    const [links] = await agent.netlink(path, netlinkRoute, [linkDump]);
    if (!links) return network;
    const nothing = new Uint8Array(0);
    const counted = parseNetwork({ path, inode: network.inode, links, addresses: nothing, routes: nothing }, []).links;
    const byIndex = new Map(counted.map((link) => [link.index, link]));
    return { ...network, links: network.links.map((link) => counting(link, byIndex.get(link.index))) };
  } catch (error) {
    // It has gone; the next look shows that.
    if (error instanceof RequestFailed) return network;
    throw error;
  }
}

function counting(link: Link, today: Link | undefined): Link {
  return today ? { ...link, counters: today.counters } : link;
}
