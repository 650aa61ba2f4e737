import { useState } from "react";
import { Button } from "../shell/button.tsx";
import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import { linesOf } from "./lines-of.ts";
import styles from "./paste-dialog.module.css";

interface PasteDialogProps {
  readonly pasted: string;
  readonly onPaste: (askAgain: boolean) => void;
  readonly onClose: () => void;
}

/** A box that scrolls has to be reached by keyboard. */
const reachable = { tabIndex: 0 };

/** Lines that would run at once are shown first. */
export function PasteDialog({ pasted, onPaste, onClose }: PasteDialogProps) {
  const [noMore, setNoMore] = useState(false);
  return (
    <Modal
      title={text.terminal.pasteTitle(linesOf(pasted))}
      close={text.terminal.pasteCancel}
      testId="paste-dialog"
      onClose={onClose}
    >
      <p>{text.terminal.pasteBody}</p>
      <pre className={styles["lines"]} {...reachable}>
        {pasted}
      </pre>
      <label className={styles["again"]}>
        <input type="checkbox" checked={noMore} onChange={(event) => setNoMore(event.target.checked)} />
        {text.terminal.pasteNoMore}
      </label>
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{text.terminal.pasteCancel}</Button>
        <Button kind="primary" testId="paste-confirm" onClick={() => onPaste(!noMore)}>
          {text.terminal.pasteConfirm}
        </Button>
      </div>
    </Modal>
  );
}
