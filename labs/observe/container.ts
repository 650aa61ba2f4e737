import type { Process, Snapshot } from "../../web/kernel/snapshot.ts";
import type { CheckContext } from "../../web/lab/lab.ts";
import { plantIn, type Scene } from "../../web/lab/scene.ts";

export const containers = ["blog", "mail", "shop"] as const;

/** The one that the lab's setup has infected. */
export function infectedName({ facts }: Scene): string {
  return facts.get("infected") ?? "";
}

export function containerIn(now: Snapshot, scene: Scene, name: string): Process | undefined {
  return plantIn(now, scene, name);
}

/**
 * Pids that are or were of a container: what is in its cgroup now, and what it has started since the step began, by the kernel's reports of
 * forks. They come in order, so a child's parent is known before its own children.
 */
export function pidsOf(name: string, { now, since, events }: CheckContext): Set<number> {
  const pids = new Set<number>();
  for (const { processes } of [since, now]) {
    for (const { pid, cgroup } of processes.values()) if (cgroup === `/${name}`) pids.add(pid);
  }
  // equivalent: no other event has a parent
  const forks = events.flatMap((event) => (event.kind === "fork" ? [event] : []));
  for (const { pid, parent } of forks) if (pids.has(parent)) pids.add(pid);
  return pids;
}
