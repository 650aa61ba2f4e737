import { useRef } from "react";
import type { CheckpointsState } from "../../session/state.ts";
import { Button } from "../shell/button.tsx";
import { Icon } from "../shell/icon.tsx";
import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import { checkpointName } from "./checkpoint-name.ts";
import styles from "./dialogs.module.css";
import { megabytes } from "./when.ts";

interface StoreDialogProps {
  readonly state: CheckpointsState;
  readonly onImport: (file: File) => void;
  readonly onClose: () => void;
}

/** How much is kept, what goes next, and the way in for somebody else's machine. */
export function StoreDialog({ state: { list, store }, onImport, onClose }: StoreDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  const next = list.find(({ id }) => id === store.nextToDrop);
  return (
    <Modal title={text.timeline.storeTitle} close={text.timeline.close} testId="store-dialog" onClose={onClose}>
      <p className={styles["help"]}>
        {store.kind === "tab"
          ? text.timeline.storeTab
          : text.timeline.storeUsed(megabytes(store.bytes), (store.limit / 1e6).toFixed(0))}
      </p>
      {store.kind === "browser" ? (
        <meter
          className={styles["meter"]}
          min={0}
          max={Math.max(store.limit, 1)}
          high={store.limit * 0.8}
          value={store.bytes}
          aria-label={text.timeline.storeTitle}
        />
      ) : null}
      {next ? <p className={styles["warning"]}>{text.timeline.storeNext(checkpointName(next))}</p> : null}
      <div className={styles["way"]}>
        <input
          ref={input}
          type="file"
          accept=".nslab"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onImport(file);
          }}
          data-testid="import-input"
        />
        <Button testId="checkpoint-import" onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {text.timeline.importFile}
        </Button>
        <p className={styles["help"]}>{text.timeline.importHelp}</p>
      </div>
    </Modal>
  );
}
