import { type FormEvent, useEffect, useId, useState } from "react";
import type { Session } from "../../session/api.ts";
import { text } from "../text.ts";
import styles from "./editor-pane.module.css";

/** By path, with what lies in the directory as suggestions, and the lab's own files in front. */
export function PathForm({ session, onOpen }: { readonly session: Session; readonly onOpen: (path: string) => void }) {
  const id = useId();
  const [path, setPath] = useState("");
  const [names, setNames] = useState<readonly string[]>([]);
  const directory = path.slice(0, path.lastIndexOf("/") + 1);
  const offered = session.lab.edit ?? [];

  useEffect(() => {
    if (directory === "") return;
    let late = false;
    session.files.list(directory).then(
      (found) => late || setNames(found.map((name) => directory + name)),
      () => late || setNames([]),
    );
    return () => {
      late = true;
    };
  }, [session, directory]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path !== "") onOpen(path);
  };
  return (
    <form className={styles["path"]} onSubmit={submit}>
      <label className="visually-hidden" htmlFor={id}>
        {text.editor.path}
      </label>
      <input
        id={id}
        list={`${id}-names`}
        value={path}
        placeholder={text.editor.path}
        autoComplete="off"
        spellCheck={false}
        data-testid="editor-path"
        onChange={(event) => setPath(event.target.value)}
      />
      <datalist id={`${id}-names`}>
        {(directory === "" ? offered : names).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" data-testid="editor-open">
        {text.editor.open}
      </button>
      {offered.length > 0 ? (
        <span className={styles["offered"]}>
          {offered.map((name) => (
            <button key={name} type="button" onClick={() => onOpen(name)}>
              {name}
            </button>
          ))}
        </span>
      ) : null}
    </form>
  );
}
