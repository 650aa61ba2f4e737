import { type FormEvent, useState } from "react";
import type { CheckpointInfo } from "../../session/state.ts";
import { Button } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import { checkpointName } from "./checkpoint-name.ts";
import styles from "./dialogs.module.css";
import { NameField } from "./name-field.tsx";
import { megabytes, whenText } from "./when.ts";

interface CheckpointDialogProps {
  readonly checkpoint: CheckpointInfo;
  readonly parent: CheckpointInfo | undefined;
  /** How many the lab has. */
  readonly steps: number;
  readonly busy: boolean;
  readonly onBack: (checkpoint: CheckpointInfo) => void;
  readonly onFork: (checkpoint: CheckpointInfo) => void;
  readonly onRename: (name: string) => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One checkpoint: what it is, and what can be done with it. */
export function CheckpointDialog(props: CheckpointDialogProps) {
  const { checkpoint, parent, steps, busy, onClose } = props;
  const [editing, setEditing] = useState<"name" | "remove" | undefined>();
  const [name, setName] = useState(checkpointName(checkpoint));
  const facts = [
    [text.timeline.facts.when, `${text.timeline.kind[checkpoint.kind]}, ${whenText(checkpoint.savedAt)}`],
    [text.timeline.facts.steps, text.timeline.stepsOf(checkpoint.completedSteps, steps)],
    [text.timeline.facts.size, text.timeline.megabytes(megabytes(checkpoint.bytes))],
    ...(parent ? [[text.timeline.facts.from, checkpointName(parent)]] : []),
  ];
  function rename(event: FormEvent): void {
    event.preventDefault();
    setEditing(undefined);
    if (name.trim() !== "") props.onRename(name.trim());
  }
  return (
    <Modal title={checkpointName(checkpoint)} close={text.timeline.close} testId="checkpoint-dialog" onClose={onClose}>
      <dl className={styles["facts"]}>
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div className={styles["way"]}>
        <Button kind="primary" testId="checkpoint-back" disabled={busy} onClick={() => props.onBack(checkpoint)}>
          <Icon name="reset" />
          {text.timeline.back}
        </Button>
        <p className={styles["help"]}>{text.timeline.backHelp}</p>
      </div>
      <div className={styles["way"]}>
        <Button testId="checkpoint-fork" disabled={busy} onClick={() => props.onFork(checkpoint)}>
          <Icon name="fork" />
          {text.timeline.fork}
        </Button>
        <p className={styles["help"]}>{text.timeline.forkHelp}</p>
      </div>
      <div className={styles["way"]}>
        <Button testId="checkpoint-export" disabled={busy} onClick={props.onExport}>
          <Icon name="download" />
          {text.timeline.exportFile}
        </Button>
        <p className={styles["help"]}>{text.timeline.exportHelp}</p>
      </div>
      {editing === "name" ? (
        <form onSubmit={rename} className={styles["form"]}>
          <NameField value={name} onChange={setName} />
          <div className={styles["actions"]}>
            <button type="submit" className={styles["submit"]} data-testid="rename-confirm">
              {text.timeline.renameConfirm}
            </button>
          </div>
        </form>
      ) : (
        <div className={styles["actions"]}>
          <Button testId="checkpoint-rename" onClick={() => setEditing("name")}>
            <Icon name="pencil" />
            {text.timeline.rename}
          </Button>
          {editing === "remove" ? (
            <Button kind="danger" testId="remove-confirm" onClick={props.onRemove}>
              <Icon name="trash" />
              {text.timeline.removeConfirm}
            </Button>
          ) : (
            <Button testId="checkpoint-remove" disabled={busy} onClick={() => setEditing("remove")}>
              <Icon name="trash" />
              {text.timeline.remove}
            </Button>
          )}
        </div>
      )}
    </Modal>
  );
}
