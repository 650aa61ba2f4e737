import { useState } from "react";
import type { StepState } from "../../checker/step-state.ts";
import { text } from "../text.ts";

/** Says aloud that a step is done, and what comes next. Nothing else: verdicts change too often. */
export function Announcer({ steps }: { readonly steps: readonly StepState[] }) {
  const [known, setKnown] = useState(steps);
  const [message, setMessage] = useState("");
  if (known !== steps) {
    setKnown(steps);
    const said = announcement(known, steps);
    if (said) setMessage(said);
  }
  return (
    <p className="visually-hidden" role="status" data-testid="announcer">
      {message}
    </p>
  );
}

function announcement(before: readonly StepState[], now: readonly StepState[]): string | undefined {
  const at = now.findLastIndex((step, index) => step.completed && before[index]?.id === step.id && !before[index]?.completed);
  const step = now[at];
  if (!step) return undefined;
  const next = now.find(({ current }) => current);
  return `${text.guide.announceDone(at + 1, step.title)} ${next ? text.guide.announceNext(next.title) : text.guide.announceFinished}`;
}
