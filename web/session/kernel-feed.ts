import type { Agent } from "../agent/agent.ts";
import type { CounterKind } from "../agent/look-at-counters.ts";
import { type Disposable, toDisposable } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { KernelLook, KernelWatch } from "./api.ts";

/** Passes on what the session sees of the kernel. */
export class KernelFeed implements KernelWatch, Disposable {
  readonly #agent: () => Agent | undefined;
  readonly #changes = new Emitter<void>();
  readonly #follow = new Emitter<ReadonlySet<CounterKind>>();
  readonly #followers = new Set<readonly CounterKind[]>();
  #look: KernelLook | undefined;

  /** Whose counters somebody looks on at, whenever that changes. */
  readonly onFollowed = this.#follow.event;

  constructor(agent: () => Agent | undefined) {
    this.#agent = agent;
  }

  get followed(): ReadonlySet<CounterKind> {
    return new Set([...this.#followers].flat());
  }

  get(): KernelLook | undefined {
    return this.#look;
  }

  subscribe(listener: () => void): () => void {
    const subscription = this.#changes.event(listener);
    return () => subscription.dispose();
  }

  follow(...kinds: readonly CounterKind[]): Disposable {
    this.#followers.add(kinds);
    this.#follow.fire(this.followed);
    return toDisposable(() => {
      if (this.#followers.delete(kinds)) this.#follow.fire(this.followed);
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

  /** The same look with newer counters. */
  count(now: Snapshot): void {
    if (this.#look) this.show(now, this.#look.since);
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
