import type { ReactNode } from "react";
import styles from "./button.module.css";

interface IconButtonProps {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly testId?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function IconButton({ label, testId, onClick, children }: IconButtonProps) {
  return (
    <button type="button" className={styles["icon"]} aria-label={label} title={label} data-testid={testId} onClick={onClick}>
      {children}
    </button>
  );
}
