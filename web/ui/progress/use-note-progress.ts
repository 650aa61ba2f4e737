import { useEffect } from "react";
import type { StepState } from "../../checker/step-state.ts";
import type { Lab } from "../../lab/lab.ts";
import { changeProgress, noteProgress } from "./progress.ts";

/** Keeps which steps of the open lab are done, with their times. */
export function useNoteProgress({ id }: Lab, steps: readonly StepState[]): void {
  useEffect(() => {
    const done = steps.filter(({ completed }) => completed).map((step) => step.id);
    changeProgress((before) => noteProgress(before, id, done, Date.now()));
  }, [id, steps]);
}
