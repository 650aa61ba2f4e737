import type { Lab } from "../../lab/lab.ts";
import type { Progress } from "../progress/progress.ts";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { doneSteps, type FoundLab } from "./lab-card.tsx";
import styles from "./lab-map.module.css";

interface LabMapProps {
  readonly found: readonly FoundLab[];
  readonly progress: Progress;
}

/** What needs what: labs by how many others come before them. */
export function LabMap({ found, progress }: LabMapProps) {
  const labs = found.flatMap((entry) => ("lab" in entry ? [entry.lab] : []));
  if (labs.length < 2) return null;
  const known = new Map(labs.map((lab) => [lab.id, lab]));
  const levels = levelsOf(labs);
  return (
    <section aria-labelledby="lab-map" className={styles["map"]} data-testid="lab-map">
      <h2 id="lab-map">{text.progress.mapTitle}</h2>
      <ol className={styles["levels"]}>
        {levels.map((level) => (
          <li key={level[0]?.id}>
            <ul className={styles["level"]}>
              {level.map((lab) => {
                const finished = doneSteps(lab, progress[lab.id]) === lab.steps.length;
                const needs = (lab.needs ?? []).flatMap((id) => known.get(id)?.title ?? []);
                return (
                  <li key={lab.id} data-finished={finished}>
                    <a href={`#/lab/${lab.id}`}>
                      {finished ? <Icon name="check" size={14} /> : null}
                      {lab.title}
                    </a>
                    <span>{needs.length === 0 ? text.progress.needsNothing : text.progress.needs(needs.join(", "))}</span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Labs that need nothing first, then those that need only what was named; what needs itself in a circle comes last. */
export function levelsOf(labs: readonly Lab[]): Lab[][] {
  const levels: Lab[][] = [];
  const placed = new Set<string>();
  const ids = new Set(labs.map(({ id }) => id));
  let left = [...labs];
  while (left.length > 0) {
    const ready = left.filter(({ needs = [] }) => needs.every((id) => placed.has(id) || !ids.has(id)));
    const level = ready.length > 0 ? ready : left;
    levels.push(level);
    for (const { id } of level) placed.add(id);
    left = left.filter((lab) => !level.includes(lab));
  }
  return levels;
}
