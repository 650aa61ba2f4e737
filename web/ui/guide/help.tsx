import type { Root } from "mdast";
import { useState } from "react";
import { CommandBlock } from "../markdown/command-block.tsx";
import { Markdown } from "../markdown/markdown.tsx";
import { Button } from "../shell/button.tsx";
import { text } from "../text.ts";
import styles from "./help.module.css";

interface HelpProps {
  readonly hints: readonly Root[];
  /** Undefined: the step has none to show. */
  readonly solution: (() => Promise<string>) | undefined;
}

type Solution =
  | { readonly kind: "hidden" | "asked" | "coming" | "failed" }
  | { readonly kind: "shown"; readonly commands: string };

/** Hints that open one by one, and after the last of them the solution, which asks first. */
export function Help({ hints, solution }: HelpProps) {
  const [open, setOpen] = useState(0);
  const [shown, setShown] = useState<Solution>({ kind: "hidden" });
  const load = async () => {
    setShown({ kind: "coming" });
    try {
      setShown({ kind: "shown", commands: (await solution?.()) ?? "" });
    } catch {
      setShown({ kind: "failed" });
    }
  };
  return (
    <div className={styles["help"]} data-testid="help">
      {hints.slice(0, open).map((hint, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints never change places
        <div key={n} className={styles["hint"]} role="note" aria-label={text.guide.hint(n + 1)}>
          <p className={styles["name"]}>{text.guide.hint(n + 1)}</p>
          <Markdown root={hint} />
        </div>
      ))}
      {shown.kind === "asked" ? (
        <div className={styles["ask"]}>
          <p>{text.guide.solutionWord}</p>
          <Button testId="solution-confirm" onClick={() => void load()}>
            {text.guide.solutionConfirm}
          </Button>
          <Button onClick={() => setShown({ kind: "hidden" })}>{text.guide.solutionLater}</Button>
        </div>
      ) : null}
      {shown.kind === "failed" ? <p role="alert">{text.guide.solutionFailed}</p> : null}
      {shown.kind === "shown" ? (
        <div data-testid="solution">
          <p className={styles["name"]}>{text.guide.solution}</p>
          <CommandBlock command={shown.commands} />
        </div>
      ) : null}
      {open < hints.length ? (
        <Button testId="hint-next" onClick={() => setOpen(open + 1)}>
          {text.guide.hintNext(open + 1, hints.length)}
        </Button>
      ) : solution && (shown.kind === "hidden" || shown.kind === "failed") ? (
        <Button testId="solution-show" onClick={() => setShown({ kind: "asked" })}>
          {text.guide.solutionShow}
        </Button>
      ) : null}
    </div>
  );
}
