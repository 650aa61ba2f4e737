import type { StepState } from "../checker/step-state.ts";
import type { LabError } from "../core/errors.ts";

/** What the page is waiting for while nothing can be typed yet. */
export type LoadingStage = "emulator" | "state" | "kernel" | "boot" | "agent" | "lab";

export type SessionPhase =
  | {
      readonly kind: "loading";
      readonly stage: LoadingStage;
      /** Bytes received; `total` is undefined when the server did not say. */
      readonly loaded: number;
      readonly total: number | undefined;
    }
  | { readonly kind: "ready" }
  /** The machine runs or would run, and waits for something (a part of the disk, the agent's answer). Goes back to ready by itself or by `retry`. */
  | { readonly kind: "stalled"; readonly error: LabError }
  /** Nothing goes on without `retry` (same way again) or `reset` (a fresh machine). */
  | { readonly kind: "failed"; readonly error: LabError }
  /** The guest's kernel panicked, rebooted or powered off: `reset` gives a fresh machine. */
  | { readonly kind: "stopped"; readonly reason: "panic" | "reboot" | "halt"; readonly error: LabError };

export interface TerminalState {
  readonly id: number;
  /** "ended": its shell is gone; `note` says how ("The shell was killed by signal 9."), `reopen` starts another. */
  readonly status: "open" | "ended";
  readonly note: string | undefined;
}

export interface SessionState {
  readonly phase: SessionPhase;
  readonly steps: readonly StepState[];
  readonly terminals: readonly TerminalState[];
  /** True while a reset is under way. */
  readonly resetting: boolean;
  /** Something worth one line that is no failure: "Booted from scratch, because …". */
  readonly notice: string | undefined;
}
