import { type FormEvent, useState } from "react";
import { Button } from "../shell/button.tsx";
import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import styles from "./dialogs.module.css";
import { NameField } from "./name-field.tsx";
import { whenText } from "./when.ts";

interface SaveDialogProps {
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name; Enter takes the one that is offered. */
export function SaveDialog({ onSave, onClose }: SaveDialogProps) {
  const [usual] = useState(() => text.timeline.nameUsual(whenText(Date.now())));
  const [name, setName] = useState(usual);
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave(name.trim() === "" ? usual : name.trim());
  }
  return (
    <Modal title={text.timeline.saveTitle} close={text.timeline.close} testId="save-dialog" onClose={onClose}>
      <p className={styles["help"]}>{text.timeline.saveBody}</p>
      <form onSubmit={submit} className={styles["form"]}>
        <NameField value={name} onChange={setName} />
        <div className={styles["actions"]}>
          <Button onClick={onClose}>{text.timeline.cancel}</Button>
          <button type="submit" className={styles["submit"]} data-testid="save-confirm">
            {text.timeline.saveConfirm}
          </button>
        </div>
      </form>
    </Modal>
  );
}
