import type { StepState } from "../../checker/step-state.ts";
import type { Session } from "../../session/api.ts";
import { SettingsButtons } from "../settings/settings-buttons.tsx";
import { Icon } from "../shell/icon.tsx";
import { Logo } from "../shell/logo.tsx";
import { text } from "../text.ts";
import { ThemeToggle } from "../theme/theme-toggle.tsx";
import styles from "./lab-header.module.css";
import { PauseWhenHidden } from "./pause-when-hidden.tsx";

interface LabHeaderProps {
  readonly session: Session;
  readonly steps: readonly StepState[];
  readonly resetting: boolean;
  readonly onReset: () => void;
  readonly onSkip: () => void;
}

export function LabHeader({ session, steps, resetting, onReset, onSkip }: LabHeaderProps) {
  const done = steps.filter((step) => step.completed).length;
  return (
    <header className={styles["header"]}>
      <button type="button" className={styles["skip"]} onClick={onSkip}>
        {text.header.skip}
      </button>
      <a className={styles["home"]} href="#/" aria-label={text.product.home}>
        <Logo />
        <span className={styles["product"]}>{text.product.name}</span>
      </a>
      <h1 className={styles["title"]}>{session.lab.title}</h1>
      <div className={styles["progress"]} data-testid="progress">
        <span className={styles["bars"]} aria-hidden="true">
          {steps.map((step) => (
            <span key={step.id} data-done={step.completed} />
          ))}
        </span>
        {text.header.progress(done, steps.length)}
      </div>
      <div className={styles["actions"]}>
        <button
          type="button"
          className={styles["reset"]}
          disabled={resetting}
          onClick={onReset}
          data-testid="reset"
          title={text.header.reset}
        >
          <Icon name="reset" />
          <span>{resetting ? text.header.resetting : text.header.reset}</span>
        </button>
        <PauseWhenHidden session={session} />
        <SettingsButtons />
        <ThemeToggle />
      </div>
    </header>
  );
}
