import { useState } from "react";
import type { StepState } from "../../checker/step-state.ts";

export interface OpenSteps {
  isOpen(step: StepState): boolean;
  toggle(id: string): void;
  /** The step that was done last and has not been left: it stays open, so that its text can be read to the end. */
  readonly fresh: string | undefined;
  leave(id: string): void;
}

/** Which cards are open: the current step's and the one just done, unless the reader said otherwise. */
export function useOpenSteps(steps: readonly StepState[]): OpenSteps {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [fresh, setFresh] = useState<string | undefined>();
  const [known, setKnown] = useState(steps);

  if (known !== steps) {
    setKnown(steps);
    const done = steps.filter((step) => step.completed);
    const before = new Set(known.filter((step) => step.completed).map((step) => step.id));
    const added = done.filter((step) => !before.has(step.id));
    if (added.length > 0) {
      setFresh(added.at(-1)?.id);
      setChosen(new Map());
    } else if (done.length < before.size) {
      setFresh(undefined);
      setChosen(new Map());
    }
  }

  const isOpen = (step: StepState): boolean => chosen.get(step.id) ?? (step.current || step.id === fresh);
  return {
    isOpen,
    fresh,
    toggle(id) {
      const step = steps.find((candidate) => candidate.id === id);
      if (step) setChosen(new Map(chosen).set(id, !isOpen(step)));
    },
    leave(id) {
      setFresh((now) => (now === id ? undefined : now));
      setChosen(new Map([...chosen].filter(([other]) => other !== id)));
    },
  };
}
