import type { StepState } from "../../checker/step-state.ts";
import { statusIcon, statusLabel } from "../guide/status-mark.tsx";
import { isAstray, stepStatus } from "../guide/step-status.ts";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./step-strip.module.css";

/** Under the terminal where the guide is out of sight: the step one is at, and the way back to its text. */
export function StepStrip({ steps, onOpen }: { readonly steps: readonly StepState[]; readonly onOpen: () => void }) {
  const step = steps.find(({ current }) => current);
  return (
    <button
      type="button"
      className={styles["strip"]}
      onClick={onOpen}
      data-astray={step && isAstray(step)}
      data-status={step ? stepStatus(step) : "pass"}
      data-testid="strip"
    >
      <span className={styles["label"]}>
        <Icon name={step ? statusIcon(step) : "check"} />
        {step ? statusLabel(step) : text.status.pass}
      </span>
      <span className={styles["title"]}>{step?.title ?? text.finish.title}</span>
      <Icon name="book" />
    </button>
  );
}
