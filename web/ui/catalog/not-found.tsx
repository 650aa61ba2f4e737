import { useEffect } from "react";
import type { LabError } from "../../core/errors.ts";
import { TechnicalDetail } from "../machine/technical-detail.tsx";
import { useProgress } from "../progress/progress.ts";
import { Button } from "../shell/button.tsx";
import { text } from "../text.ts";
import type { FoundLab } from "./lab-card.tsx";
import { LabList } from "./lab-list.tsx";
import styles from "./not-found.module.css";
import { SiteFrame } from "./site-frame.tsx";

interface NotFoundProps {
  readonly title: string;
  readonly lead: string;
  /** What is there but failed; reloading may help. */
  readonly problem?: LabError;
  readonly found: readonly FoundLab[] | undefined;
}

/** An address that leads nowhere says so, and shows where one can go. */
export function NotFound({ title, lead, problem, found }: NotFoundProps) {
  const progress = useProgress();
  useEffect(() => {
    document.title = text.product.title(text.notFound.title);
  }, []);
  return (
    <SiteFrame>
      <div className={styles["message"]} data-testid="not-found">
        <h1>{title}</h1>
        <p>{lead}</p>
        {problem ? (
          <>
            <Button kind="primary" testId="reload" onClick={() => location.reload()}>
              {text.problem.reload}
            </Button>
            <TechnicalDetail error={problem} />
          </>
        ) : null}
      </div>
      {found ? <LabList found={found} progress={progress} /> : <p role="status">{text.catalog.loading}</p>}
    </SiteFrame>
  );
}
