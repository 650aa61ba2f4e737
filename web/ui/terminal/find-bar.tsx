import { useState } from "react";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import styles from "./find-bar.module.css";
import type { TerminalScreen } from "./terminal-screen.ts";

interface FindBarProps {
  readonly screen: TerminalScreen;
  readonly onClose: () => void;
}

/** Searches the scrollback: Enter goes up from the newest, Shift+Enter back. */
export function FindBar({ screen, onClose }: FindBarProps) {
  const [wanted, setWanted] = useState("");
  const [found, setFound] = useState(true);
  const find = (direction: "older" | "newer", words = wanted) => {
    if (words === "") setFound(true);
    else screen.find(words, direction).then(setFound, () => setFound(false));
  };
  const close = () => {
    screen.endFind();
    onClose();
    screen.focus();
  };
  return (
    <search className={styles["bar"]} data-testid="find">
      <input
        type="search"
        aria-label={text.terminal.findLabel}
        placeholder={text.terminal.findLabel}
        value={wanted}
        ref={(element) => element?.focus()}
        onChange={(event) => {
          setWanted(event.target.value);
          find("older", event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") find(event.shiftKey ? "newer" : "older");
          else if (event.key === "Escape") close();
        }}
      />
      <span className={styles["none"]} role="status">
        {found ? "" : text.terminal.findNone}
      </span>
      <button type="button" onClick={() => find("older")}>
        {text.terminal.findPrevious}
      </button>
      <button type="button" onClick={() => find("newer")}>
        {text.terminal.findNext}
      </button>
      <IconButton label={text.terminal.findClose} onClick={close}>
        <Icon name="close" />
      </IconButton>
    </search>
  );
}
