import type { CheckpointInfo } from "../../session/state.ts";
import { text } from "../text.ts";

/** What it is called: as the learner or the step said, or by what it is. */
export function checkpointName({ name, kind }: CheckpointInfo): string {
  return name === "" ? text.timeline.kind[kind] : name;
}
