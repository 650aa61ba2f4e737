import { useEffect } from "react";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./catalog.module.css";
import type { FoundLab } from "./lab-card.tsx";
import { LabList } from "./lab-list.tsx";
import { NestedBoxes } from "./nested-boxes.tsx";
import { SiteFrame } from "./site-frame.tsx";

const facts = [
  { icon: "cpu", title: text.catalog.factKernelTitle, fact: text.catalog.factKernel },
  { icon: "check", title: text.catalog.factCheckTitle, fact: text.catalog.factCheck },
  { icon: "lock", title: text.catalog.factLocalTitle, fact: text.catalog.factLocal },
] as const;

/** The start page. `found` is undefined while the labs are being looked for. */
export function Catalog({ found }: { readonly found: readonly FoundLab[] | undefined }) {
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
      {found ? <LabList found={found} /> : <p role="status">{text.catalog.loading}</p>}
    </SiteFrame>
  );
}
