import { useEffect, useRef, useState } from "react";
import type { Terminal } from "../../session/api.ts";
import type { TerminalState } from "../../session/state.ts";
import { useSettings } from "../settings/settings.ts";
import { Button } from "../shell/button.tsx";
import { text } from "../text.ts";
import { useTheme } from "../theme/theme.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { TerminalScreen } from "./terminal-screen.ts";
import styles from "./terminal-view.module.css";

interface TerminalViewProps {
  readonly state: TerminalState;
  readonly terminal: Terminal;
  readonly name: string;
  /** In front of its group; the others go on behind it. */
  readonly visible: boolean;
  /** The screen when it is there, and undefined when it goes. */
  readonly onScreen: (id: number, screen: TerminalScreen | undefined) => void;
  readonly onReopen: (id: number) => void;
  readonly onFind: (id: number) => void;
}

/** The learner said not to be asked again; until the page is reloaded. */
let asksBeforePaste = true;

/** One shell, and what to do when it has ended. */
export function TerminalView({ state, terminal, name, visible, onScreen, onReopen, onFind }: TerminalViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const [screen, setScreen] = useState<TerminalScreen | undefined>();
  const [pasting, setPasting] = useState<{ readonly pasted: string; readonly paste: () => void } | undefined>();
  const theme = useTheme();
  const settings = useSettings();
  const firstSettings = useRef(settings);
  const label = text.terminal.label(name);
  const firstLabel = useRef(label);
  const ended = state.status === "ended";

  useEffect(() => {
    if (!element.current) return;
    const created = new TerminalScreen(element.current, terminal, {
      label: firstLabel.current,
      settings: firstSettings.current,
      onEnterWhenEnded: () => onReopen(terminal.id),
      onFind: () => onFind(terminal.id),
      onPasteLines: (pasted, paste) => (asksBeforePaste ? setPasting({ pasted, paste }) : paste()),
    });
    setScreen(created);
    onScreen(terminal.id, created);
    return () => {
      onScreen(terminal.id, undefined);
      setScreen(undefined);
      created.dispose();
    };
  }, [terminal, onScreen, onReopen, onFind]);

  useEffect(() => screen?.setEnded(ended), [screen, ended]);
  useEffect(() => screen?.restyle(theme), [screen, theme]);
  useEffect(() => screen?.configure(settings), [screen, settings]);
  useEffect(() => screen?.setLabel(label), [screen, label]);
  useEffect(() => screen?.setVisible(visible), [screen, visible]);

  const paste = (askAgain: boolean) => {
    asksBeforePaste = askAgain;
    setPasting(undefined);
    pasting?.paste();
  };

  return (
    <div
      className={styles["view"]}
      id={`shell-${state.id}`}
      role="tabpanel"
      aria-labelledby={`shell-tab-${state.id}`}
      hidden={!visible}
    >
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
      {pasting ? <PasteDialog pasted={pasting.pasted} onPaste={paste} onClose={() => setPasting(undefined)} /> : null}
    </div>
  );
}
