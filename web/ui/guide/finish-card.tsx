import type { Root } from "mdast";
import type { Lab } from "../../lab/lab.ts";
import { Button, ButtonLink } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./finish-card.module.css";
import { commandsOf, splitHints } from "./split-hints.ts";

interface FinishCardProps {
  readonly lab: Lab;
  /** Markdown trees by step id. */
  readonly texts: ReadonlyMap<string, Root>;
  readonly onReset: () => void;
}

/** All steps are done: what was learnt, and the way on. */
export function FinishCard({ lab, texts, onReset }: FinishCardProps) {
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
            <span>
              {step.title}
              <Commands source={texts.get(step.id)} />
            </span>
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

/** To look up later. */
function Commands({ source }: { readonly source: Root | undefined }) {
  const commands = source ? commandsOf(splitHints(source).body) : [];
  if (commands.length === 0) return null;
  return (
    <ul className={styles["commands"]} aria-label={text.finish.commands}>
      {[...new Set(commands)].map((command) => (
        <li key={command}>
          <code>{command}</code>
        </li>
      ))}
    </ul>
  );
}
