import type { Process, Snapshot } from "../kernel/snapshot.ts";

/** A process that the lab's setup started, by the name that it gave. */
export interface Plant {
  readonly pid: number;
  /** Field 22 of `/proc/PID/stat`: pids are reused. */
  readonly startTime: bigint;
}

/** What the lab's setup put into this machine; differs from attempt to attempt. */
export interface Scene {
  readonly plants: ReadonlyMap<string, Plant>;
  /** What the setup chose by chance, and the checks have to know: `fact port 4711`. */
  readonly facts: ReadonlyMap<string, string>;
}

export const emptyScene: Scene = { plants: new Map(), facts: new Map() };

/** The plant as this look shows it; undefined when it is gone. */
export function plantIn(snapshot: Snapshot, scene: Scene, name: string): Process | undefined {
  const plant = scene.plants.get(name);
  const process = plant && snapshot.processes.get(plant.pid);
  return process && process.startTime === plant.startTime ? process : undefined;
}

export function isPlant({ plants }: Scene, process: Process): boolean {
  return [...plants.values()].some(({ pid, startTime }) => pid === process.pid && startTime === process.startTime);
}

/** Lines `plant NAME PID START` and `fact NAME VALUE` of a setup's output; undefined for a line that is neither. */
export function parseScene(output: string): Scene | { readonly problem: string } {
  const plants = new Map<string, Plant>();
  const facts = new Map<string, string>();
  for (const line of output.split("\n")) {
    if (line.trim() === "") continue;
    const plant = /^plant (\S+) (\d{1,9}) (\d{1,18})$/.exec(line);
    const fact = /^fact (\S+) (.*)$/.exec(line);
    if (plant) plants.set(plant[1] as string, { pid: Number(plant[2]), startTime: BigInt(plant[3] as string) });
    else if (fact) facts.set(fact[1] as string, fact[2] as string);
    else return { problem: `it printed "${line.slice(0, 80)}"; send what is no plant and no fact to /dev/null` };
  }
  return { plants, facts };
}
