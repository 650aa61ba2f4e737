import type { Root } from "mdast";
import { useRef } from "react";
import type { StepState } from "../../checker/step-state.ts";
import type { Lab } from "../../lab/lab.ts";
import { movesLess } from "../settings/settings.ts";
import { Button } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { Announcer } from "./announcer.tsx";
import { FinishCard } from "./finish-card.tsx";
import styles from "./guide.module.css";
import { StepCard } from "./step-card.tsx";
import { useOpenSteps } from "./use-open-steps.ts";

interface GuideProps {
  readonly lab: Lab;
  /** Markdown trees by step id. */
  readonly texts: ReadonlyMap<string, Root>;
  readonly steps: readonly StepState[];
  readonly solutions: ReadonlyMap<string, () => Promise<string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (step: string, value: string) => void;
  /** How to do a step again; undefined when there is no way back to before it. */
  readonly againOf: (step: StepState) => (() => void) | undefined;
  readonly onReset: () => void;
}

/** The lab as a rail of steps, and what was learnt at its end. */
export function Guide({ lab, texts, steps, solutions, answers, onAnswer, againOf, onReset }: GuideProps) {
  const list = useRef<HTMLDivElement>(null);
  const open = useOpenSteps(steps);
  const next = steps.find((step) => step.current);

  function goOn(from: string): void {
    open.leave(from);
    // After React has closed the card that is left, so that the way to the next is the right one.
    requestAnimationFrame(() => {
      const target = list.current?.querySelector<HTMLElement>(next ? `[data-step="${next.id}"]` : "[data-finish]");
      target?.focus({ preventScroll: true });
      target?.closest("li, section")?.scrollIntoView({ block: "start", behavior: movesLess() ? "auto" : "smooth" });
    });
  }

  return (
    <div className={styles["guide"]} ref={list}>
      <p className={styles["goal"]}>{lab.goal}</p>
      <ol className={styles["steps"]} aria-label={text.guide.steps}>
        {steps.map((step, index) => (
          <StepCard
            key={step.id}
            step={step}
            number={index + 1}
            source={texts.get(step.id)}
            open={open.isOpen(step)}
            docked={step.id === (open.fresh ?? next?.id)}
            onToggle={open.toggle}
            question={lab.steps[index]?.question}
            answered={answers[step.id]}
            onAnswer={onAnswer}
            solution={solutions.get(step.id)}
            onAgain={againOf(step)}
            action={
              step.id === open.fresh ? (
                <Button kind="primary" testId="next" onClick={() => goOn(step.id)}>
                  {next ? text.guide.next : text.guide.finish}
                  <Icon name="arrow" />
                </Button>
              ) : null
            }
          />
        ))}
      </ol>
      {steps.every((step) => step.completed) ? <FinishCard lab={lab} texts={texts} onReset={onReset} /> : null}
      <Announcer steps={steps} />
    </div>
  );
}
