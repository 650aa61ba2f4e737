import type { ReactNode } from "react";
import styles from "./button.module.css";

interface ButtonProps {
  readonly kind?: "primary" | "plain" | "danger";
  readonly testId?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function Button({ kind = "plain", testId, disabled = false, onClick, children }: ButtonProps) {
  return (
    <button type="button" className={styles[kind]} data-testid={testId} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

/** Looks like a button, goes somewhere. */
export function ButtonLink({
  href,
  kind = "plain",
  children,
}: {
  readonly href: string;
  readonly kind?: "primary" | "plain";
  readonly children: ReactNode;
}) {
  return (
    <a className={styles[kind]} href={href}>
      {children}
    </a>
  );
}
