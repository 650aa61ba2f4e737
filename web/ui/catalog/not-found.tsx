import { useEffect } from "react";
import { text } from "../text.ts";
import type { FoundLab } from "./lab-card.tsx";
import { LabList } from "./lab-list.tsx";
import styles from "./not-found.module.css";
import { SiteFrame } from "./site-frame.tsx";

interface NotFoundProps {
  readonly title: string;
  readonly lead: string;
  readonly found: readonly FoundLab[] | undefined;
}

/** An address that leads nowhere says so, and shows where one can go. */
export function NotFound({ title, lead, found }: NotFoundProps) {
  useEffect(() => {
    document.title = text.product.title(text.notFound.title);
  }, []);
  return (
    <SiteFrame>
      <div className={styles["message"]} data-testid="not-found">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {found ? <LabList found={found} /> : <p role="status">{text.catalog.loading}</p>}
    </SiteFrame>
  );
}
