import { type ReactNode, useState } from "react";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { ConfirmDialog } from "../shell/dialog.tsx";
import { text } from "../text.ts";
import { editorTab, type TabGroup } from "./desk.ts";
import { FindBar } from "./find-bar.tsx";
import { ownNamespaces } from "./foreground.ts";
import { nameOf, TabStrip } from "./tab-strip.tsx";
import styles from "./terminal-group.module.css";
import type { TerminalScreen } from "./terminal-screen.ts";
import { TerminalView } from "./terminal-view.tsx";
import type { Desk } from "./use-desk.ts";
import { useForegroundLook } from "./use-foreground-look.ts";

interface TerminalGroupProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly desk: Desk;
  readonly group: TabGroup;
  readonly number: number;
  readonly screens: ReadonlyMap<number, TerminalScreen>;
  /** There is room for two groups. */
  readonly wide: boolean;
  readonly editor: ReactNode;
  readonly onScreen: (id: number, screen: TerminalScreen | undefined) => void;
  readonly onReopen: (id: number) => void;
  /** What could not be done, in a sentence. */
  readonly onRefused: (error: unknown) => void;
}

/** One half of the split, or all of it: a strip of tabs and the shell in front. */
export function TerminalGroup({ session, state, desk, group, number, screens, wide, editor, ...on }: TerminalGroupProps) {
  const [finding, setFinding] = useState<number | undefined>();
  const [closing, setClosing] = useState<number | undefined>();
  const look = useForegroundLook(session);
  const { active } = group;
  const screen = active === undefined ? undefined : screens.get(active);

  const attempt = (run: () => Promise<unknown>) => void run().catch(on.onRefused);
  const close = (tab: number) => {
    const open = state.terminals.find(({ id }) => id === tab)?.status === "open";
    if (open) setClosing(tab);
    else desk.close(tab);
  };

  return (
    <div
      className={styles["group"]}
      onFocusCapture={() => desk.focused !== number && desk.focusGroup(number)}
      data-testid={`group-${number}`}
    >
      <TabStrip
        group={group}
        number={number}
        terminals={state.terminals}
        namespacesOf={({ pid, status }) => (look && status === "open" ? ownNamespaces(look, pid) : [])}
        onSelect={(tab) => {
          desk.select(tab);
          requestAnimationFrame(() => {
            // A double click has opened the field for a name.
            if (!(document.activeElement instanceof HTMLInputElement)) screens.get(tab)?.focus();
          });
        }}
        onClose={close}
        onRename={(id, name) => session.renameTerminal(id, name)}
        onOpen={() => attempt(() => desk.open(number))}
        onFind={() => setFinding(finding === active ? undefined : active)}
        onSplit={wide ? () => attempt(() => desk.split()) : undefined}
        onEditor={desk.groups.some(({ tabs }) => tabs.includes(editorTab)) ? undefined : () => desk.showEditor()}
        isSplit={desk.groups.length > 1}
      />
      {finding !== undefined && finding === active && screen ? (
        <FindBar screen={screen} onClose={() => setFinding(undefined)} />
      ) : null}
      <div className={styles["views"]}>
        {group.tabs.map((tab) => {
          if (tab === editorTab)
            return (
              <div
                key={tab}
                id="shell-0"
                className={styles["editor"]}
                role="tabpanel"
                aria-labelledby="shell-tab-0"
                hidden={active !== tab}
              >
                {editor}
              </div>
            );
          const shell = state.terminals.find(({ id }) => id === tab);
          const terminal = session.terminal(tab);
          return shell && terminal ? (
            <TerminalView
              key={tab}
              state={shell}
              terminal={terminal}
              name={nameOf(tab, state.terminals)}
              visible={active === tab}
              onScreen={on.onScreen}
              onReopen={on.onReopen}
              onFind={setFinding}
            />
          ) : null;
        })}
      </div>
      {closing === undefined ? null : (
        <ConfirmDialog
          title={text.terminal.closeAsk(nameOf(closing, state.terminals))}
          confirm={text.terminal.closeConfirm}
          cancel={text.terminal.keep}
          onConfirm={() => {
            setClosing(undefined);
            desk.close(closing);
          }}
          onClose={() => setClosing(undefined)}
        >
          {text.terminal.closeBody}
        </ConfirmDialog>
      )}
    </div>
  );
}
