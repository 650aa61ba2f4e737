import type { Lab } from "../../lab/lab.ts";
import type { LabProgress } from "../progress/progress.ts";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./lab-card.module.css";

/** A lab as it was found: the lab, or why its module could not be loaded. */
export type FoundLab = { readonly id: string; readonly lab: Lab } | { readonly id: string; readonly error: string };

interface LabCardProps {
  readonly found: FoundLab;
  /** Undefined: it was never opened. */
  readonly progress: LabProgress | undefined;
}

/** What the lab is about, how long it takes, and how far the learner is. */
export function LabCard({ found, progress }: LabCardProps) {
  if ("error" in found) {
    return (
      <div className={styles["card"]} data-broken data-testid={`lab-${found.id}`}>
        <h3>{text.catalog.brokenTitle(found.id)}</h3>
        <p className={styles["goal"]}>{text.catalog.broken}</p>
        <p className={styles["detail"]}>{found.error}</p>
      </div>
    );
  }
  const { lab } = found;
  const done = doneSteps(lab, progress);
  const finished = done === lab.steps.length;
  return (
    <a
      className={styles["card"]}
      href={`#/lab/${lab.id}`}
      data-testid={`lab-${lab.id}`}
      data-done={done}
      data-finished={finished}
    >
      <h3>{lab.title}</h3>
      <p className={styles["goal"]}>{lab.goal}</p>
      <p className={styles["facts"]}>
        <span>
          <Icon name="clock" size={14} />
          {text.catalog.minutes(lab.minutes)}
        </span>
        <span>
          <Icon name="check" size={14} />
          {progress ? text.progress.done(done, lab.steps.length) : text.catalog.steps(lab.steps.length)}
        </span>
        <span className={styles["start"]}>
          {finished ? text.progress.again : progress ? text.progress.resume : text.catalog.start}
          <Icon name="arrow" size={14} />
        </span>
      </p>
      {progress ? (
        <progress
          className={styles["bar"]}
          max={lab.steps.length}
          value={done}
          aria-label={text.progress.done(done, lab.steps.length)}
        />
      ) : null}
    </a>
  );
}

/** Steps of the lab as it is now: one that it has no more counts for nothing. */
export function doneSteps(lab: Lab, progress: LabProgress | undefined): number {
  return lab.steps.filter(({ id }) => progress?.steps[id] !== undefined).length;
}
