import type { Agent } from "../agent/agent.ts";
import { look } from "../agent/look.ts";
import { type CounterKind, lookAtCounters } from "../agent/look-at-counters.ts";
import type { Pace } from "../checker/judge.ts";
import type { Disposable } from "../core/disposable.ts";
import { LabError } from "../core/errors.ts";
import { nextTurn } from "../core/next-turn.ts";
import { cheapLook, watchQueries } from "../kernel/look.ts";
import { ProcessDetails } from "../kernel/process-details.ts";
import type { DirectoryQuery } from "../kernel/query.ts";
import type { Snapshot } from "../kernel/snapshot.ts";

export interface WatcherEvents {
  /** The next look waits until this one has been judged, and what that costs counts as the look's. */
  onLook(snapshot: Snapshot, pace: Pace): Promise<void>;
  /** The last look with newer counters, while somebody looks on. */
  onCounters(snapshot: Snapshot): void;
  /** The agent did not answer, or not in time. */
  onBlind(error: LabError): void;
}

/** Signs that are older than this are of something that is over. */
export const quietMs = 100;
/**
 * A look is taken when what gives signs is over, so that a command makes one look, which is of what it came to; but not longer after the
 * first sign than this.
 */
const longestSettleMs = 250;
const cheapEveryMs = 300;
const fullEveryMs = 2000;
/** After a sign, as what was started goes on without one: a counter that rises. The pauses grow with the time since. */
const afterSignEveryMs = 400;
/** While somebody looks on. */
const countersEveryMs = 500;
/** Share of the guest's time that watching may take: when nothing happens, after a sign, while somebody looks on, and while signs keep coming. */
const idleShare = 0.012;
const afterSignShare = 0.1;
const countersShare = 0.03;
const busyShare = 0.4;
/** However dear a look has become (a fork bomb), the next is not put off longer than this. */
const longestPauseMs = 4000;
const afterFailureMs = 1000;

/**
 * Decides when to look. A sign (output, process events) brings a full look soon; a cheap look several times a second, answered
 * by a hash, finds what gave no sign; a full look now and then finds the rest. Intervals stretch with what a look costs the guest.
 */
export class Watcher implements Disposable {
  readonly #agent: Agent;
  readonly #events: WatcherEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  /** Until `start`. */
  #stopped = true;
  #counters: ReadonlySet<CounterKind> = new Set();
  #countersCost = 5;
  #lastCounters = Number.NEGATIVE_INFINITY;
  #lastSnapshot: Snapshot | undefined;
  /** The first sign since the last look began. */
  #firstSignAt: number | undefined;
  /** Nothing has been looked at since the start. */
  #first = true;
  #signedAt = Number.NEGATIVE_INFINITY;
  /** The next look is not put off for the guest's sake: it settles what the last one left open. */
  #urgent = false;
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
    this.#signedAt = performance.now();
    this.#firstSignAt ??= this.#signedAt;
    this.#schedule();
  }

  /** A look is wanted after so many milliseconds, whatever gives a sign or not. */
  soon(ms: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.#urgent = true;
      this.#schedule();
    }, ms);
  }

  /** What somebody looks on at: these counters are read twice a second. */
  follow(kinds: ReadonlySet<CounterKind>): void {
    this.#counters = kinds;
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
    this.#urgent = true;
    this.#first = true;
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#soon);
  }

  dispose(): void {
    this.stop();
  }

  #schedule(): void {
    if (this.#running || this.#stopped) return;
    clearTimeout(this.#timer);
    const now = performance.now();
    const wait = this.#urgent
      ? 0
      : this.#firstSignAt === undefined
        ? Math.min(this.#fullDue(now), this.#cheapDue(now), this.#countersDue(now))
        : this.#signDue(now, this.#firstSignAt);
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, wait));
  }

  /** Milliseconds until the look that signs ask for. */
  #signDue(now: number, first: number): number {
    const settled = Math.min(this.#signedAt + quietMs, first + longestSettleMs) - now;
    return Math.max(settled, Math.min(longestPauseMs, this.#fullCost / busyShare) - (now - this.#lastFull));
  }

  /** Milliseconds until the counters are to be read; they need a look to be added to. */
  #countersDue(now: number): number {
    if (this.#counters.size === 0 || !this.#lastSnapshot) return Number.POSITIVE_INFINITY;
    const pause = Math.max(countersEveryMs, Math.min(longestPauseMs, this.#countersCost / countersShare));
    return pause - (now - Math.max(this.#lastCounters, this.#lastFull));
  }

  /** Milliseconds until a full look, or a cheap one, is to be taken though nothing gave a sign. */
  #fullDue(now: number): number {
    const calm = Math.max(fullEveryMs, Math.min(longestPauseMs, this.#fullCost / idleShare));
    const afterSign = Math.max(afterSignEveryMs, this.#fullCost / afterSignShare, (now - this.#signedAt) / 2);
    return Math.min(calm, afterSign) - (now - this.#lastFull);
  }

  #cheapDue(now: number): number {
    const pause = Math.max(cheapEveryMs, Math.min(longestPauseMs, this.#cheapCost / idleShare));
    return pause - (now - Math.max(this.#lastCheap, this.#lastFull));
  }

  async #run(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    try {
      const now = performance.now();
      const cheapDue = this.#cheapDue(now) <= 0;
      const fullDue = this.#urgent || this.#firstSignAt !== undefined || this.#fullDue(now) <= 0;
      if (fullDue || (cheapDue && (await this.#somethingChanged()))) await this.#fullLook();
      else if (this.#countersDue(performance.now()) <= 0) await this.#readCounters();
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

  async #readCounters(): Promise<void> {
    const last = this.#lastSnapshot;
    if (!last) return;
    const began = performance.now();
    const counted = await lookAtCounters(this.#agent, last, this.#counters);
    this.#lastCounters = performance.now();
    this.#countersCost = smoothed(this.#countersCost, this.#lastCounters - began);
    if (this.#stopped) return;
    this.#lastSnapshot = counted;
    this.#events.onCounters(counted);
  }

  async #fullLook(): Promise<void> {
    this.#firstSignAt = undefined;
    this.#urgent = false;
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
    this.#lastSnapshot = snapshot;
    for (const resolve of waiting) resolve();
  }

  /** After a look that failed, those who waited for it wait for the next. */
  async #look(waiting: Array<() => void>): Promise<Snapshot> {
    try {
      const snapshot = await look(this.#agent, ++this.#sequence, this.#details);
      await nextTurn();
      const quiet = !this.#first && performance.now() - this.#signedAt >= quietMs && !isAtWork(snapshot);
      this.#first = false;
      if (!this.#stopped) await this.#events.onLook(snapshot, quiet ? "quiet" : waiting.length > 0 ? "unknown" : "busy");
      return snapshot;
    } catch (error) {
      this.#waiting.push(...waiting);
      throw error;
    }
  }
}

/** Somebody in the guest computes, or waits for a disk. */
function isAtWork({ processes }: Snapshot): boolean {
  return [...processes.values()].some(({ state }) => state === "R" || state === "D");
}

function smoothed(before: number, now: number): number {
  return before * 0.7 + now * 0.3;
}
