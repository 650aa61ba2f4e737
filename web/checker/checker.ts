import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { CheckContext, Step } from "../lab/lab.ts";
import { emptyScene, type Scene } from "../lab/scene.ts";
import { unknown, type Verdict } from "../lab/verdict.ts";
import type { CheckerSave } from "./checker-save.ts";
import {
  type Ask,
  asksWhileHeld,
  type Beginning,
  contextOf,
  decide,
  isDue,
  isLatched,
  type Judged,
  judge,
  maxEvents,
  type Pace,
  type Progress,
  takenBy,
  trimmed,
} from "./judge.ts";
import { PlantWork } from "./plant-work.ts";
import type { StepState } from "./step-state.ts";

const askNothing: Ask = () => Promise.resolve(new Map());

/**
 * Steps in order against looks in order. A step begins at the look *before* the one at which the step ahead of it came to pass: what
 * one command did for both counts for both, and what was there earlier doesn't.
 */
export class Checker {
  readonly #progress: readonly Progress[];
  #scene: Scene = emptyScene;
  #plantWork = new PlantWork(emptyScene);
  /** Of the events since the previous look, some are not the plants' own work. */
  #stirred = false;
  #previous: Snapshot | undefined;
  #beforePrevious: Snapshot | undefined;
  #asksHeld = false;
  /** Events since the previous look. */
  #recent: ProcessEvent[] = [];
  /** Those that are just being judged with a look. */
  #underLook: readonly ProcessEvent[] = [];

  readonly #onBroken: (error: unknown) => void;

