import type { Root } from "mdast";
import { type ReactNode, useId } from "react";
import type { StepState } from "../../checker/step-state.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { StatusMark, statusLabel } from "./status-mark.tsx";
import styles from "./step-card.module.css";
import { stepStatus } from "./step-status.ts";
import { VerdictPanel } from "./verdict-panel.tsx";

interface StepCardProps {
  readonly step: StepState;
  readonly number: number;
  readonly source: Root | undefined;
  readonly open: boolean;
  /** The one that the reader is at: its verdict stays in sight. */
  readonly docked: boolean;
  readonly onToggle: (id: string) => void;
  /** Beside the verdict: the way on, once the step is done. */
  readonly action?: ReactNode;
}

/** One step on the rail: its title, and when open its text and what the kernel shows. */
export function StepCard({ step, number, source, open, docked, onToggle, action }: StepCardProps) {
  const body = useId();
  return (
    <li
      className={styles["step"]}
      data-testid={`step-${step.id}`}
      data-status={stepStatus(step)}
      data-completed={step.completed}
      data-current={step.current}
      data-open={open}
    >
      <StatusMark step={step} number={number} />
      <div className={styles["card"]}>
        <h2 className={styles["title"]}>
          <button
            type="button"
            id={`${body}-title`}
            aria-expanded={open}
            aria-controls={body}
            onClick={() => onToggle(step.id)}
            data-step={step.id}
          >
            <span className={styles["name"]}>
              <span className="visually-hidden">{text.guide.step(number)}: </span>
              {step.title}
            </span>
            <span className={styles["label"]}>{statusLabel(step)}</span>
            <Icon name="chevron" size={14} />
          </button>
        </h2>
        <div id={body} className={styles["body"]} hidden={!open}>
          {source === undefined ? <p>{text.guide.missing}</p> : <Markdown root={source} />}
          {step.verdict || step.current ? (
            <VerdictPanel step={step} docked={docked}>
              {action}
            </VerdictPanel>
          ) : null}
        </div>
      </div>
    </li>
  );
}
