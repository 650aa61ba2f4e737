import type { Agent } from "../agent/agent.ts";
import { look } from "../agent/look.ts";
import type { Disposable } from "../core/disposable.ts";
import { LabError } from "../core/errors.ts";
import { cheapLook, watchQueries } from "../kernel/look.ts";
import { ProcessDetails } from "../kernel/process-details.ts";
import type { DirectoryQuery } from "../kernel/query.ts";
import type { Snapshot } from "../kernel/snapshot.ts";

export interface WatcherEvents {
  onLook(snapshot: Snapshot): void;
  /** The agent did not answer, or not in time. */
  onBlind(error: LabError): void;
}

/** A look is taken this long after a sign of change, so that a burst of signs makes one look. */
const settleMs = 25;
const cheapEveryMs = 300;
const fullEveryMs = 2000;
/** While somebody looks on. */
const livelyEveryMs = 450;
/** Share of the guest's time that watching may take: when nothing happens, while somebody looks on, and while signs keep coming. */
const idleShare = 0.012;
const livelyShare = 0.15;
const busyShare = 0.4;
/** However dear a look has become (a fork bomb), the next is not put off longer than this. */
const longestPauseMs = 4000;
const afterFailureMs = 1000;

/**
 * Decides when to look. A sign (output, process events) brings a full look at once; a cheap look several times a second, answered
 * by a hash, finds what gave no sign; a full look now and then finds the rest. Intervals stretch with what a look costs the guest.
 */
export class Watcher implements Disposable {
  readonly #agent: Agent;
  readonly #events: WatcherEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #stopped = false;
  #lively = false;
  #sign = false;
  #sequence = 0;
  readonly #details = new ProcessDetails();
  #cheapHash: bigint | undefined;
  #cheapQueries: readonly DirectoryQuery[] = cheapLook;
  #cheapCost = 5;
  #fullCost = 20;
  #waiting: Array<() => void> = [];
  #lastFull = Number.NEGATIVE_INFINITY;
  #lastCheap = Number.NEGATIVE_INFINITY;

  constructor(agent: Agent, events: WatcherEvents) {
    this.#agent = agent;
    this.#events = events;
  }

  /** Something may have changed. */
  sign(): void {
    if (this.#sign) return;
    this.#sign = true;
    this.#schedule();
  }

  /** Somebody looks on: what gives no sign, such as counters, is to be seen twice a second. */
  setLively(lively: boolean): void {
    if (lively === this.#lively) return;
    this.#lively = lively;
    this.#schedule();
  }

  /** Resolves when a look that began after this call is done. */
  fresh(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.sign();
    });
  }

  /** The first look and then on. */
  start(): void {
    this.#stopped = false;
    this.#sign = true;
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  dispose(): void {
    this.stop();
  }

  #schedule(): void {
    if (this.#running || this.#stopped) return;
    clearTimeout(this.#timer);
    const now = performance.now();
    const sinceFull = now - this.#lastFull;
    const sinceCheap = now - this.#lastCheap;
    const wait = this.#sign
      ? Math.max(settleMs, Math.min(longestPauseMs, this.#fullCost / busyShare) - sinceFull)
      : Math.min(
          this.#fullPause - sinceFull,
          Math.max(cheapEveryMs, Math.min(longestPauseMs, this.#cheapCost / idleShare)) - Math.min(sinceCheap, sinceFull),
        );
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, wait));
  }

  get #fullPause(): number {
    const [everyMs, share] = this.#lively ? [livelyEveryMs, livelyShare] : [fullEveryMs, idleShare];
    return Math.max(everyMs, Math.min(longestPauseMs, this.#fullCost / share));
  }

  async #run(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    try {
      const due = performance.now() - this.#lastFull >= this.#fullPause;
      if (this.#sign || due || (await this.#somethingChanged())) await this.#fullLook();
    } catch (error) {
      if (!this.#stopped) {
        this.#events.onBlind(
          error instanceof LabError
            ? error
            : new LabError("agent-protocol", "The machine could not be looked at.", { cause: error }),
        );
        this.#lastFull = performance.now() + afterFailureMs;
        this.#lastCheap = this.#lastFull;
      }
    } finally {
      this.#running = false;
      this.#schedule();
    }
  }

  async #somethingChanged(): Promise<boolean> {
    const began = performance.now();
    const answer = await this.#agent.batch(this.#cheapQueries, this.#cheapHash);
    this.#lastCheap = performance.now();
    this.#cheapCost = smoothed(this.#cheapCost, this.#lastCheap - began);
    const changed = this.#cheapHash !== undefined && !answer.unchanged;
    this.#cheapHash = answer.hash;
    return changed;
  }

  async #fullLook(): Promise<void> {
    this.#sign = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    const began = performance.now();
    const snapshot = await this.#look(waiting);
    this.#lastFull = performance.now();
    this.#fullCost = smoothed(this.#fullCost, this.#lastFull - began);
    // The hash is of the answer to these very queries: after other ones the next answer says nothing.
    const queries = [...cheapLook, ...watchQueries(snapshot)];
    if (JSON.stringify(queries) !== JSON.stringify(this.#cheapQueries)) this.#cheapHash = undefined;
    this.#cheapQueries = queries;
    if (!this.#stopped) this.#events.onLook(snapshot);
    for (const resolve of waiting) resolve();
  }

  /** After a look that failed, those who waited for it wait for the next. */
  async #look(waiting: Array<() => void>): Promise<Snapshot> {
    try {
      return await look(this.#agent, ++this.#sequence, this.#details);
    } catch (error) {
      this.#waiting.push(...waiting);
      throw error;
    }
  }
}

function smoothed(before: number, now: number): number {
  return before * 0.7 + now * 0.3;
}
