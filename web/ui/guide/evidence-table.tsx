import { createElement } from "react";
import type { Evidence } from "../../lab/verdict.ts";
import { text } from "../text.ts";
import styles from "./evidence-table.module.css";

/** The very paths and values that a check looked at. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <p className={styles["none"]}>{text.status.evidenceNone}</p>;
  return (
    <table className={styles["table"]} data-testid="evidence">
      <caption className="visually-hidden">{text.status.evidenceCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.status.evidencePath}</th>
          <th scope="col">{text.status.evidenceValue}</th>
          <th scope="col">{text.status.evidenceNote}</th>
        </tr>
      </thead>
      {createElement("tbody", null, ...evidence.map(row))}
    </table>
  );
}

function row({ path, value, note, met }: Evidence) {
  return (
    <tr>
      <td>
        {met === undefined ? null : <Light met={met} />}
        <code>{path}</code>
      </td>
      <td>
        <code className={styles["value"]}>{value}</code>
      </td>
      <td className={styles["note"]}>{note}</td>
    </tr>
  );
}

/** Whether one of several conditions is met. */
function Light({ met }: { readonly met: boolean }) {
  return (
    <span className={styles["light"]} data-met={met}>
      <span aria-hidden="true">{met ? "✓" : "✗"}</span>
      <span className="visually-hidden">{met ? text.status.met : text.status.notMet}: </span>
    </span>
  );
}
