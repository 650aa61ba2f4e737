import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import styles from "./modal.module.css";

interface ModalProps {
  readonly title: string;
  /** Name of the button that closes it. */
  readonly close: string;
  readonly testId: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page. The browser's own dialog: it holds the focus, closes on Esc and gives the focus back. */
export function Modal({ title, close, testId, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles["modal"]} aria-labelledby={id} onClose={onClose} data-testid={testId}>
      <div className={styles["head"]}>
        <h2 id={id}>{title}</h2>
        <IconButton label={close} testId="modal-close" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      {children}
    </dialog>
  );
}
