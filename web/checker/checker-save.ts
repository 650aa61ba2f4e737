import type { Snapshot } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "../lab/events.ts";
import type { Scene } from "../lab/scene.ts";
import type { Verdict } from "../lab/verdict.ts";

/** Everything a checker remembers, for a machine that is saved and comes back: plain values, Maps and bigints. */
export interface CheckerSave {
  readonly scene: Scene;
  /** Each once; what follows points into it. */
  readonly snapshots: readonly Snapshot[];
  readonly previous: number | undefined;
  readonly recent: readonly ProcessEvent[];
  readonly steps: readonly StepSave[];
}

export interface StepSave {
  readonly id: string;
  readonly completed: boolean;
  readonly verdict: Verdict | undefined;
  readonly baseline: number | undefined;
  readonly events: readonly ProcessEvent[];
  readonly answer: string | undefined;
  /** Missing in what was saved before there were these. */
  readonly first?: Verdict | undefined;
  readonly touched?: boolean;
}
