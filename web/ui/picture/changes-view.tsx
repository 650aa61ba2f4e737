import { useMemo } from "react";
import type { Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { changesBetween } from "./changes.ts";
import styles from "./changes-view.module.css";

interface ChangesViewProps {
  readonly since: Snapshot;
  readonly now: Snapshot;
}

const signs = { appeared: "+", vanished: "−", changed: "~" } as const;

/** Two looks compared: "what did `unshare --net` change?" */
export function ChangesView({ since, now }: ChangesViewProps) {
  const changes = useMemo(() => changesBetween(since, now), [since, now]);
  if (changes.length === 0) return <p className={styles["none"]}>{text.picture.changes.none}</p>;
  return (
    <ul className={styles["changes"]} aria-label={text.picture.changes.title} data-testid="changes">
      {changes.map(({ kind, sentence }) => (
        <li key={sentence} data-kind={kind}>
          <span aria-hidden="true">{signs[kind]}</span>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
