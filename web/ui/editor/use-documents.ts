import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Session } from "../../session/api.ts";
import type { DeskState, SessionState } from "../../session/state.ts";
import { type Document, Documents } from "./documents.ts";

const checkEveryMs = 1500;
const keepAfterMs = 150;

export interface OpenDocuments {
  readonly documents: Documents;
  readonly list: readonly Document[];
  /** Put what is open onto the desk, soon. */
  readonly keepSoon: () => void;
}

/** The open files of a session: they come back with a checkpoint or a reload, and are watched while the machine runs. */
export function useDocuments(session: Session, state: SessionState): OpenDocuments {
  const [documents] = useState(() => new Documents(session.files));
  const list = useSyncExternalStore(
    (listener) => {
      const subscription = documents.onChanged(listener);
      return () => subscription.dispose();
    },
    () => documents.list,
  );
  /** What we put onto the desk ourselves; anything else came from elsewhere. */
  const own = useRef<DeskState["files"]>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ready = state.phase.kind === "ready";
  const { files } = state.desk;

  const [keepSoon] = useState(() => () => {
    // Not later with every key: who types on and on would have nothing kept.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      own.current = documents.forDesk();
      session.setDesk({ files: own.current });
    }, keepAfterMs);
  });

  useEffect(() => {
    if (!ready || files === own.current) return;
    own.current = files;
    clearTimeout(timer.current);
    timer.current = undefined;
    void takeUp(documents, files);
  }, [documents, files, ready]);

  useEffect(() => {
    const subscription = documents.onChanged(keepSoon);
    return () => subscription.dispose();
  }, [documents, keepSoon]);

  useEffect(() => {
    if (!ready) return;
    const check = setInterval(() => void documents.check(), checkEveryMs);
    return () => clearInterval(check);
  }, [documents, ready]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return { documents, list, keepSoon };
}

/** Another machine, another desk: what was open there is read from it again. */
async function takeUp(documents: Documents, files: DeskState["files"]): Promise<void> {
  for (const { path } of documents.list) documents.close(path);
  for (const { path, unsaved } of files) {
    try {
      await documents.open(path, unsaved);
    } catch {
      if (unsaved !== undefined) documents.openUnsaved(path, unsaved);
    }
  }
}
