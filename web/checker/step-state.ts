import type { Verdict } from "../lab/verdict.ts";

/**
 * What was done for a step since it began: `none`, nothing was started and the verdict is the one it began with; `vain`, something was
 * started and the verdict is still that; `seen`, the verdict is another.
 */
export type Attempt = "none" | "vain" | "seen";

/** Verdict and completion are two things: a verdict may flip back, a completed step stays completed. */
export interface StepState {
  readonly id: string;
  readonly title: string;
  /** What the kernel shows; undefined before the step's first look. */
  readonly verdict: Verdict | undefined;
  readonly completed: boolean;
  readonly attempt: Attempt;
  /** The step the learner is at: the first that is not completed. */
  readonly current: boolean;
}
