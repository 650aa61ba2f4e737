import type { Process } from "../../../web/kernel/snapshot.ts";
import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, isSameProcess, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { inits, nameOf, pidsOf } from "../pids.ts";

/** The planted spawner runs in a PID namespace, orphans of it have died, and none of them has stayed as a zombie. */
export const reaps: Check = ({ now, since, events }) => {
  const spawners = [...now.processes.values()]
    .filter((process) => process.name === "spawner" && !isSameProcess(process, since.processes.get(process.pid)))
    .map((spawner) => {
      const orphans = orphansOf(spawner, events);
      return {
        spawner,
        zombies: orphans.flatMap((pid) => now.processes.get(pid) ?? []).filter(({ state }) => state === "Z"),
        reaped: orphans.filter((pid) => hasExited(pid, events) && !now.processes.has(pid)),
      };
    });
  const inside = spawners.filter(({ spawner }) => isAway(now, spawner, "pid"));
  const done = inside.find(({ zombies, reaped }) => zombies.length === 0 && reaped.length > 0);
  if (done) {
    const { spawner, reaped } = done;
    const init = inits(now).filter(({ namespaces }) => namespaces.pid === spawner.namespaces.pid);
    return pass(...init.map(pidsOf), pidsOf(spawner), {
      path: `exit of ${reaped.length} orphans of process ${spawner.pid}`,
      value: "no zombie",
      note: "reaped",
    });
  }
  const [left] = inside.filter(({ zombies }) => zombies.length > 0);
  const [zombie] = left?.zombies ?? [];
  const parent = zombie && now.processes.get(zombie.parent);
  if (left && zombie && parent) {
    return fail(
      `Of the orphans of spawner ${left.spawner.pid}, ${left.zombies.length} are zombies: their parent now is process ${nameOf(parent)}, and it does not wait() for them.`,
      "Orphans are given to number 1 of their namespace. A zombie can't be killed, it is dead: somebody has to ask how it ended. Start the spawner below a number 1 that waits for whatever it is given: `tini`, or a shell.",
      [pidsOf(parent), { path: `/proc/${zombie.pid}/status`, value: `State: Z, PPid: ${zombie.parent}`, note: zombie.name }],
    );
  }
  const [first] = inside;
  if (first)
    return fail(`Spawner ${first.spawner.pid} runs, and no orphan of it has died yet.`, undefined, [pidsOf(first.spawner)]);
  const [outside] = spawners;
  if (outside) {
    return fail(
      `Spawner ${outside.spawner.pid} runs in the host's PID namespace: the host's PID 1 gets its orphans, and reaps them.`,
      "Start it in a PID namespace of its own, below a number 1 of yours.",
      namespaceEvidence(now, outside.spawner, "pid"),
    );
  }
  return fail("No spawner runs that was started since this step began.");
};

/** Children of its children: those end at once. */
function orphansOf({ pid }: Process, events: readonly ProcessEvent[]): number[] {
  const childrenOf = (parents: readonly number[]) =>
    events.flatMap((event) => (event.kind === "fork" && parents.includes(event.parent) ? [event.pid] : []));
  return childrenOf(childrenOf([pid]));
}

function hasExited(pid: number, events: readonly ProcessEvent[]): boolean {
  return events.some((event) => event.kind === "exit" && event.pid === pid);
}
