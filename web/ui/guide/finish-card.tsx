import type { Lab } from "../../lab/lab.ts";
import { Button, ButtonLink } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./finish-card.module.css";

/** All steps are done: what was learnt, and the way on. */
export function FinishCard({ lab, onReset }: { readonly lab: Lab; readonly onReset: () => void }) {
  return (
    <section className={styles["card"]} data-testid="finish" aria-labelledby="finish-title">
      <h2 id="finish-title" className={styles["title"]} tabIndex={-1} data-finish>
        <span className={styles["badge"]}>
          <Icon name="check" size={20} />
        </span>
        {text.finish.title}
      </h2>
      <p>{text.finish.lead}</p>
      <h3 className={styles["learnt"]}>{text.finish.learnt}</h3>
      <p className={styles["goal"]}>{lab.goal}</p>
      <ul className={styles["steps"]}>
        {lab.steps.map((step) => (
          <li key={step.id}>
            <Icon name="check" size={14} />
            {step.title}
          </li>
        ))}
      </ul>
      <div className={styles["actions"]}>
        <ButtonLink href="#/" kind="primary">
          {text.finish.catalog}
        </ButtonLink>
        <Button onClick={onReset}>{text.finish.again}</Button>
      </div>
    </section>
  );
}
