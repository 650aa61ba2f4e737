import { Component, type ReactNode } from "react";
import { messageOf } from "../../core/errors.ts";
import { text } from "../text.ts";
import { Button } from "./button.tsx";
import styles from "./error-boundary.module.css";

interface State {
  readonly error: unknown;
  readonly broken: boolean;
}

/** Keeps a fault in one part from taking the page with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined, broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={styles["broken"]} role="alert" data-testid="broken-part">
        <p>{text.problem.part}</p>
        <p className={styles["detail"]}>{messageOf(this.state.error)}</p>
        <Button onClick={() => this.setState({ error: undefined, broken: false })}>{text.problem.partAgain}</Button>
      </div>
    );
  }
}
