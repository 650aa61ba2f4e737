import type { Agent } from "../agent/agent.ts";
import { type Disposable, toDisposable } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { KernelLook, KernelWatch } from "./api.ts";

/** Passes on what the session sees of the kernel. */
export class KernelFeed implements KernelWatch, Disposable {
  readonly #agent: () => Agent | undefined;
  readonly #changes = new Emitter<void>();
  readonly #follow = new Emitter<boolean>();
  #look: KernelLook | undefined;
  #followers = 0;

  /** Whether anybody looks on, whenever that changes. */
  readonly onFollowed = this.#follow.event;

  constructor(agent: () => Agent | undefined) {
    this.#agent = agent;
  }

  get followed(): boolean {
    return this.#followers > 0;
  }

  get(): KernelLook | undefined {
    return this.#look;
  }

  subscribe(listener: () => void): () => void {
    const subscription = this.#changes.event(listener);
    return () => subscription.dispose();
  }

  follow(): Disposable {
    if (++this.#followers === 1) this.#follow.fire(true);
    let held = true;
    return toDisposable(() => {
      if (held && --this.#followers === 0) this.#follow.fire(false);
      held = false;
    });
  }

  async seccompFilters(pid: number): Promise<readonly Uint8Array[]> {
    const agent = this.#agent();
    if (!agent) throw new LabError("agent-silent", "There is no machine to ask at the moment.");
    return agent.seccompFilters(pid);
  }

  show(now: Snapshot, since: Snapshot): void {
    this.#look = { now, since };
    this.#changes.fire();
  }

  /** The machine is gone, and what was seen of it. */
  clear(): void {
    this.#look = undefined;
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
    this.#follow.dispose();
  }
}
