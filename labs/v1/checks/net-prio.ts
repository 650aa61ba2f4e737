import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { askGroups, groupsFound, hierarchyOf, type OldGroup } from "../hierarchy.ts";
import { askQdiscs, bandsOf, qdiscsFound } from "../qdiscs.ts";

const mapFile = "net_prio.ifpriomap";

/** What a group's packets get on a link. */
interface Priority {
  readonly group: OldGroup;
  readonly dev: string;
  readonly priority: number;
}

export function askPriorities({ now }: InquiryContext): Inquiry[] {
  const hierarchy = hierarchyOf(now, "net_prio");
  return hierarchy ? [askGroups("maps", hierarchy, [mapFile]), askQdiscs] : [];
}

/** A group's packets have a priority on a link that queues by it, and went through the band that the others' don't go through. */
export const netPrio: Check = ({ now, found }) => {
  const hierarchy = hierarchyOf(now, "net_prio");
  if (!hierarchy) return fail("net_prio is not mounted: it is in version 1 only.", undefined);
  const groups = groupsFound(found, "maps", hierarchy);
  const below = groups.filter(({ path }) => path !== hierarchy.mountPoint);
  const priorities = below.flatMap(prioritiesOf);
  const qdiscs = qdiscsFound(found);
  const queued = priorities.flatMap((given) => {
    const qdisc = qdiscs.find(({ dev, options }) => dev === given.dev && options.priomap);
    if (!qdisc) return [];
    const { priomap = [] } = qdisc.options;
    return [
      { given, kind: qdisc.kind, bands: bandsOf(qdisc, qdiscs), band: priomap[given.priority & 15] ?? 0, usual: priomap[0] },
    ];
  });
  const done = queued.find(({ bands, band, usual }) => band !== usual && (bands[band] ?? 0) > 0);
  if (done) return pass(...evidenceOf(done.given, done.bands));
  const apart = queued.find(({ band, usual }) => band !== usual);
  if (apart?.bands.length === 0) {
    return fail(
      `The queue of ${apart.given.dev}, ${apart.kind}, sorts by priority, but does not count what goes through each of its bands.`,
      `A \`prio\` queue does: \`tc qdisc replace dev ${apart.given.dev} root handle 1: prio\`.`,
      evidenceOf(apart.given, []),
    );
  }
  if (apart) {
    return fail(
      `Priority ${apart.given.priority} on ${apart.given.dev} means band ${apart.band + 1}, and nothing has gone through it.`,
      `Send something from inside: \`sh -c 'echo $$ > ${apart.given.group.path}/cgroup.procs; exec ping -c 3 neighbour'\`. A socket has the priority of the group that its process is in.`,
      evidenceOf(apart.given, apart.bands),
    );
  }
  const [same] = queued;
  if (same) {
    return fail(
      `Priority ${same.given.priority} on ${same.given.dev} means band ${same.band + 1}: the same as everybody's.`,
      "Of the 16 priorities 6 and 7 go first (band 1), and 1, 2, 3 and 5 last (band 3).",
      evidenceOf(same.given, same.bands),
    );
  }
  const [unqueued] = priorities;
  if (unqueued) {
    const kind = qdiscs.find(({ dev }) => dev === unqueued.dev)?.kind ?? "none";
    return fail(
      `${unqueued.group.path} has priority ${unqueued.priority} on ${unqueued.dev}, and the queue of ${unqueued.dev} (${kind}) does not look at it.`,
      `It is a priority and no limit: it says who goes first, and only a queue that sorts by it makes a difference. \`tc qdisc add dev ${unqueued.dev} root handle 1: prio\`.`,
      evidenceOf(unqueued, []),
    );
  }
  const [group] = below;
  return fail(
    group ? `${group.path}/${mapFile} gives every link priority 0.` : `${hierarchy.mountPoint} has no group but its root.`,
    group && `Write the link and a priority: \`echo 'up0 6' > ${group.path}/${mapFile}\`.`,
  );
};

function prioritiesOf(group: OldGroup): Priority[] {
  const lines = (group.files.get(mapFile) ?? "").split("\n");
  return lines.flatMap((line) => {
    const [dev = "", priority] = line.split(" ");
    return Number(priority) > 0 ? [{ group, dev, priority: Number(priority) }] : [];
  });
}

function evidenceOf({ group, dev, priority }: Priority, bands: readonly number[]): Evidence[] {
  return [
    { path: `${group.path}/${mapFile}`, value: `${dev} ${priority}` },
    ...bands.map((packets, band) => ({ path: `tc -s class show dev ${dev}`, value: `band ${band + 1}: ${packets} packets` })),
  ];
}
