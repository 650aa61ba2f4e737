import type { StepState } from "../../checker/step-state.ts";
import { Icon, type IconName } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./status-mark.module.css";
import { isAstray, type StepStatus, stepStatus } from "./step-status.ts";

const icons: Record<StepStatus, IconName> = { idle: "ring", fail: "ring", pass: "check", lost: "undone", unknown: "eyeOff" };

/** The step's state in two words. */
export function statusLabel(step: StepState): string {
  const status = stepStatus(step);
  if (status === "idle" && !step.current) return text.status.upcoming;
  if (isAstray(step)) return text.status.failHint;
  return text.status[status];
}

export function statusIcon(step: StepState): IconName {
  return isAstray(step) ? "alert" : icons[stepStatus(step)];
}

/** The round mark on the rail: a number until there is something to show. */
export function StatusMark({ step, number }: { readonly step: StepState; readonly number: number }) {
  const status = stepStatus(step);
  const waiting = status === "idle" || (status === "fail" && !isAstray(step));
  return (
    <span
      className={styles["mark"]}
      data-status={status}
      data-current={step.current}
      data-astray={isAstray(step)}
      aria-hidden="true"
    >
      {waiting ? number : <Icon name={step.completed ? "check" : statusIcon(step)} size={15} />}
    </span>
  );
}
