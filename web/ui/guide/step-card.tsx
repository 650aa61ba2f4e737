import type { Root } from "mdast";
import { type ReactNode, useId, useMemo } from "react";
import type { StepState } from "../../checker/step-state.ts";
import type { Question } from "../../lab/lab.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { Button } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { Help } from "./help.tsx";
import { QuestionForm } from "./question-form.tsx";
import { splitHints } from "./split-hints.ts";
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
  /** Undefined: it asks for no value. */
  readonly question: Question | undefined;
  readonly answered: string | undefined;
  readonly onAnswer: (step: string, value: string) => void;
  readonly solution: (() => Promise<string>) | undefined;
  /** Undefined while the step is not done, or no machine from before it was kept. */
  readonly onAgain: (() => void) | undefined;
}

/** One step on the rail: its title, and when open its text and what the kernel shows. */
export function StepCard({ step, number, source, open, docked, onToggle, action, ...more }: StepCardProps) {
  const body = useId();
  const { question, solution, onAgain } = more;
  const split = useMemo(() => source && splitHints(source), [source]);
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
          {split === undefined ? <p>{text.guide.missing}</p> : <Markdown root={split.body} />}
          {question ? (
            <QuestionForm question={question} answered={more.answered} onAnswer={(value) => more.onAnswer(step.id, value)} />
          ) : null}
          <Help hints={split?.hints ?? []} solution={solution} />
          {onAgain ? (
            <Button testId={`again-${step.id}`} onClick={onAgain}>
              {text.progress.stepAgain}
            </Button>
          ) : null}
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
