import type { CheckpointInfo } from "../../session/state.ts";

export interface TimelineRow {
  readonly checkpoint: CheckpointInfo;
  /** Where it branches off, unless it follows the one that is drawn before it. */
  readonly forkedFrom: CheckpointInfo | undefined;
}

/** Checkpoints in the order they were made, each with where it came from if that isn't its neighbour. */
export function timelineRows(list: readonly CheckpointInfo[]): readonly TimelineRow[] {
  const known = new Map(list.map((checkpoint) => [checkpoint.id, checkpoint]));
  return list.map((checkpoint, at) => {
    const { parent } = checkpoint;
    const follows = parent === undefined || parent === list[at - 1]?.id;
    return { checkpoint, forkedFrom: follows ? undefined : known.get(parent) };
  });
}
