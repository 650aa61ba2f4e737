import { useEffect } from "react";
import { useProgress } from "../progress/progress.ts";
import { ProgressTools } from "../progress/progress-tools.tsx";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./catalog.module.css";
import { Continue } from "./continue.tsx";
import type { FoundLab } from "./lab-card.tsx";
import { LabList } from "./lab-list.tsx";
import { LabMap } from "./lab-map.tsx";
import { NestedBoxes } from "./nested-boxes.tsx";
import { SiteFrame } from "./site-frame.tsx";

const facts = [
  { icon: "cpu", title: text.catalog.factKernelTitle, fact: text.catalog.factKernel },
  { icon: "check", title: text.catalog.factCheckTitle, fact: text.catalog.factCheck },
  { icon: "lock", title: text.catalog.factLocalTitle, fact: text.catalog.factLocal },
] as const;

interface CatalogProps {
  readonly found: readonly FoundLab[] | undefined;
  /** Removes what is kept of a lab's machines. */
  readonly onForget: (lab: string) => Promise<void>;
}

/** The start page. `found` is undefined while the labs are being looked for. */
export function Catalog({ found, onForget }: CatalogProps) {
  const progress = useProgress();
  useEffect(() => {
    document.title = text.product.title(text.catalog.title);
  }, []);
  return (
    <SiteFrame>
      <div className={styles["hero"]}>
        <div>
          <h1 className={styles["headline"]}>{text.catalog.headline}</h1>
          <p className={styles["lead"]}>{text.catalog.lead}</p>
        </div>
        <NestedBoxes />
      </div>
      <ul className={styles["facts"]}>
        {facts.map(({ icon, title, fact }) => (
          <li key={title}>
            <Icon name={icon} size={20} />
            <p>
              <strong>{title}.</strong> {fact}
            </p>
          </li>
        ))}
      </ul>
      {found ? (
        <div className={styles["labs"]}>
          <Continue found={found} progress={progress} />
          <LabList found={found} progress={progress} />
          <LabMap found={found} progress={progress} />
          <ProgressTools found={found} progress={progress} onForget={onForget} />
        </div>
      ) : (
        <p role="status">{text.catalog.loading}</p>
      )}
    </SiteFrame>
  );
}
