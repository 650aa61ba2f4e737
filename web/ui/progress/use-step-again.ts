import { useCallback } from "react";
import type { StepState } from "../../checker/step-state.ts";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { changeProgress, forgetSteps } from "./progress.ts";

/** A step is done again from where it began: the beginning of the lab, or the machine with which the step before was finished. */
export function useStepAgain(
  session: Session,
  { steps, checkpoints }: SessionState,
): (step: StepState) => (() => void) | undefined {
  const { list, busy } = checkpoints;
  return useCallback(
    (step) => {
      if (!step.completed || busy) return undefined;
      const at = steps.findIndex(({ id }) => id === step.id);
      const before = steps[at - 1]?.id;
      const from = list.findLast(({ kind, step: finished }) =>
        at === 0 ? kind === "start" : kind === "step" && finished === before,
      );
      if (!from) return undefined;
      return () => {
        const later = steps.slice(at).map(({ id }) => id);
        void session.checkpoints
          .restore(from.id)
          .then(() => changeProgress((known) => forgetSteps(known, session.lab.id, later)))
          .catch(() => undefined);
      };
    },
    [session, steps, list, busy],
  );
}
