import type { Lab } from "../../lab/lab.ts";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./lab-card.module.css";

/** A lab as it was found: the lab, or why its module could not be loaded. */
export type FoundLab = { readonly id: string; readonly lab: Lab } | { readonly id: string; readonly error: string };

export function LabCard({ found }: { readonly found: FoundLab }) {
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
  return (
    <a className={styles["card"]} href={`#/lab/${lab.id}`} data-testid={`lab-${lab.id}`}>
      <h3>{lab.title}</h3>
      <p className={styles["goal"]}>{lab.goal}</p>
      <p className={styles["facts"]}>
        <span>
          <Icon name="clock" size={14} />
          {text.catalog.minutes(lab.minutes)}
        </span>
        <span>
          <Icon name="check" size={14} />
          {text.catalog.steps(lab.steps.length)}
        </span>
        <span className={styles["start"]}>
          {text.catalog.start}
          <Icon name="arrow" size={14} />
        </span>
      </p>
    </a>
  );
}
