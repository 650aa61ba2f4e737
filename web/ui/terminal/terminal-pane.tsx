import { type ReactNode, useCallback, useRef, useState } from "react";
import { LabError, messageOf } from "../../core/errors.ts";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { LoadingView } from "../machine/loading-view.tsx";
import { ProblemView } from "../machine/problem-view.tsx";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { Split } from "../shell/split.tsx";
import { text } from "../text.ts";
import { KeyRow } from "./key-row.tsx";
import { TerminalGroup } from "./terminal-group.tsx";
import styles from "./terminal-pane.module.css";
import type { TerminalScreen } from "./terminal-screen.ts";
import type { Desk } from "./use-desk.ts";

interface TerminalPaneProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly desk: Desk;
  readonly screens: ReadonlyMap<number, TerminalScreen>;
  readonly onScreen: (id: number, screen: TerminalScreen | undefined) => void;
  /** With the keys that a phone lacks, and one group only. */
  readonly touch: boolean;
  readonly editor: ReactNode;
  readonly below: ReactNode;
  /** Asks first. */
  readonly onReset: () => void;
}

/** The machine as a person meets it: its shells and the editor, or how far it is, or what went wrong. All in one place, so that nothing moves. */
export function TerminalPane({ session, state, desk, screens, onScreen, touch, editor, below, onReset }: TerminalPaneProps) {
  /** The next screen was asked for, and gets the focus. */
  const wanted = useRef(false);
  const [dismissed, setDismissed] = useState<string | undefined>();
  const [refused, setRefused] = useState<string | undefined>();
  const { phase } = state;
  const notice = refused ?? (state.notice === dismissed ? undefined : state.notice);

  const take = useCallback(
    (id: number, created: TerminalScreen | undefined) => {
      onScreen(id, created);
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
  const refuse = useCallback((error: unknown) => {
    wanted.current = false;
    setRefused(error instanceof LabError ? error.userMessage : messageOf(error));
  }, []);
  const asking: Desk = {
    ...desk,
    open: (group) => {
      wanted.current = true;
      return desk.open(group);
    },
    split: () => {
      wanted.current = desk.groups.length === 1;
      return desk.split();
    },
  };

  const group = (number: number) => {
    const tabs = desk.groups[number];
    return tabs ? (
      <TerminalGroup
        key={number}
        session={session}
        state={state}
        desk={asking}
        group={tabs}
        number={number}
        screens={screens}
        wide={!touch}
        editor={editor}
        onScreen={take}
        onReopen={reopen}
        onRefused={refuse}
      />
    ) : null;
  };

  return (
    <div className={styles["pane"]}>
      {notice ? (
        <div className={styles["notice"]} role="status" data-testid="notice">
          <p>{notice}</p>
          <IconButton
            label={text.terminal.dismiss}
            onClick={() => {
              if (!refused) setDismissed(state.notice);
              setRefused(undefined);
            }}
          >
            <Icon name="close" />
          </IconButton>
        </div>
      ) : null}
      <div className={styles["body"]}>
        {state.terminals.length > 0 ? (
          <Split
            name="shells"
            label={text.panes.resizeShells}
            help={text.panes.resizeHelp}
            usual={50}
            first={group(touch ? desk.focused : 0)}
            second={touch ? null : group(1)}
          />
        ) : null}
        {phase.kind === "loading" && state.terminals.length === 0 ? <LoadingView phase={phase} /> : null}
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
      {touch ? <KeyRow screen={desk.shell === undefined ? undefined : screens.get(desk.shell)} /> : null}
    </div>
  );
}
