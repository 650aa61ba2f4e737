import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { LoadingView } from "../machine/loading-view.tsx";
import { ProblemView } from "../machine/problem-view.tsx";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import { KeyRow } from "./key-row.tsx";
import styles from "./terminal-pane.module.css";
import type { TerminalScreen } from "./terminal-screen.ts";
import { TerminalView } from "./terminal-view.tsx";

interface TerminalPaneProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly screen: TerminalScreen | undefined;
  readonly onScreen: (screen: TerminalScreen | undefined) => void;
  /** With the keys that a phone lacks. */
  readonly touch: boolean;
  readonly below: ReactNode;
  /** Asks first. */
  readonly onReset: () => void;
}

/** The machine as a person meets it: its shell, or how far it is, or what went wrong. All in one place, so that nothing moves. */
export function TerminalPane({ session, state, screen, onScreen, touch, below, onReset }: TerminalPaneProps) {
  /** The next screen was asked for, and gets the focus. */
  const wanted = useRef(false);
  const [dismissed, setDismissed] = useState<string | undefined>();
  const { phase, notice } = state;
  const shell = state.terminals[0];
  const terminal = shell && session.terminal(shell.id);

  const take = useCallback(
    (created: TerminalScreen | undefined) => {
      onScreen(created);
      // Who was typing goes on typing; who came to the page with a keyboard and clicked nothing can type at once.
      const idle = document.activeElement === document.body && matchMedia("(pointer: fine)").matches;
      if (created && (wanted.current || idle)) created.focus();
      if (created) wanted.current = false;
    },
    [onScreen],
  );
  const reopen = useCallback(
    (id: number) => {
      wanted.current = true;
      void session.reopen(id);
    },
    [session],
  );

  return (
    <div className={styles["pane"]}>
      <div className={styles["bar"]}>
        <h2 className={styles["name"]}>
          <Icon name="terminal" />
          {text.terminal.name(1)}
        </h2>
        {touch ? null : <span className={styles["keys"]}>{text.panes.switchKey}</span>}
      </div>
      {notice && notice !== dismissed ? (
        <div className={styles["notice"]} role="status" data-testid="notice">
          <p>{notice}</p>
          <IconButton label={text.terminal.dismiss} onClick={() => setDismissed(notice)}>
            <Icon name="close" />
          </IconButton>
        </div>
      ) : null}
      <div className={styles["body"]}>
        {shell && terminal ? (
          <TerminalView key={shell.id} state={shell} terminal={terminal} number={1} onScreen={take} onReopen={reopen} />
        ) : null}
        {phase.kind === "loading" && !terminal ? <LoadingView phase={phase} /> : null}
        {phase.kind === "failed" || phase.kind === "stalled" || phase.kind === "stopped" ? (
          <ProblemView
            problem={phase}
            busy={state.resetting || state.checkpoints.busy !== undefined}
            last={state.checkpoints.last}
            onBack={(id) => void session.checkpoints.restore(id).catch(() => undefined)}
            onRetry={() => void session.retry()}
            onReset={phase.kind === "stalled" ? onReset : () => void session.reset()}
          />
        ) : null}
      </div>
      {below}
      {touch ? <KeyRow screen={screen} /> : null}
    </div>
  );
}
