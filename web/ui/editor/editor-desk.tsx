import { useEffect, useEffectEvent, useState } from "react";
import { LabError, messageOf } from "../../core/errors.ts";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";
import { Button } from "../shell/button.tsx";
import { ConfirmDialog } from "../shell/dialog.tsx";
import { Icon } from "../shell/icon.tsx";
import { IconButton } from "../shell/icon-button.tsx";
import { text } from "../text.ts";
import { CodeView } from "./code-view.tsx";
import type { Document } from "./documents.ts";
import styles from "./editor-pane.module.css";
import { useDocuments } from "./use-documents.ts";

/** A path that was asked for; asked for again, it is another. */
export interface Asked {
  readonly path: string;
}

interface EditorDeskProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly asked: Asked | undefined;
}

/** The open files, with Monaco. */
export function EditorDesk({ session, state, asked }: EditorDeskProps) {
  const { documents, list, keepSoon } = useDocuments(session, state);
  const [refusal, setRefusal] = useState<{ readonly of: Asked; readonly sentence: string } | undefined>();
  const [closing, setClosing] = useState<string | undefined>();
  const shown = list.find(({ path }) => path === state.desk.activeFile) ?? list.at(-1);

  const refused = refusal && refusal.of === asked ? refusal.sentence : undefined;

  const show = (path: string) => session.setDesk({ activeFile: path });
  const open = useEffectEvent((wanted: Asked) =>
    documents.open(wanted.path).then(
      () => show(wanted.path),
      (error: unknown) => setRefusal({ of: wanted, sentence: error instanceof LabError ? error.userMessage : messageOf(error) }),
    ),
  );
  useEffect(() => {
    if (asked) void open(asked);
  }, [asked]);
  const save = (over = false) => shown && void documents.save(shown.path, over);
  const close = (document: Document) => (document.dirty ? setClosing(document.path) : documents.close(document.path));

  return (
    <>
      {refused === undefined ? null : (
        <p className={styles["refused"]} role="alert" data-testid="editor-refused">
          {refused}
        </p>
      )}
      {list.length === 0 ? <p className={styles["hint"]}>{text.editor.hint}</p> : null}
      {list.length === 0 ? null : (
        <ul className={styles["files"]} aria-label={text.editor.files}>
          {list.map((document) => (
            <li key={document.path} data-active={document === shown}>
              <button
                type="button"
                aria-current={document === shown}
                onClick={() => show(document.path)}
                title={document.path}
                data-testid={`file-${document.path}`}
                data-dirty={document.dirty}
              >
                {document.path.slice(document.path.lastIndexOf("/") + 1)}
                {document.dirty ? <Unsaved /> : null}
              </button>
              <IconButton label={text.editor.close(document.path)} onClick={() => close(document)}>
                <Icon name="close" size={12} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {shown?.trouble ? (
        <Trouble document={shown} onTake={() => void documents.takeTheirs(shown.path)} onKeep={() => save(true)} />
      ) : null}
      <CodeView documents={documents} shown={shown} onSave={save} onMoved={keepSoon} />
      {shown ? <StatusLine document={shown} onSave={() => save()} /> : null}
      {closing === undefined ? null : (
        <ConfirmDialog
          title={text.editor.closeTitle(closing)}
          confirm={text.editor.closeConfirm}
          cancel={text.editor.keep}
          onConfirm={() => {
            documents.close(closing);
            setClosing(undefined);
          }}
          onClose={() => setClosing(undefined)}
        >
          {text.editor.closeBody}
        </ConfirmDialog>
      )}
    </>
  );
}

function Unsaved() {
  return (
    <>
      <span className={styles["dirty"]} aria-hidden="true">
        {text.editor.unsavedMark}
      </span>
      <span className="visually-hidden"> ({text.editor.unsaved})</span>
    </>
  );
}

interface TroubleProps {
  readonly document: Document;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

function Trouble({ document: { trouble }, onTake, onKeep }: TroubleProps) {
  const gone = trouble === "vanished";
  return (
    <div className={styles["trouble"]} role="alert" data-testid={`editor-${trouble}`}>
      <strong>{gone ? text.editor.vanishedTitle : text.editor.conflictTitle}</strong>
      <span>{gone ? text.editor.vanishedBody : text.editor.conflictBody}</span>
      {gone ? (
        <Button testId="editor-keep" onClick={onKeep}>
          {text.editor.save}
        </Button>
      ) : (
        <>
          <Button testId="editor-take" onClick={onTake}>
            {text.editor.takeTheirs}
          </Button>
          <Button testId="editor-keep" onClick={onKeep}>
            {text.editor.keepMine}
          </Button>
        </>
      )}
    </div>
  );
}

function StatusLine({ document, onSave }: { readonly document: Document; readonly onSave: () => void }) {
  const { said, status, dirty } = document;
  return (
    <div className={styles["status"]}>
      <button type="button" onClick={onSave} disabled={!dirty} data-testid="editor-save">
        {text.editor.save}
      </button>
      <span className={styles["where"]}>{document.path}</span>
      {status ? <span>{text.editor.facts(`0${status.mode.toString(8)}`, `${status.uid}:${status.gid}`)}</span> : null}
      <span role="status" data-kind={said?.kind} data-testid="editor-said">
        {said?.sentence}
      </span>
    </div>
  );
}
