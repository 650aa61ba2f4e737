import type { CheckpointInfo, SessionPhase } from "../../session/state.ts";
import { Button } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import { checkpointName } from "../timeline/checkpoint-name.ts";
import { whenText } from "../timeline/when.ts";
import styles from "./problem-view.module.css";
import { TechnicalDetail } from "./technical-detail.tsx";

export type Problem = SessionPhase & { readonly kind: "failed" | "stalled" | "stopped" };

interface ProblemViewProps {
  readonly problem: Problem;
  readonly busy: boolean;
  /** The newest checkpoint: what of the machine is not lost. */
  readonly last: CheckpointInfo | undefined;
  readonly onBack: (id: string) => void;
  readonly onRetry: () => void;
  readonly onReset: () => void;
}

const titles = {
  failed: text.problem.failedTitle,
  stalled: text.problem.stalledTitle,
  stopped: text.problem.stoppedTitle,
} as const;

/** What went wrong, in a sentence, and the ways on. A machine that only waits leaves its terminal in sight. */
export function ProblemView({ problem, busy, last, onBack, onRetry, onReset }: ProblemViewProps) {
  const { kind, error } = problem;
  const offer = kind === "stalled" ? undefined : last;
  return (
    <div className={styles["cover"]} data-kind={kind}>
      <div
        className={styles["card"]}
        role={kind === "stalled" ? "status" : "alert"}
        data-testid="problem"
        data-kind={kind}
        data-code={error.code}
      >
        <h2 className={styles["title"]}>
          <Icon name={kind === "stalled" ? "clock" : "alert"} size={18} />
          {titles[kind]}
        </h2>
        <p>{error.userMessage}</p>
        <div className={styles["actions"]}>
          {offer ? (
            <Button kind="primary" testId="problem-back" disabled={busy} onClick={() => onBack(offer.id)}>
              {text.timeline.offer(checkpointName(offer), whenText(offer.savedAt))}
            </Button>
          ) : null}
          {kind === "stopped" ? null : (
            <Button kind={offer ? "plain" : "primary"} testId="retry" disabled={busy} onClick={onRetry}>
              {text.problem.retry}
            </Button>
          )}
          <Button
            kind={kind === "stopped" && !offer ? "primary" : "plain"}
            testId="problem-reset"
            disabled={busy}
            onClick={onReset}
          >
            {text.problem.reset}
          </Button>
        </div>
        <TechnicalDetail error={error} />
      </div>
    </div>
  );
}
