import { messageOf } from "../core/errors.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { Findings, Inquiry } from "../lab/inquiry.ts";
import type { CheckContext, Step } from "../lab/lab.ts";
import type { Scene } from "../lab/scene.ts";
import { Unseen, unknown, type Verdict } from "../lab/verdict.ts";

/** Events kept for one step; a longer story is cut at its beginning, and says so. */
export const maxEvents = 4000;
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

/**
 * What the guest is at when it is looked at. `busy`: something is under way, and questions can wait until it is over. `quiet`: nothing is,
 * and nothing was for a moment. `unknown`: whatever it is, somebody waits for this look.
 */
export type Pace = "busy" | "quiet" | "unknown";

/** Answers a step's further questions. What can't be answered is left out. */
export type Ask = (inquiries: readonly Inquiry[]) => Promise<Findings>;

const silent = "The machine did not answer in time.";
const nothingFound: Findings = new Map();

export interface Progress {
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
  /** Processes came or went since it was judged, or a line was typed. */
  stirred: boolean;
  /** When it was asked last, by the guest's clock; for a machine that came back, its first look. */
  askedAt: number | undefined;
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

export interface Beginning {
  /** The last look before. */
  readonly before: Snapshot;
  /** All that was reported after it. */
  readonly events: readonly ProcessEvent[];
}

/** What a look changes of a step. */
export type Judged = Pick<
  Progress,
  "verdict" | "completed" | "baseline" | "events" | "context" | "asked" | "askedAt" | "holding" | "putOff" | "stirred"
>;

export function isLatched({ step, completed }: Progress): boolean {
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
  readonly pace: Pace;
  /** Processes came or went since the look before, and not for a plant's own work. */
  readonly stirred: boolean;
  /** The step ahead of it came to pass at this very look. */
  readonly justDone: boolean;
}

/** Done, must hold, and a look alone does not show whether it does. */
export function asksWhileHeld(progress: Progress): boolean {
  return progress.completed && progress.step.inquire !== undefined && !isLatched(progress);
}

/** What a look adds to what is known of a step. */
export function takenBy(progress: Progress, looked: Looked) {
  const begun = progress.baseline !== undefined;
  return {
    baseline: progress.baseline ?? looked.beginning.before,
    events: begun ? trimmed([...progress.events, ...looked.recent]) : [...looked.beginning.events],
    stirred: progress.stirred || looked.stirred,
    askedAt: progress.askedAt ?? looked.now.uptime,
  };
}

/** What a look says of a step, and what it asks besides. */
export async function judge(progress: Progress, looked: Looked, ask: Ask, onBroken: (error: unknown) => void): Promise<Judged> {
  const { step } = progress;
  const { now } = looked;
  const { verdict, completed, context, asked, holding: held, putOff: waiting } = progress;
  const taken: Judged = { verdict, completed, context, asked, holding: held, putOff: waiting, ...takenBy(progress, looked) };
  const beginning = beginningOf(progress, looked);
  const putOff = waiting ?? { at: now.uptime, beginning };
  const mayWait = looked.justDone || (looked.pace === "busy" && now.uptime - putOff.at < longestPutOff);
  const current = { ...progress, ...taken };
  const judged = await decide(current, contextOf(current, looked), ask, onBroken, mayWait);
  if (!judged) return { ...taken, putOff: { ...putOff, beginning } };
  const passes = judged.verdict.kind === "pass";
  if (completed || !passes) return { ...taken, ...judged, holding: undefined };
  const holding: Holding = { since: held?.since ?? now, beginning };
  if (step.mode === "edge" || looked.pace === "quiet" || hasHeld(holding.since, now))
    return { ...taken, ...judged, completed: true, holding };
  return { ...taken, ...judged, verdict, holding };
}

type Decided = Pick<Progress, "verdict" | "context" | "asked" | "askedAt" | "putOff" | "stirred"> & { readonly verdict: Verdict };

/** Undefined: its questions can wait, and do. */
export async function decide(
  progress: Progress,
  context: CheckContext,
  ask: Ask,
  onBroken: (error: unknown) => void,
  mayWait = false,
): Promise<Decided | undefined> {
  const { step } = progress;
  let asked: readonly Inquiry[] = [];
  let judged = context;
  let verdict: Verdict;
  try {
    const inquiries = step.inquire?.(context) ?? [];
    if (mayWait && inquiries.length > 0) return undefined;
    // Whether what has just passed holds is seen by the look, when no process came or went since.
    const isKnown = progress.holding && !progress.stirred && sameQuestions(inquiries, progress.asked);
    const found = (isKnown && progress.context?.found) || (await answered(ask, inquiries, keptAnswers(progress, inquiries)));
    asked = inquiries;
    judged = { ...context, found: found ?? nothingFound };
    verdict = found ? step.check(judged) : unknown(silent);
  } catch (error) {
    if (!(error instanceof Unseen)) onBroken(error);
    verdict =
      error instanceof Unseen
        ? unknown(error.message)
        : unknown(`The check of this step is broken (${messageOf(error)}). This is the lab's fault, not yours.`);
  }
  return { verdict, context: judged, asked, askedAt: context.now.uptime, putOff: undefined, stirred: false };
}

export function contextOf(
  { baseline, events, answer }: Progress,
  { now, previous, scene }: Pick<Looked, "now" | "previous" | "scene">,
): CheckContext {
  return { now, since: baseline ?? now, previous, events, answer, scene, found: nothingFound };
}

/** Whether a step that is done and must hold is to ask again. */
export function isDue(progress: Progress, context: CheckContext, pace: Pace): boolean {
  const often = progress.stirred && pace !== "busy" ? heldStepAsksAfterEvents : heldStepAsksEvery;
  if (context.now.uptime - (progress.askedAt ?? context.now.uptime) >= often) return true;
  return progress.context !== undefined && isUndone(progress, { ...context, found: progress.context.found });
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

export function trimmed(events: ProcessEvent[]): ProcessEvent[] {
  const over = events.length - maxEvents;
  return over > 0 ? [{ kind: "lost", count: over }, ...events.slice(over + 1)] : events;
}
