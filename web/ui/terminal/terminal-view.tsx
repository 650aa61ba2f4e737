import { useEffect, useRef, useState } from "react";
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
  /** The screen when it is there, and undefined when it goes. */
  readonly onScreen: (screen: TerminalScreen | undefined) => void;
  readonly onReopen: (id: number) => void;
}

/** One shell, and what to do when it has ended. */
export function TerminalView({ state, terminal, number, onScreen, onReopen }: TerminalViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const [screen, setScreen] = useState<TerminalScreen | undefined>();
  const theme = useTheme();
  const ended = state.status === "ended";

  useEffect(() => {
    if (!element.current) return;
    const created = new TerminalScreen(element.current, terminal, {
      label: text.terminal.label(number),
      onEnterWhenEnded: () => onReopen(terminal.id),
    });
    setScreen(created);
    onScreen(created);
    return () => {
      onScreen(undefined);
      setScreen(undefined);
      created.dispose();
    };
  }, [terminal, number, onScreen, onReopen]);

  useEffect(() => screen?.setEnded(ended), [screen, ended]);
  useEffect(() => screen?.restyle(theme), [screen, theme]);

  return (
    <div className={styles["view"]}>
      <div ref={element} className={styles["screen"]} data-testid={`terminal-${state.id}`} />
      {ended ? (
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
