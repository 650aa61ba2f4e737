import type { ProcessEvent } from "../lab/events.ts";
import type { Scene } from "../lab/scene.ts";

/** Tells the processes that a plant starts for its own work, as a server does for each request, from what a learner does. */
export class PlantWork {
  readonly #plants: ReadonlySet<number>;
  readonly #children = new Set<number>();

  constructor({ plants }: Scene) {
    this.#plants = new Set([...plants.values()].map(({ pid }) => pid));
  }

  /** The events that are of no plant's children. What happens to a plant itself is not left out. */
  without(events: readonly ProcessEvent[]): ProcessEvent[] {
    return events.filter((event) => !this.#isOfChild(event));
  }

  #isOfChild(event: ProcessEvent): boolean {
    if (event.kind === "lost") return false;
    const { pid } = event;
    if (event.kind === "fork") {
      const isChild = this.#plants.has(event.parent) || this.#children.has(event.parent);
      // The number may have been another's before.
      if (isChild) this.#children.add(pid);
      else this.#children.delete(pid);
      return isChild;
    }
    const isChild = this.#children.has(pid);
    if (event.kind === "exit") this.#children.delete(pid);
    return isChild;
  }
}
