import { type RefObject, useEffect, useRef } from "react";
import type { Terminal } from "../../session/api.ts";
import type { TerminalState } from "../../session/state.ts";
import { Button } from "../shell/button.tsx";
import { text } from "../text.ts";
import { useTheme } from "../theme/theme.ts";
import { TerminalScreen } from "./terminal-screen.ts";
import styles from "./terminal-view.module.css";

interface TerminalViewProps {
  readonly state: TerminalState;
  readonly terminal: Terminal;
  /** Which shell it is for a person, from 1. */
  readonly number: number;
  /** Set while the screen is there, for those who type into it or focus it. */
  readonly screen: RefObject<TerminalScreen | null>;
  readonly focused: boolean;
  readonly onReopen: (id: number) => void;
}

/** One shell, and what to do when it has ended. */
export function TerminalView({ state, terminal, number, screen, focused, onReopen }: TerminalViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const reopen = useRef(onReopen);
  reopen.current = onReopen;

  useEffect(() => {
    if (!element.current) return;
    const created = new TerminalScreen(element.current, terminal, {
      label: text.terminal.label(number),
      onEnterWhenEnded: () => reopen.current(terminal.id),
    });
    screen.current = created;
    if (focused) created.focus();
    return () => {
      if (screen.current === created) screen.current = null;
      created.dispose();
    };
    // `focused` counts only when the screen is made.
  }, [terminal, number, screen]);

  useEffect(() => {
    if (screen.current) screen.current.ended = state.status === "ended";
  }, [state.status, screen, terminal]);

  useEffect(() => screen.current?.restyle(), [theme, screen]);

  return (
    <div className={styles["view"]}>
      <div ref={element} className={styles["screen"]} data-testid={`terminal-${state.id}`} />
      {state.status === "ended" ? (
        <div className={styles["ended"]} role="status" data-testid="ended">
          <p>
            {state.note ?? text.terminal.ended} <span className={styles["key"]}>{text.terminal.reopenKey}</span>
          </p>
          <Button testId="reopen" onClick={() => onReopen(state.id)}>
            {text.terminal.reopen}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
