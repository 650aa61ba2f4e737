import { messageOf } from "../core/errors.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { Step } from "../lab/lab.ts";
import { unknown, type Verdict } from "../lab/verdict.ts";
import type { CheckerSave } from "./checker-save.ts";
import type { StepState } from "./step-state.ts";

/** Events kept for one step; a longer story is cut at its beginning, and says so. */
const maxEvents = 4000;

interface Progress {
  readonly step: Step;
  verdict: Verdict | undefined;
  completed: boolean;
  baseline: Snapshot | undefined;
  events: ProcessEvent[];
  answer: string | undefined;
}

/**
 * Steps in order against looks in order. A step begins at the look *before* the one that completed the step ahead of it: what one
 * command did for both counts for both, and what was there earlier doesn't.
 */
export class Checker {
  readonly #progress: readonly Progress[];
  #previous: Snapshot | undefined;
  /** Events since the previous look. */
  #recent: ProcessEvent[] = [];

  constructor(steps: readonly Step[]) {
    this.#progress = steps.map((step) => ({
      step,
      verdict: undefined,
      completed: false,
      baseline: undefined,
      events: [],
      answer: undefined,
    }));
  }

  get states(): readonly StepState[] {
    const current = this.#progress.findIndex((progress) => !progress.completed);
    return this.#progress.map(({ step, verdict, completed }, i) => ({
      id: step.id,
      title: step.title,
      verdict,
      completed,
      current: i === current,
    }));
  }

  /** The look with which the current step began, or the last step when all are done; undefined before the first look. */
  get baseline(): Snapshot | undefined {
    return (this.#progress.find(({ completed }) => !completed) ?? this.#progress.at(-1))?.baseline;
  }

  save(): CheckerSave {
    const snapshots: Snapshot[] = [];
    const indexOf = (snapshot: Snapshot | undefined) => {
      if (!snapshot) return undefined;
      const known = snapshots.indexOf(snapshot);
      return known >= 0 ? known : snapshots.push(snapshot) - 1;
    };
    return {
      previous: indexOf(this.#previous),
      recent: this.#recent,
      steps: this.#progress.map((progress) => ({
        id: progress.step.id,
        completed: progress.completed,
        verdict: progress.verdict,
        // A step that is done for good never looks at its beginning again.
        baseline: isLatched(progress) ? undefined : indexOf(progress.baseline),
        events: isLatched(progress) ? [] : progress.events,
        answer: progress.answer,
      })),
      snapshots,
    };
  }

  /** Goes on where another checker of the same lab was saved. A step that the lab did not have then begins at the next look. */
  restore(save: CheckerSave): void {
    const at = (index: number | undefined) => (index === undefined ? undefined : save.snapshots[index]);
    this.#previous = at(save.previous);
    this.#recent = [...save.recent];
    for (const progress of this.#progress) {
      const saved = save.steps.find(({ id }) => id === progress.step.id);
      if (!saved) continue;
      progress.completed = saved.completed;
      progress.verdict = saved.verdict;
      progress.baseline = at(saved.baseline) ?? (saved.completed ? this.#previous : undefined);
      progress.events = [...saved.events];
      progress.answer = saved.answer;
    }
  }

  /** What the learner answered to a step's question; counts from the next look on. */
  answer(step: string, value: string): void {
    const asked = this.#progress.find((progress) => progress.step.id === step);
    if (asked) asked.answer = value;
  }

  /** What the kernel reported since the last look; to be given before the look that follows it. */
  addEvents(events: readonly ProcessEvent[]): void {
    this.#recent.push(...events);
    if (this.#recent.length > maxEvents) this.#recent = trimmed(this.#recent);
  }

  /** The first look is the baseline of the first step. */
  look(now: Snapshot): void {
    const before = this.#previous ?? now;
    const recent = this.#recent;
    this.#recent = [];
    this.#previous = now;
    for (const progress of this.#progress) {
      const begun = progress.baseline !== undefined;
      if (!begun) {
        progress.baseline = before;
        progress.events = [...recent];
      } else if (!isLatched(progress)) {
        progress.events = trimmed([...progress.events, ...recent]);
      }
      if (!isLatched(progress)) {
        progress.verdict = evaluate(progress, now);
        if (progress.verdict.kind === "pass") progress.completed = true;
      }
      if (!progress.completed) break;
    }
  }

  /** A look that could not be had: what isn't latched is unknown until the next. */
  blind(reason: string): void {
    for (const progress of this.#progress) {
      if (progress.baseline && !isLatched(progress)) progress.verdict = unknown(reason);
    }
  }
}

function isLatched({ step, completed }: Progress): boolean {
  return completed && step.mode === "edge";
}

function evaluate({ step, baseline, events, answer }: Progress, now: Snapshot): Verdict {
  try {
    return step.check({ now, since: baseline as Snapshot, events, answer });
  } catch (error) {
    return unknown(`The check of this step is broken (${messageOf(error)}). This is the lab's fault, not yours.`);
  }
}

function trimmed(events: ProcessEvent[]): ProcessEvent[] {
  const over = events.length - maxEvents;
  return over > 0 ? [{ kind: "lost", count: over }, ...events.slice(over + 1)] : events;
}
