import { type ReactNode, useState } from "react";
import { text } from "../text.ts";
import styles from "./key-row.module.css";
import type { TerminalScreen } from "./terminal-screen.ts";

interface Key {
  readonly face: ReactNode;
  readonly label: string;
  readonly data: string;
}

const named: readonly Key[] = [
  { face: "Esc", label: text.terminal.key.escape, data: "\x1b" },
  { face: "Tab", label: text.terminal.key.tab, data: "\t" },
];
const arrowsAndSigns: readonly Key[] = [
  { face: "←", label: text.terminal.key.left, data: "\x1b[D" },
  { face: "↑", label: text.terminal.key.up, data: "\x1b[A" },
  { face: "↓", label: text.terminal.key.down, data: "\x1b[B" },
  { face: "→", label: text.terminal.key.right, data: "\x1b[C" },
  { face: "|", label: "|", data: "|" },
  { face: "/", label: "/", data: "/" },
  { face: "-", label: "-", data: "-" },
];

/** Keys that a phone's keyboard lacks. A touch on one leaves the focus, and so the keyboard, where it is. */
export function KeyRow({ screen }: { readonly screen: TerminalScreen | undefined }) {
  const [control, setControl] = useState(false);

  function press({ data }: Key): void {
    screen?.type(data);
  }

  function toggleControl(): void {
    if (!screen) return;
    const armed = !control;
    screen.armControl(armed, () => setControl(false));
    setControl(armed);
  }

  return (
    <div
      className={styles["row"]}
      role="toolbar"
      aria-label={text.terminal.keys}
      data-testid="keys"
      onPointerDown={(event) => event.preventDefault()}
    >
      {named.map((key) => (
        <button key={key.label} type="button" aria-label={key.label} onClick={() => press(key)}>
          {key.face}
        </button>
      ))}
      <button type="button" aria-pressed={control} onClick={toggleControl}>
        {text.terminal.key.control}
      </button>
      {arrowsAndSigns.map((key) => (
        <button key={key.label} type="button" aria-label={key.label} onClick={() => press(key)}>
          {key.face}
        </button>
      ))}
    </div>
  );
}
