import { createElement, useContext } from "react";
import { Icon } from "../shell/icon.tsx";
import { text } from "../text.ts";
import styles from "./command-block.module.css";
import { CommandRunnerContext } from "./command-runner.ts";
import { copyText } from "./copy-text.ts";
import { useBrief } from "./use-brief.ts";

/** Commands of a text, a line each: run in the terminal with one click, or copied. */
export function CommandBlock({ command }: { readonly command: string }) {
  const runner = useContext(CommandRunnerContext);
  const [sent, showSent] = useBrief<true>();
  const [copied, showCopied] = useBrief<boolean>();
  const copyNote = copied === undefined ? text.command.copy : copied ? text.command.copied : text.command.copyFailed;

  function run(pointer: boolean): void {
    if (!runner.ready) return;
    runner.run(command, { pointer });
    showSent(true);
  }

  return (
    <div className={styles["block"]} data-testid="command">
      {createElement(
        "pre",
        { className: styles["code"] },
        ...command.split("\n").map((line) => createElement("code", { className: styles["line"] }, line)),
      )}
      <div className={styles["actions"]}>
        <button
          type="button"
          className={styles["copy"]}
          aria-label={text.command.copyLabel(command)}
          title={copyNote}
          onClick={() => void copyText(command).then(showCopied)}
        >
          <Icon name={copied === undefined ? "copy" : copied ? "check" : "alert"} />
        </button>
        <button
          type="button"
          className={styles["run"]}
          aria-label={text.command.runLabel(command)}
          aria-disabled={!runner.ready}
          title={runner.ready ? undefined : text.command.notReady}
          onClick={(event) => run(event.detail > 0)}
        >
          <Icon name={sent ? "check" : "play"} size={14} />
          <span>{sent ? text.command.sent : text.command.run}</span>
        </button>
      </div>
    </div>
  );
}
