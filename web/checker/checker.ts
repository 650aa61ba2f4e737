import { messageOf } from "../core/errors.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { Findings, Inquiry } from "../lab/inquiry.ts";
import type { CheckContext, Step } from "../lab/lab.ts";
import { emptyScene, type Scene } from "../lab/scene.ts";
import { Unseen, unknown, type Verdict } from "../lab/verdict.ts";
import type { CheckerSave } from "./checker-save.ts";
import type { StepState } from "./step-state.ts";

/** Events kept for one step; a longer story is cut at its beginning, and says so. */
const maxEvents = 4000;
/**
 * What must hold has to outlast what is under way: until the guest was idle for so many seconds, or for the longer time where it
 * never is. So a program that is over at once does not complete a step by being caught in the act.
 */
const holdsWhileIdle = 0.08;
const holdsWhileBusy = 2;
/**
 * Seconds of the guest's clock: a step that is done and must hold asks its further questions no more often, when something happened and
 * it is over, and when nothing was reported.
 */
const heldStepAsksAfterEvents = 3;
const heldStepAsksEvery = 12;
/** Seconds of the guest's clock: questions are not put off for longer, however busy the guest is. */
const longestPutOff = 2;

/** Answers a step's further questions. What can't be answered is left out. */
export type Ask = (inquiries: readonly Inquiry[]) => Promise<Findings>;

const silent = "The machine did not answer in time.";
const nothingFound: Findings = new Map();
const askNothing: Ask = () => Promise.resolve(nothingFound);

interface Progress {
  readonly step: Step;
  verdict: Verdict | undefined;
  /** The verdict with which it began. */
  first: Verdict | undefined;
  /** Programs were started after that one. */
  touched: boolean;
  completed: boolean;
  baseline: Snapshot | undefined;
  events: ProcessEvent[];
  answer: string | undefined;
  /** What the verdict was made from. */
  context: CheckContext | undefined;
  /** What was asked for it. */
  asked: readonly Inquiry[];
  /** While a `level` step passes that is not completed. */
  holding: Holding | undefined;
  /** While its questions wait. */
  putOff: PutOff | undefined;
  /** Processes came or went since it was judged. */
  stirred: boolean;
}

/** Since when a step has not been judged, as its questions were put off. */
interface PutOff {
  /** By the guest's clock. */
  readonly at: number;
  readonly beginning: Beginning;
}

/** How it came to pass: where the next step begins, should this one hold. */
interface Holding {
  /** The first look that passed. */
  readonly since: Snapshot;
  readonly beginning: Beginning;
}

interface Beginning {
  /** The last look before. */
  readonly before: Snapshot;
  /** All that was reported after it. */
  readonly events: readonly ProcessEvent[];
}

/** What a look changes of a step. */
type Judged = Pick<
  Progress,
  "verdict" | "completed" | "baseline" | "events" | "context" | "asked" | "holding" | "putOff" | "stirred"
>;

/**
 * Steps in order against looks in order. A step begins at the look *before* the one at which the step ahead of it came to pass: what
 * one command did for both counts for both, and what was there earlier doesn't.
 */
