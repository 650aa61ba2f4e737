import type { Progress } from "../progress/progress.ts";
import { ButtonLink } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { doneSteps, type FoundLab } from "./lab-card.tsx";

interface ContinueProps {
  readonly found: readonly FoundLab[];
  readonly progress: Progress;
}

/** The lab that was worked in last and is not finished. */
export function Continue({ found, progress }: ContinueProps) {
  const open = found
    .flatMap((entry) => ("lab" in entry && progress[entry.id] ? [entry.lab] : []))
    .filter((lab) => doneSteps(lab, progress[lab.id]) < lab.steps.length)
    .sort((a, b) => (progress[b.id]?.lastAt ?? 0) - (progress[a.id]?.lastAt ?? 0))[0];
  if (!open) return null;
  return (
    <p data-testid="continue">
      <ButtonLink href={`#/lab/${open.id}`} kind="primary">
        {text.progress.continue(open.title)}
        <Icon name="arrow" />
      </ButtonLink>
    </p>
  );
}
