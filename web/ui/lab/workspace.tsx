import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../shell/icon.tsx";
import { Split } from "../shell/split.tsx";
import { text } from "../text.ts";
import styles from "./workspace.module.css";

export type Part = "guide" | "terminal" | "picture";

const parts = [
  { part: "guide", name: text.panes.guide, icon: "book" },
  { part: "terminal", name: text.panes.terminal, icon: "terminal" },
  { part: "picture", name: text.panes.picture, icon: "layers" },
] as const;

interface WorkspaceProps {
  /** All parts beside each other; otherwise one at a time, behind tabs. */
  readonly wide: boolean;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly onFocusTerminal: () => void;
  readonly guide: ReactNode;
  readonly terminal: ReactNode;
  /** Null when it was put away. */
  readonly picture: ReactNode;
}

/** Guide, terminals with the editor, and the kernel's picture. A part that is not seen stays alive: the terminal keeps its screen, the guide its place. */
export function Workspace({ wide, part, onPart, onFocusTerminal, guide, terminal, picture }: WorkspaceProps) {
  const panes = useRef(new Map<Part, HTMLElement>());
  const pictured = picture !== null;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const order = parts.map(({ part: of }) => of).filter((of) => of !== "picture" || pictured);
      const at = order.findIndex((of) => panes.current.get(of)?.contains(document.activeElement));
      const next = order[(at + (event.shiftKey ? order.length - 1 : 1)) % order.length] ?? "terminal";
      onPart(next);
      // A part that was hidden can take the focus once it is shown.
      requestAnimationFrame(() => {
        const pane = panes.current.get(next);
        if (next === "terminal") onFocusTerminal();
        // With the editor in front no shell can take it.
        if (!pane?.contains(document.activeElement)) pane?.focus({ preventScroll: true });
      });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onPart, onFocusTerminal, pictured]);

  const pane = (of: Part, content: ReactNode) => (
    <section
      ref={(element) => {
        if (element) panes.current.set(of, element);
        else panes.current.delete(of);
      }}
      id={`part-${of}`}
      className={styles[of]}
      tabIndex={of === "terminal" ? -1 : 0}
      hidden={!wide && part !== of}
      data-testid={of}
      {...(wide ? { "aria-label": text.panes[of] } : { role: "tabpanel", "aria-labelledby": `tab-${of}` })}
    >
      {content}
    </section>
  );
  const work = pane("terminal", terminal);

  return (
    <main className={styles["main"]}>
      {wide ? null : <Tabs part={part} onPart={onPart} />}
      <div className={styles["parts"]}>
        <Split
          name="guide"
          label={text.panes.resize}
          help={text.panes.resizeHelp}
          usual={36}
          first={pane("guide", guide)}
          second={
            <Split
              name="picture"
              direction="rows"
              label={text.panes.resizePicture}
              help={text.panes.resizeHelp}
              usual={54}
              first={work}
              second={pictured ? pane("picture", picture) : null}
            />
          }
        />
      </div>
    </main>
  );
}

function Tabs({ part, onPart }: { readonly part: Part; readonly onPart: (part: Part) => void }) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: ReactKeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const at = parts.findIndex(({ part: of }) => of === part);
    const other = parts[(at + step + parts.length) % parts.length]?.part ?? part;
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
