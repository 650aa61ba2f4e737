import type { Verdict } from "../lab/verdict.ts";

/** Verdict and completion are two things: a verdict may flip back, a completed step stays completed. */
export interface StepState {
  readonly id: string;
  readonly title: string;
  /** What the kernel shows; undefined before the step's first look. */
  readonly verdict: Verdict | undefined;
  readonly completed: boolean;
  /** The step the learner is at: the first that is not completed. */
  readonly current: boolean;
}
