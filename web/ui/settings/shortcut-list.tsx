import { Modal } from "../shell/modal.tsx";
import { text } from "../text.ts";
import styles from "./dialogs.module.css";
import { shortcutGroups } from "./shortcuts.ts";

/** All keys that do something. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title={text.shortcuts.title} close={text.shortcuts.close} testId="shortcuts" onClose={onClose}>
      {shortcutGroups.map(({ where, shortcuts }) => (
        <section key={where} className={styles["group"]}>
          <h3>{where}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
