import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../shell/icon.tsx";
import { Split } from "../shell/split.tsx";
import { text } from "../text.ts";
import styles from "./workspace.module.css";

export type Part = "guide" | "terminal";

const parts = [
  { part: "guide", name: text.panes.guide, icon: "book" },
  { part: "terminal", name: text.panes.terminal, icon: "terminal" },
] as const;

interface WorkspaceProps {
  /** Both parts beside each other; otherwise one at a time, behind tabs. */
  readonly wide: boolean;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly onFocusTerminal: () => void;
  readonly guide: ReactNode;
  readonly terminal: ReactNode;
}

/** Guide and terminal. A part that is not seen stays alive: the terminal keeps its screen, the guide its place. */
export function Workspace({ wide, part, onPart, onFocusTerminal, guide, terminal }: WorkspaceProps) {
  const guidePane = useRef<HTMLElement>(null);
  const terminalPane = useRef<HTMLElement>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const inTerminal = terminalPane.current?.contains(document.activeElement) ?? false;
      onPart(inTerminal ? "guide" : "terminal");
      // A part that was hidden can take the focus once it is shown.
      requestAnimationFrame(() => (inTerminal ? guidePane.current?.focus({ preventScroll: true }) : onFocusTerminal()));
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onPart, onFocusTerminal]);

  const pane = (of: Part, content: ReactNode) => (
    <section
      ref={of === "guide" ? guidePane : terminalPane}
      id={`part-${of}`}
      className={styles[of]}
      tabIndex={of === "guide" ? 0 : -1}
      hidden={!wide && part !== of}
      data-testid={of}
      {...(wide ? { "aria-label": text.panes[of] } : { role: "tabpanel", "aria-labelledby": `tab-${of}` })}
    >
      {content}
    </section>
  );

  return (
    <main className={styles["main"]}>
      {wide ? null : <Tabs part={part} onPart={onPart} />}
      <div className={styles["parts"]}>
        <Split
          name="guide"
          label={text.panes.resize}
          help={text.panes.resizeHelp}
          usual={40}
          first={pane("guide", guide)}
          second={pane("terminal", terminal)}
        />
      </div>
    </main>
  );
}

function Tabs({ part, onPart }: { readonly part: Part; readonly onPart: (part: Part) => void }) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: ReactKeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = part === "guide" ? "terminal" : "guide";
    onPart(other);
    list.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  }
  return (
    <div className={styles["tabs"]} role="tablist" aria-label={text.panes.choose} ref={list} onKeyDown={onKeyDown}>
      {parts.map(({ part: of, name, icon }) => (
        <button
          key={of}
          type="button"
          role="tab"
          id={`tab-${of}`}
          aria-selected={part === of}
          aria-controls={`part-${of}`}
          tabIndex={part === of ? 0 : -1}
          onClick={() => onPart(of)}
        >
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </div>
  );
}
