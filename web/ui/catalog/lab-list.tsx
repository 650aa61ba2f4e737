import { text } from "../text.ts";
import { type FoundLab, LabCard } from "./lab-card.tsx";
import styles from "./lab-list.module.css";

const moduleNames: Readonly<Record<number, string>> = text.modules;

/** Labs by module, in the course's order; those that could not be loaded come last. */
export function LabList({ found }: { readonly found: readonly FoundLab[] }) {
  if (found.length === 0) return <p>{text.catalog.none}</p>;
  const modules = [...new Set(found.flatMap((entry) => ("lab" in entry ? [entry.lab.module] : [])))].sort((a, b) => a - b);
  const broken = found.filter((entry) => "error" in entry);
  return (
    <div className={styles["list"]}>
      {modules.map((module) => (
        <section key={module} aria-labelledby={`module-${module}`}>
          <h2 id={`module-${module}`} className={styles["module"]}>
            <span>{text.catalog.module(module)}</span>
            {moduleNames[module]}
          </h2>
          <Grid found={found.filter((entry) => "lab" in entry && entry.lab.module === module)} />
        </section>
      ))}
      {broken.length > 0 ? (
        <section aria-labelledby="broken-labs">
          <h2 id="broken-labs" className={styles["module"]}>
            {text.catalog.brokenLabs}
          </h2>
          <Grid found={broken} />
        </section>
      ) : null}
    </div>
  );
}

function Grid({ found }: { readonly found: readonly FoundLab[] }) {
  return (
    <ul className={styles["grid"]}>
      {found.map((entry) => (
        <li key={entry.id}>
          <LabCard found={entry} />
        </li>
      ))}
    </ul>
  );
}
