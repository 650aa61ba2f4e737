import { LabError } from "../core/errors.ts";
import { nextTurn } from "../core/next-turn.ts";
import { fullLook } from "../kernel/look.ts";
import type { BatchAnswer, NetworkDumps } from "../kernel/look-answer.ts";
import { addressDump, linkDump, netlinkRoute, routeDump } from "../kernel/netlink/request.ts";
import { parseLook } from "../kernel/parse-look.ts";
import { ProcessDetails } from "../kernel/process-details.ts";
import type { DirectoryQuery, DirectoryRecord } from "../kernel/query.ts";
import { namespaceQueries, networkTargets, pinnedQueries } from "../kernel/second-round.ts";
import type { Gap, Snapshot } from "../kernel/snapshot.ts";
import type { Agent } from "./agent.ts";
import { RequestFailed } from "./request-failed.ts";

/**
 * One full look, in as few round trips as there are kinds of places to look at. `known`: what the look before found of processes
 * that have not run since. Rejects when the agent is silent.
 */
export async function look(agent: Agent, sequence: number, known = new ProcessDetails()): Promise<Snapshot> {
  const first = await firstRound(agent, known);
  const second = await askUnlessEmpty(agent, namespaceQueries(first.records));
  const inside: readonly DirectoryRecord[] = second?.records ?? [];
  const gaps: Gap[] = [];
  const [third, networks] = await Promise.all([
    askUnlessEmpty(agent, pinnedQueries(first.records, inside)),
    dumpNetworks(agent, networkTargets(first.records, inside), gaps),
  ]);
  await nextTurn();
  const snapshot = parseLook({ sequence, first, ...(second ? { second } : {}), ...(third ? { third } : {}), networks, gaps });
  if (!snapshot) throw new LabError("agent-protocol", "The machine's answer shows nothing. Start over to get a fresh one.");
  return snapshot;
}

async function firstRound(agent: Agent, known: ProcessDetails): Promise<BatchAnswer> {
  const { records, cut } = await ask(agent, fullLook);
  const details = await askUnlessEmpty(agent, known.queries(records));
  await nextTurn();
  return { records: known.complete(records, details?.records ?? []), cut: cut || details?.cut === true };
}

async function ask(agent: Agent, queries: readonly DirectoryQuery[]): Promise<BatchAnswer> {
  const { directories, cut } = await agent.batch(queries);
  return { records: directories, cut };
}

async function askUnlessEmpty(agent: Agent, queries: readonly DirectoryQuery[]): Promise<BatchAnswer | undefined> {
  return queries.length > 0 ? ask(agent, queries) : undefined;
}

async function dumpNetworks(agent: Agent, targets: ReturnType<typeof networkTargets>, gaps: Gap[]): Promise<NetworkDumps[]> {
  const dumps = await Promise.all(
    targets.map(async (target): Promise<NetworkDumps[]> => {
      try {
        const [links, addresses, routes] = await agent.netlink(target.path, netlinkRoute, [linkDump, addressDump, routeDump]);
        return links && addresses && routes ? [{ ...target, links, addresses, routes }] : [];
      } catch (error) {
        // The namespace may have gone since the first round; the rest of the look stands.
        if (!(error instanceof RequestFailed)) throw error;
        gaps.push({ path: target.path, errno: error.errno, message: error.message });
        return [];
      }
    }),
  );
  return dumps.flat();
}
