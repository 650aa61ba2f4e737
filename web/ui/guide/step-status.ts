import type { StepState } from "../../checker/step-state.ts";

/** What a step shows. `lost`: done, and the kernel no longer shows it; the completion stays. */
export type StepStatus = "idle" | "fail" | "pass" | "lost" | "unknown";

export function stepStatus({ verdict, completed }: StepState): StepStatus {
  // A machine that is silent for a moment takes nothing away from a finished step.
  if (completed) return verdict?.kind === "fail" ? "lost" : "pass";
  return verdict?.kind ?? "idle";
}

/** A failing check gives a hint, which is shown once something was tried. */
export function hintOf({ verdict, completed, attempt }: StepState): string | undefined {
  return !completed && verdict?.kind === "fail" && attempt !== "none" ? verdict.hint : undefined;
}

/** What was tried leads elsewhere. */
export function isAstray(step: StepState): boolean {
  return hintOf(step) !== undefined && step.attempt === "seen";
}
