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
  /** Given by the learner; undefined: the page numbers it. */
  readonly name: string | undefined;
  /** Pid of its first process, in the host's PID namespace. */
  readonly pid: number;
}

/** A file that is open in the editor. */
export interface OpenFile {
  readonly path: string;
  /** Text that was not saved yet; undefined when there is nothing to lose. */
  readonly unsaved?: string | undefined;
  /** Line and column, from 1. */
  readonly cursor?: { readonly line: number; readonly column: number } | undefined;
}

/** How the learner's desk stands: what the page keeps with the machine. */
export interface DeskState {
  /** Terminals by id, from left to right; more than one group when the view is split. */
  readonly groups: ReadonlyArray<{ readonly terminals: readonly number[]; readonly active?: number | undefined }>;
  readonly files: readonly OpenFile[];
  readonly activeFile?: string | undefined;
}

export const checkpointKinds = ["start", "step", "manual", "resume", "import", "before"] as const;
/**
 * `start`: the lab's first look; `step`: a step was finished; `manual`: saved by hand; `resume`: the newest, from which a reload goes on;
 * `before`: kept before the learner went elsewhere.
 */
export type CheckpointKind = (typeof checkpointKinds)[number];

export interface CheckpointInfo {
  readonly id: string;
  /** The one from which the machine came to this; undefined at the root. */
  readonly parent: string | undefined;
  readonly kind: CheckpointKind;
  readonly name: string;
  /** Of a `step`: which was finished. */
  readonly step: string | undefined;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Bytes that it alone takes in the store. */
  readonly bytes: number;
  readonly completedSteps: number;
}

export interface CheckpointsState {
  /** Oldest first, without the `resume` record. */
  readonly list: readonly CheckpointInfo[];
  /** The one from which the present machine came. */
  readonly current: string | undefined;
  readonly busy: "saving" | "restoring" | undefined;
  /** The newest of all, `resume` too: what to offer after a crash. */
  readonly last: CheckpointInfo | undefined;
  readonly store: {
    /** "tab": the browser refuses storage; checkpoints last as long as this tab. */
    readonly kind: "browser" | "tab";
    readonly bytes: number;
    readonly limit: number;
    /** Will be dropped at the next save, as the store is full. */
    readonly nextToDrop: string | undefined;
  };
  /** What went wrong or was dropped, in a sentence; until the next success. */
  readonly notice: string | undefined;
}

export interface SessionState {
  readonly phase: SessionPhase;
  readonly steps: readonly StepState[];
  readonly terminals: readonly TerminalState[];
  readonly desk: DeskState;
  readonly checkpoints: CheckpointsState;
  /** Answers to steps' questions, by step. */
  readonly answers: Readonly<Record<string, string>>;
  /** True while a reset is under way. */
  readonly resetting: boolean;
  /** Something worth one line that is no failure: "Booted from scratch, because …". */
  readonly notice: string | undefined;
}

export const emptyDesk: DeskState = { groups: [], files: [], activeFile: undefined };

export const noCheckpoints: CheckpointsState = {
  list: [],
  current: undefined,
  busy: undefined,
  last: undefined,
  store: { kind: "tab", bytes: 0, limit: 0, nextToDrop: undefined },
  notice: undefined,
};
