import { useId, useState } from "react";
import type { Progress } from "../progress/progress.ts";
import { text } from "../text.ts";
import { type FoundLab, LabCard } from "./lab-card.tsx";
import styles from "./lab-list.module.css";

const moduleNames: Readonly<Record<number, string>> = text.modules;

interface LabListProps {
  readonly found: readonly FoundLab[];
  readonly progress: Progress;
}

/** Labs by module, in the course's order; those that could not be loaded come last. */
export function LabList({ found: all, progress }: LabListProps) {
  const [wanted, setWanted] = useState("");
  const id = useId();
  if (all.length === 0) return <p>{text.catalog.none}</p>;
  const found = all.filter((entry) => matches(entry, wanted));
  const modules = [...new Set(found.flatMap((entry) => ("lab" in entry ? [entry.lab.module] : [])))].sort((a, b) => a - b);
  const broken = found.filter((entry) => "error" in entry);
  return (
    <div className={styles["list"]}>
      <search className={styles["search"]}>
        <label htmlFor={id} className="visually-hidden">
          {text.progress.search}
        </label>
        <input
          id={id}
          type="search"
          placeholder={text.progress.search}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          data-testid="lab-search"
        />
      </search>
      {found.length === 0 ? <p role="status">{text.progress.noMatch}</p> : null}
      {modules.map((module) => (
        <section key={module} aria-labelledby={`module-${module}`}>
          <h2 id={`module-${module}`} className={styles["module"]}>
            <span>{text.catalog.module(module)}</span>
            {moduleNames[module]}
          </h2>
          <Grid found={found.filter((entry) => "lab" in entry && entry.lab.module === module)} progress={progress} />
        </section>
      ))}
      {broken.length > 0 ? (
        <section aria-labelledby="broken-labs">
          <h2 id="broken-labs" className={styles["module"]}>
            {text.catalog.brokenLabs}
          </h2>
          <Grid found={broken} progress={progress} />
        </section>
      ) : null}
    </div>
  );
}

function Grid({ found, progress }: LabListProps) {
  return (
    <ul className={styles["grid"]}>
      {found.map((entry) => (
        <li key={entry.id}>
          <LabCard found={entry} progress={progress[entry.id]} />
        </li>
      ))}
    </ul>
  );
}

/** Every word is somewhere in what the card says. */
export function matches(entry: FoundLab, wanted: string): boolean {
  const said =
    "lab" in entry
      ? [entry.id, entry.lab.title, entry.lab.goal, ...entry.lab.steps.map(({ title }) => title)].join(" ").toLowerCase()
      : entry.id;
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
