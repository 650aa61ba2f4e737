import type { ReactNode } from "react";
import type { StepState } from "../../checker/step-state.ts";
import { InlineCode } from "../markdown/inline-code.tsx";
import { Icon } from "../shell/icon.tsx";
import { Scrolling } from "../shell/scrolling.tsx";
import { text } from "../text.ts";
import { EvidenceTable } from "./evidence-table.tsx";
import { statusIcon, statusLabel } from "./status-mark.tsx";
import { hintOf, isAstray, stepStatus } from "./step-status.ts";
import { useGrowingRoom } from "./use-growing-room.ts";
import styles from "./verdict-panel.module.css";

interface VerdictPanelProps {
  readonly step: StepState;
  /** Stays in sight at the foot of the guide while its step is. */
  readonly docked: boolean;
  /** Just done: shown once, with a way on. */
  readonly children?: ReactNode;
}

/** What the kernel shows for a step. Its room is kept, so nothing moves. */
export function VerdictPanel({ step, docked, children }: VerdictPanelProps) {
  const hint = hintOf(step);
  const room = useGrowingRoom<HTMLDivElement>(step.completed);
  return (
    <div
      className={styles["panel"]}
      data-status={stepStatus(step)}
      data-docked={docked}
      data-astray={isAstray(step)}
      data-testid="verdict"
    >
      <div className={styles["head"]}>
        <span className={styles["label"]}>
          <Icon name={statusIcon(step)} />
          {statusLabel(step)}
        </span>
        {children}
      </div>
      <div className={styles["room"]} ref={room}>
        <Reason step={step} />
        {hint ? (
          <p className={styles["hint"]}>
            <Icon name="bulb" />
            <span>
              <span className="visually-hidden">{text.status.hint}: </span>
              <InlineCode text={hint} />
            </span>
          </p>
        ) : null}
      </div>
      <details className={styles["why"]}>
        <summary>
          <Icon name="chevron" size={13} />
          {text.status.why}
        </summary>
        <Scrolling className={styles["evidence"]}>
          <EvidenceTable evidence={step.verdict?.evidence ?? []} />
        </Scrolling>
      </details>
    </div>
  );
}

function Reason({ step }: { readonly step: StepState }) {
  const { verdict } = step;
  switch (stepStatus(step)) {
    case "idle":
      return <p>{text.status.idleText}</p>;
    case "pass":
      return <p>{text.status.passText}</p>;
    case "unknown":
      return (
        <p>
          {verdict?.kind === "unknown" ? <InlineCode text={verdict.reason} /> : null} {text.status.unknownText}
        </p>
      );
    case "lost":
      return (
        <>
          <p>
            {text.status.lostText} {verdict?.kind === "fail" ? <InlineCode text={verdict.reason} /> : null}
          </p>
          <p>{text.status.lostHint}</p>
        </>
      );
    case "fail":
      return <p>{verdict?.kind === "fail" ? <InlineCode text={verdict.reason} /> : null}</p>;
  }
}
