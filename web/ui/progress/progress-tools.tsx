import { useState } from "react";
import type { FoundLab } from "../catalog/lab-card.tsx";
import { download } from "../download.ts";
import { Button } from "../shell/button.tsx";
import { ConfirmDialog } from "../shell/dialog.tsx";
import { text } from "../text.ts";
import { changeProgress, forgetLab, type Progress, progressJson } from "./progress.ts";
import styles from "./progress-tools.module.css";

interface ProgressToolsProps {
  readonly found: readonly FoundLab[];
  readonly progress: Progress;
  /** Removes what is kept of a lab's machines. */
  readonly onForget: (lab: string) => Promise<void>;
}

/** Export of what was done, and forgetting it: of one lab, of all. */
export function ProgressTools({ found, progress, onForget }: ProgressToolsProps) {
  const [asking, setAsking] = useState<readonly string[] | undefined>();
  const worked = Object.keys(progress);
  if (worked.length === 0) return null;
  const titleOf = (id: string) => {
    const entry = found.find((candidate) => candidate.id === id);
    return entry && "lab" in entry ? entry.lab.title : id;
  };
  const forget = (labs: readonly string[]) => {
    setAsking(undefined);
    changeProgress((before) => labs.reduce(forgetLab, before));
    // What cannot be removed now (no storage) has nothing to go on from either.
    for (const lab of labs) void onForget(lab).catch(() => undefined);
  };
  const save = () => download(new Blob([progressJson(progress)], { type: "application/json" }), "nslab-progress.json");
  return (
    <section className={styles["tools"]} aria-labelledby="progress-tools" data-testid="progress-tools">
      <h2 id="progress-tools">{text.progress.title}</h2>
      <div className={styles["actions"]}>
        <Button testId="progress-export" onClick={save}>
          {text.progress.export}
        </Button>
        {worked.map((lab) => (
          <Button key={lab} testId={`forget-${lab}`} onClick={() => setAsking([lab])}>
            {`${text.progress.forget}: ${titleOf(lab)}`}
          </Button>
        ))}
        <Button kind="danger" testId="forget-all" onClick={() => setAsking(worked)}>
          {text.progress.forgetAll}
        </Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={asking.length > 1 ? text.progress.forgetAllTitle : text.progress.forgetTitle(titleOf(asking[0] ?? ""))}
          confirm={text.progress.forgetConfirm}
          cancel={text.progress.keep}
          onConfirm={() => forget(asking)}
          onClose={() => setAsking(undefined)}
        >
          {text.progress.forgetBody}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
