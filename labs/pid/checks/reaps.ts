import type { Process } from "../../../web/kernel/snapshot.ts";
import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { pidsOf } from "../pids.ts";

/** The spawner leaves one every half second, and each lives as long: after so many the first died a second ago. */
const enough = 4;

/** The planted spawner runs in a PID namespace, orphans of it have died, and few of them are zombies: who waits may be a moment behind. */
export const reaps: Check = ({ now, events }) => {
  const spawners = startedSince(events)
    .flatMap((pid) => now.processes.get(pid) ?? [])
    .filter(({ name }) => name === "spawner");
  const inside = spawners
    .filter((spawner) => isAway(now, spawner, "pid"))
    .map((spawner) => {
      const orphans = childrenOf(childrenOf([spawner.pid], events), events);
      const zombies = orphans.flatMap((pid) => now.processes.get(pid) ?? []).filter(({ state }) => state === "Z");
      return { spawner, orphans, zombies };
    });
  const done = inside.find(({ orphans, zombies }) => orphans.length >= enough && zombies.length * 2 < orphans.length);
  if (done) {
    return pass(pidsOf(done.spawner), {
      path: `orphans of process ${done.spawner.pid}`,
      value: `${done.orphans.length}, of which ${done.zombies.length} are zombies`,
    });
  }
  const [left] = inside.flatMap(({ spawner, zombies }) => zombies.map((zombie) => ({ spawner, zombie, count: zombies.length })));
  if (left) {
    const { spawner, zombie, count } = left;
    return fail(
      `Of the orphans of spawner ${spawner.pid}, ${count} are zombies: their parent now is process ${parentOf(zombie, now.processes)}, and it does not wait() for them.`,
      "Orphans are given to number 1 of their namespace. A zombie can't be killed, it is dead: somebody has to ask how it ended. Start the spawner below a number 1 that waits for whatever it is given: `tini`, or a shell.",
      [{ path: `/proc/${zombie.pid}/status`, value: `State: Z, PPid: ${zombie.parent}`, note: zombie.name }, pidsOf(spawner)],
    );
  }
  const [first] = inside;
  if (first) {
    return fail(`Spawner ${first.spawner.pid} runs, and has left ${first.orphans.length} orphans so far.`, undefined, [
      pidsOf(first.spawner),
    ]);
  }
  const [outside] = spawners;
  if (outside) {
    return fail(
      `Spawner ${outside.pid} runs in the host's PID namespace: the host's PID 1 gets its orphans, and reaps them.`,
      "Start it in a PID namespace of its own, below a number 1 of yours.",
      namespaceEvidence(now, outside, "pid"),
    );
  }
  return fail("No spawner runs that was started since this step began.");
};

function startedSince(events: readonly ProcessEvent[]): number[] {
  // equivalent: a process that gives any sign and is called spawner has become it, and its own children leave no orphans
  return events.flatMap((event) => (event.kind === "exec" ? [event.pid] : []));
}

function childrenOf(parents: readonly number[], events: readonly ProcessEvent[]): number[] {
  // equivalent: only a fork has a parent
  const forks = events.flatMap((event) => (event.kind === "fork" ? [event] : []));
  return forks.filter(({ parent }) => parents.includes(parent)).map(({ pid }) => pid);
}

function parentOf({ parent }: Process, processes: ReadonlyMap<number, Process>): string {
  return `${parent} (${processes.get(parent)?.name ?? "gone"})`;
}
