import type { StepState } from "../../checker/step-state.ts";

/** What a step shows. `lost`: done, and the kernel no longer shows it; the completion stays. */
export type StepStatus = "idle" | "fail" | "pass" | "lost" | "unknown";

export function stepStatus({ verdict, completed }: StepState): StepStatus {
  // A machine that is silent for a moment takes nothing away from a finished step.
  if (completed) return verdict?.kind === "fail" ? "lost" : "pass";
  return verdict?.kind ?? "idle";
}

/** A failing check gives a hint once something was tried that leads elsewhere. */
export function hintOf({ verdict, completed }: StepState): string | undefined {
  return !completed && verdict?.kind === "fail" ? verdict.hint : undefined;
}