  /** `onBroken` hears of checks that throw. */
  constructor(steps: readonly Step[], onBroken: (error: unknown) => void = () => undefined) {
    this.#onBroken = onBroken;
    this.#progress = steps.map((step) => ({
      step,
      verdict: undefined,
      first: undefined,
      touched: false,
      completed: false,
      baseline: undefined,
      events: [],
      answer: undefined,
      context: undefined,
      asked: [],
      holding: undefined,
      putOff: undefined,
      stirred: false,
      askedAt: undefined,
    }));
  }

  /** What the lab's setup put into the machine; to be given before the first look. */
  set scene(scene: Scene) {
    this.#scene = scene;
    this.#plantWork = new PlantWork(scene);
  }

  get states(): readonly StepState[] {
    const current = this.#progress.findIndex((progress) => !progress.completed);
    return this.#progress.map(({ step, verdict, completed, first, touched }, i) => ({
      id: step.id,
      title: step.title,
      verdict,
      completed,
      attempt: isSaidAgain(first, verdict) ? (touched ? "vain" : "none") : "seen",
      current: i === current,
    }));
  }

  /** The look with which the current step began, or the last step when all are done; undefined before the first look. */
  get baseline(): Snapshot | undefined {
    return (this.#progress.find(({ completed }) => !completed) ?? this.#progress.at(-1))?.baseline;
  }

  /** A step passes and has not held for long enough: a look is wanted soon. */
  get unsettled(): boolean {
    return this.#progress.some(({ holding }) => holding !== undefined);
  }

  /** A step's questions were put off: a look is wanted when the guest is quiet. */
  get waiting(): boolean {
    return this.#progress.some(({ putOff }) => putOff !== undefined);
  }

  /** What the newest verdict of a step was made from: for whoever wants to judge it again. */
  contextOf(step: string): CheckContext | undefined {
    return this.#progress.find((progress) => progress.step.id === step)?.context;
  }

  save(): CheckerSave {
    const snapshots: Snapshot[] = [];
    const indexOf = (snapshot: Snapshot | undefined) => {
      if (!snapshot) return undefined;
      const known = snapshots.indexOf(snapshot);
      return known >= 0 ? known : snapshots.push(snapshot) - 1;
    };
    return {
      scene: this.#scene,
      previous: indexOf(this.#previous),
      recent: [...this.#underLook, ...this.#recent],
      steps: this.#progress.map((progress) => ({
        id: progress.step.id,
        completed: progress.completed,
        verdict: progress.verdict,
        // A step that is done for good never looks at its beginning again.
        baseline: isLatched(progress) ? undefined : indexOf(progress.baseline),
        events: isLatched(progress) ? [] : progress.events,
        answer: progress.answer,
        first: progress.first,
        touched: progress.touched,
      })),
      snapshots,
    };
  }

  /** Goes on where another checker of the same lab was saved. A step that the lab did not have then begins at the next look. */
  restore(save: CheckerSave): void {
    const at = (index: number | undefined) => (index === undefined ? undefined : save.snapshots[index]);
    this.scene = save.scene;
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
      progress.first = saved.first;
      progress.touched = saved.touched ?? false;
    }
  }

  /** What the learner answered to a step's question; counts from the next look on. */
  answer(step: string, value: string): void {
    const asked = this.#progress.find((progress) => progress.step.id === step);
    if (asked) asked.answer = value;
  }

  /**
   * What the kernel reported since the last look; to be given before the look that follows it. True: it is a sign of change. A server
   * that the lab planted, at work for a probe or for anybody, gives none.
   */
  addEvents(events: readonly ProcessEvent[]): boolean {
    this.#recent.push(...events);
    if (this.#recent.length > maxEvents) this.#recent = trimmed(this.#recent);
    const stirs = this.#plantWork.without(events).length > 0;
    this.#stirred ||= stirs;
    return stirs;
  }

  /** A line was typed, and answered: what must hold may not hold any more, though no process came or went. */
  stirHeld(): void {
    for (const progress of this.#progress) if (asksWhileHeld(progress)) progress.stirred = true;
  }

  /**
   * The first look is the baseline of the first step. Nothing changes before all is judged, so that a machine saved meanwhile is of
   * one look. One at a time. Where a step has come to pass, the next one asks at the next look: nobody waits for that.
   */
  async look(now: Snapshot, ask: Ask = askNothing, pace: Pace = "unknown"): Promise<void> {
    const previous = this.#previous;
    const recent = this.#recent;
    this.#underLook = recent;
    this.#recent = [];
    const stirred = this.#stirred;
    this.#stirred = false;
    const news: Array<readonly [Progress, Partial<Judged>]> = [];
    let beginning: Beginning = { before: previous ?? now, events: recent };
    let justDone = false;
    for (const progress of this.#progress) {
      const looked = { now, previous, recent, beginning, scene: this.#scene, pace, stirred, justDone };
      if (isLatched(progress)) continue;
      if (asksWhileHeld(progress)) {
        news.push([progress, takenBy(progress, looked)]);
        continue;
      }
      const { holding, ...judged } = await judge(progress, looked, ask, this.#onBroken);
      news.push([progress, { ...judged, holding: judged.completed ? undefined : holding }]);
      if (!judged.completed) break;
      justDone ||= !progress.completed;
      beginning = holding?.beginning ?? beginning;
    }
    this.#underLook = [];
    this.#beforePrevious = previous;
    this.#previous = now;
    for (const [progress, judged] of news) {
      if (progress.first && stirred) progress.touched = true;
      if (judged.verdict?.kind !== "unknown") progress.first ??= judged.verdict;
      Object.assign(progress, judged);
    }
  }

  /**
   * Steps that are done and must hold ask their further questions about the last look, when it is time; looks may go on meanwhile. One
   * at a time. False: nothing was asked.
   */
  async holds(ask: Ask, pace: Pace): Promise<boolean> {
    const now = this.#previous;
    if (!now || this.#asksHeld) return false;
    const held = { now, previous: this.#beforePrevious, scene: this.#scene };
    const due = this.#progress.filter((progress) => asksWhileHeld(progress) && isDue(progress, contextOf(progress, held), pace));
    this.#asksHeld = true;
    for (const progress of due) {
      progress.askedAt = now.uptime;
      progress.stirred = false;
      const decided = await decide(progress, contextOf(progress, held), ask, this.#onBroken);
      if (decided) ({ verdict: progress.verdict, context: progress.context, asked: progress.asked } = decided);
    }
    this.#asksHeld = false;
    return due.length > 0;
  }

  /** A look that could not be had: what isn't latched is unknown until the next. */
  blind(reason: string): void {
    for (const progress of this.#progress) {
      if (progress.baseline && !isLatched(progress)) progress.verdict = unknown(reason);
    }
  }
}

/** Also before anything was said. */
function isSaidAgain(first: Verdict | undefined, verdict: Verdict | undefined): boolean {
  if (first?.kind !== "fail" || verdict?.kind !== "fail") return first?.kind === verdict?.kind;
  return first.reason === verdict.reason && first.hint === verdict.hint;
}
