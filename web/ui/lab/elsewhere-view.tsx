import { SiteFrame } from "../catalog/site-frame.tsx";
import { Button, ButtonLink } from "../shell/button.tsx";
import { text } from "../text.ts";
import styles from "./elsewhere-view.module.css";

interface ElsewhereViewProps {
  readonly kind: "here-first" | "left" | "coming";
  readonly onTakeOver: () => void;
}

/** One machine, two tabs. */
export function ElsewhereView({ kind, onTakeOver }: ElsewhereViewProps) {
  const left = kind === "left";
  return (
    <SiteFrame>
      <div className={styles["card"]} data-testid="elsewhere" data-kind={kind}>
        <h1>{left ? text.progress.leftTitle : text.progress.elsewhereTitle}</h1>
        <p>{left ? text.progress.left : text.progress.elsewhere}</p>
        <div className={styles["actions"]}>
          <Button kind="primary" testId="take-over" disabled={kind === "coming"} onClick={onTakeOver}>
            {kind === "coming" ? text.progress.takingOver : text.progress.takeOver}
          </Button>
          <ButtonLink href="#/">{text.finish.catalog}</ButtonLink>
        </div>
      </div>
    </SiteFrame>
  );
}