export class Checker {
  readonly #progress: readonly Progress[];
  #scene: Scene = emptyScene;
  #previous: Snapshot | undefined;
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
    }));
  }

  /** What the lab's setup put into the machine; to be given before the first look. */
  set scene(scene: Scene) {
    this.#scene = scene;
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
    this.#scene = save.scene;
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

  /** What the kernel reported since the last look; to be given before the look that follows it. */
  addEvents(events: readonly ProcessEvent[]): void {
    this.#recent.push(...events);
    if (this.#recent.length > maxEvents) this.#recent = trimmed(this.#recent);
  }

  /**
   * The first look is the baseline of the first step. Nothing changes before all is judged, so that a machine saved meanwhile is of
   * one look. One at a time. `busy`: something is under way in the guest; what a step asks besides can wait until it is over.
   */
  async look(now: Snapshot, ask: Ask = askNothing, busy = false): Promise<void> {
    const previous = this.#previous;
    const recent = this.#recent;
    this.#underLook = recent;
    this.#recent = [];
    const news: Array<readonly [Progress, Judged]> = [];
    let beginning: Beginning = { before: previous ?? now, events: recent };
    for (const progress of this.#progress) {
      const looked = { now, previous, recent, beginning, scene: this.#scene, busy };
      const { holding, ...judged } = await judge(progress, looked, ask, this.#onBroken);
      news.push([progress, { ...judged, holding: judged.completed ? undefined : holding }]);
      if (!judged.completed) break;
      beginning = holding?.beginning ?? beginning;
    }
    this.#underLook = [];
    this.#previous = now;
    for (const [progress, judged] of news) {
      if (progress.first && recent.some(({ kind }) => kind === "exec")) progress.touched = true;
      if (judged.verdict?.kind !== "unknown") progress.first ??= judged.verdict;
      Object.assign(progress, judged);
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

interface Looked {
  readonly now: Snapshot;
  /** Undefined at the first look. */
  readonly previous: Snapshot | undefined;
  readonly recent: readonly ProcessEvent[];
  /** Of a step that begins at this look. */
  readonly beginning: Beginning;
  readonly scene: Scene;
  readonly busy: boolean;
}

async function judge(progress: Progress, looked: Looked, ask: Ask, onBroken: (error: unknown) => void): Promise<Judged> {
  const { step, answer } = progress;
  if (isLatched(progress)) return progress;
  const { now, previous, recent, scene } = looked;
  const beginning = beginningOf(progress, looked);
  const begun = progress.baseline !== undefined;
  const since = progress.baseline ?? looked.beginning.before;
  const events = begun ? trimmed([...progress.events, ...recent]) : [...looked.beginning.events];
  // As it was judged last.
  const stirred = progress.stirred || recent.length > 0;
  const later = (putOff: PutOff | undefined): Judged => ({ ...progress, baseline: since, events, putOff, stirred });
  let context: CheckContext = { now, since, previous, events, answer, scene, found: nothingFound };
  if (progress.completed && step.inquire && progress.context) {
    const often = stirred && !looked.busy ? heldStepAsksAfterEvents : heldStepAsksEvery;
    const isDue = now.uptime - progress.context.now.uptime >= often;
    if (!isDue && !isUndone(progress, { ...context, found: progress.context.found })) return later(undefined);
  }
  let asked: readonly Inquiry[] = [];
  let verdict: Verdict;
  try {
    const inquiries = step.inquire?.(context) ?? [];
    const putOff = progress.putOff ?? { at: now.uptime, beginning };
    if (looked.busy && inquiries.length > 0 && now.uptime - putOff.at < longestPutOff) return later({ ...putOff, beginning });
    // Whether what has just passed holds is seen by the look, when no process came or went since.
    const known = progress.holding && !stirred && sameQuestions(inquiries, progress.asked) ? progress.context?.found : undefined;
    const found = known ?? (await answered(ask, inquiries, keptAnswers(progress, inquiries)));
    asked = inquiries;
    context = { ...context, found: found ?? nothingFound };
    verdict = found ? step.check(context) : unknown(silent);
  } catch (error) {
    if (!(error instanceof Unseen)) onBroken(error);
    verdict =
      error instanceof Unseen
        ? unknown(error.message)
        : unknown(`The check of this step is broken (${messageOf(error)}). This is the lab's fault, not yours.`);
  }
  const passes = verdict.kind === "pass";
  const judged = {
    verdict,
    completed: progress.completed || passes,
    baseline: since,
    events,
    context,
    asked,
    putOff: undefined,
    stirred: false,
  };
  if (progress.completed || !passes) return { ...judged, holding: undefined };
  const holding: Holding = { since: progress.holding?.since ?? now, beginning };
  if (step.mode === "edge" || hasHeld(holding.since, now)) return { ...judged, holding };
  return { ...judged, verdict: progress.verdict, completed: false, holding };
}

/** A step that holds no more, as the look shows already with what was answered last: it asks at once. */
function isUndone({ step, verdict }: Progress, context: CheckContext): boolean {
  if (verdict?.kind !== "pass") return false;
  try {
    return step.check(context).kind === "fail";
  } catch {
    // What was answered is of another time; it is asked anew when it is due.
    return false;
  }
}

/** Where the next step begins, if it turns out at this look that the step has passed. */
function beginningOf(progress: Progress, { now, previous, recent, beginning }: Looked): Beginning {
  const open = progress.putOff?.beginning ?? progress.holding?.beginning;
  if (open) return { ...open, events: trimmed([...open.events, ...recent]) };
  return progress.baseline === undefined ? beginning : { before: previous ?? now, events: recent };
}

/** Also before anything was said. */
function isSaidAgain(first: Verdict | undefined, verdict: Verdict | undefined): boolean {
  if (first?.kind !== "fail" || verdict?.kind !== "fail") return first?.kind === verdict?.kind;
  return first.reason === verdict.reason && first.hint === verdict.hint;
}

function sameQuestions(one: readonly Inquiry[], other: readonly Inquiry[]): boolean {
  return one.length === other.length && one.every(({ key }, i) => key === other[i]?.key);
}

function hasHeld(since: Snapshot, now: Snapshot): boolean {
  return now.idleTime - since.idleTime >= holdsWhileIdle || now.uptime - since.uptime >= holdsWhileBusy;
}

/** Undefined when the agent is silent. */
async function answered(ask: Ask, inquiries: readonly Inquiry[], kept: Findings): Promise<Findings | undefined> {
  const open = inquiries.filter(({ key }) => !kept.has(key));
  if (open.length === 0) return kept;
  return ask(open).then(
    (found) => new Map([...kept, ...found]),
    () => undefined,
  );
}

/** Answers to what says of itself that nothing has changed, if they said no. */
function keptAnswers({ asked, context, verdict }: Progress, inquiries: readonly Inquiry[]): Findings {
  if (verdict?.kind !== "fail") return nothingFound;
  const kept = inquiries.flatMap((inquiry) => {
    const finding = context?.found.get(inquiry.key);
    const before = asked.find(({ key }) => key === inquiry.key);
    const isSame = changeOf(inquiry) !== undefined && before !== undefined && changeOf(before) === changeOf(inquiry);
    return isSame && finding ? [[inquiry.key, finding] as const] : [];
  });
  return new Map(kept);
}

function changeOf(inquiry: Inquiry): string | undefined {
  return inquiry.kind === "probe" ? inquiry.unlessChanged : undefined;
}

function trimmed(events: ProcessEvent[]): ProcessEvent[] {
  const over = events.length - maxEvents;
  return over > 0 ? [{ kind: "lost", count: over }, ...events.slice(over + 1)] : events;
}
