import { useEffect, useRef } from "react";
import { useSettings } from "../settings/settings.ts";
import { text } from "../text.ts";
import { useTheme } from "../theme/theme.ts";
import type { Document, Documents } from "./documents.ts";
import styles from "./editor-pane.module.css";
import { monaco } from "./monaco.ts";

interface CodeViewProps {
  readonly documents: Documents;
  readonly shown: Document | undefined;
  readonly onSave: () => void;
  /** The cursor was moved. */
  readonly onMoved: () => void;
}

/** One Monaco for all open files: it shows the model of the one in front. */
export function CodeView({ documents, shown, onSave, onMoved }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const on = useRef({ onSave, onMoved });
  useEffect(() => {
    on.current = { onSave, onMoved };
  });
  const theme = useTheme();
  const { terminalSize, screenReader } = useSettings();
  const path = shown?.path;
  const model = shown?.model;

  useEffect(() => {
    if (!place.current) return;
    const created = monaco.editor.create(place.current, {
      model: null,
      automaticLayout: true,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      fixedOverflowWidgets: true,
      tabSize: 2,
      detectIndentation: true,
      // A file of the machine keeps its tabs and its lines' ends.
      trimAutoWhitespace: false,
      lineNumbersMinChars: 3,
    });
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => on.current.onSave());
    view.current = created;
    return () => {
      view.current = undefined;
      created.dispose();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || path === undefined || !model) {
      editor?.setModel(null);
      return;
    }
    editor.setModel(model);
    editor.restoreViewState(documents.viewState(path));
    editor.updateOptions({ ariaLabel: text.editor.text(path) });
    const keep = () => documents.keepView(path, editor.saveViewState());
    const moved = editor.onDidChangeCursorPosition(() => {
      keep();
      on.current.onMoved();
    });
    return () => {
      keep();
      moved.dispose();
    };
  }, [documents, path, model]);

  useEffect(() => monaco.editor.setTheme(`nslab-${theme}`), [theme]);
  useEffect(
    () => view.current?.updateOptions({ fontSize: terminalSize, accessibilitySupport: screenReader ? "on" : "auto" }),
    [terminalSize, screenReader],
  );

  return <div ref={place} className={styles["code"]} data-testid="code" hidden={shown === undefined} />;
}
