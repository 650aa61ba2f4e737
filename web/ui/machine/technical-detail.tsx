import { type LabError, messageOf } from "../../core/errors.ts";
import { Scrolling } from "../shell/scrolling.tsx";
import { text } from "../text.ts";
import styles from "./technical-detail.module.css";

const depth = 5;

/** What a report of a fault needs, folded away: the code, the message for programs, and the causes behind it. */
export function TechnicalDetail({ error }: { readonly error: LabError }) {
  return (
    <details className={styles["detail"]}>
      <summary>{text.problem.detail}</summary>
      <Scrolling className={styles["box"]}>
        <pre>{describe(error)}</pre>
      </Scrolling>
    </details>
  );
}

function describe(error: LabError): string {
  const lines = [text.problem.code(error.code)];
  if (error.message !== error.userMessage) lines.push(error.message);
  for (let cause = error.cause, at = 0; cause !== undefined && at < depth; at++) {
    lines.push(messageOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return [...new Set(lines)].join("\n");
}
