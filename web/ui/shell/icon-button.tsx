import type { ReactNode } from "react";
import styles from "./button.module.css";

interface IconButtonProps {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly testId?: string;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function IconButton({ label, testId, pressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles["icon"]}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      data-testid={testId}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
