import { type KeyboardEvent, useRef, useState } from "react";
import type { TerminalState } from "../../session/state.ts";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import { editorTab, type TabGroup } from "./desk.ts";
import type { OwnNamespace } from "./foreground.ts";
import styles from "./tab-strip.module.css";

interface TabStripProps {
  readonly group: TabGroup;
  readonly number: number;
  readonly terminals: readonly TerminalState[];
  readonly namespacesOf: (terminal: TerminalState) => readonly OwnNamespace[];
  readonly onSelect: (tab: number) => void;
  readonly onClose: (tab: number) => void;
  readonly onRename: (id: number, name: string) => void;
  readonly onOpen: () => void;
  readonly onFind: () => void;
  /** Undefined: there is no room for two. */
  readonly onSplit: (() => void) | undefined;
  readonly isSplit: boolean;
  /** Undefined: it has a tab already. */
  readonly onEditor: (() => void) | undefined;
}

/** The shells of one group, and the editor among them. Double-click or F2 renames, Delete closes. */
export function TabStrip({ group, number, terminals, namespacesOf, ...on }: TabStripProps) {
  const list = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState<number | undefined>();

  function onKeyDown(event: KeyboardEvent): void {
    const active = group.active;
    if (active === undefined || event.target instanceof HTMLInputElement) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      const next = group.tabs[(group.tabs.indexOf(active) + step + group.tabs.length) % group.tabs.length];
      if (next === undefined) return;
      on.onSelect(next);
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
    } else if (event.key === "F2" && active !== editorTab) setRenaming(active);
    else if (event.key === "Delete") on.onClose(active);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles["strip"]}>
      <div className={styles["tabs"]} role="tablist" aria-label={text.terminal.tabs} ref={list} onKeyDown={onKeyDown}>
        {group.tabs.map((tab) => {
          const terminal = terminals.find(({ id }) => id === tab);
          const name = nameOf(tab, terminals);
          const own = terminal ? namespacesOf(terminal) : [];
          return (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`shell-tab-${tab}`}
              data-testid={`tab-${tab}`}
              aria-selected={tab === group.active}
              aria-controls={`shell-${tab}`}
              tabIndex={tab === group.active ? 0 : -1}
              data-ended={terminal?.status === "ended"}
              onClick={() => on.onSelect(tab)}
              onDoubleClick={() => tab !== editorTab && setRenaming(tab)}
            >
              <Icon name={tab === editorTab ? "file" : "terminal"} size={14} />
              <span className={styles["name"]}>{name}</span>
              {own.map(({ type, key }) => (
                <span key={type} className={styles["badge"]} title={text.terminal.badge(type, key)} data-testid={`badge-${type}`}>
                  {type}
                </span>
              ))}
              {own.length > 0 ? <span className="visually-hidden">{text.terminal.ownNamespaces}</span> : null}
            </button>
          );
        })}
      </div>
      {renaming === undefined ? null : (
        <RenameField
          key={renaming}
          name={nameOf(renaming, terminals)}
          onDone={(name) => {
            setRenaming(undefined);
            if (name !== undefined) on.onRename(renaming, name);
          }}
        />
      )}
      <div className={styles["actions"]}>
        <IconButton label={text.terminal.open} testId={`shell-open-${number}`} onClick={on.onOpen}>
          <Icon name="plus" />
        </IconButton>
        {group.active === undefined ? null : (
          <IconButton
            label={text.terminal.closeTab(nameOf(group.active, terminals))}
            testId={`shell-close-${number}`}
            onClick={() => on.onClose(group.active as number)}
          >
            <Icon name="close" />
          </IconButton>
        )}
        {on.onEditor ? (
          <IconButton label={text.editor.show} testId="editor-show" onClick={on.onEditor}>
            <Icon name="file" />
          </IconButton>
        ) : null}
        {group.active === editorTab ? null : (
          <IconButton label={text.terminal.find} testId={`shell-find-${number}`} onClick={on.onFind}>
            <Icon name="search" />
          </IconButton>
        )}
        {on.onSplit ? (
          <IconButton
            label={on.isSplit ? text.terminal.unsplit : text.terminal.split}
            testId={`shell-split-${number}`}
            pressed={on.isSplit}
            onClick={on.onSplit}
          >
            <Icon name="split" />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

export function nameOf(tab: number, terminals: readonly TerminalState[]): string {
  if (tab === editorTab) return text.editor.name;
  return terminals.find(({ id }) => id === tab)?.name ?? text.terminal.name(tab);
}

function RenameField({ name, onDone }: { readonly name: string; readonly onDone: (name: string | undefined) => void }) {
  const [value, setValue] = useState(name);
  return (
    <input
      className={styles["rename"]}
      aria-label={text.terminal.rename}
      data-testid="tab-rename"
      value={value}
      maxLength={30}
      ref={(element) => element?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => onDone(value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onDone(value);
        if (event.key === "Escape") onDone(undefined);
      }}
    />
  );
}
