import type { editor } from "monaco-editor";
import type { Disposable } from "../../core/disposable.ts";
import { Emitter } from "../../core/emitter.ts";
import { LabError, messageOf } from "../../core/errors.ts";
import type { FileStatus, FileVersion, GuestFiles } from "../../session/api.ts";
import type { OpenFile } from "../../session/state.ts";
import { text } from "../text.ts";
import { decodeFile, encodeFile, largestFile } from "./file-text.ts";
import { languageOf, monaco } from "./monaco.ts";

/** An open file as it stands. */
export interface Document {
  readonly path: string;
  readonly model: editor.ITextModel;
  /** Undefined: the file does not exist yet, or any more. */
  readonly status: FileStatus | undefined;
  readonly dirty: boolean;
  readonly trouble: "conflict" | "vanished" | undefined;
  /** One sentence: saved, read again, refused. */
  readonly said: { readonly kind: "done" | "problem"; readonly sentence: string } | undefined;
}

interface Kept {
  document: Document;
  /** What the file held when it was last read or written. */
  saved: string;
  viewState: editor.ICodeEditorViewState | null;
  readonly changes: Disposable;
}

/** The files that are open: their texts, and what became of them in the machine meanwhile. */
export class Documents implements Disposable {
  readonly #files: GuestFiles;
  readonly #kept = new Map<string, Kept>();
  readonly #changed = new Emitter<void>();
  #list: readonly Document[] = [];
  #checking = false;

  /** A file was opened, closed, changed or saved. */
  readonly onChanged = this.#changed.event;

  constructor(files: GuestFiles) {
    this.#files = files;
  }

  get list(): readonly Document[] {
    return this.#list;
  }

  get(path: string): Document | undefined {
    return this.#kept.get(path)?.document;
  }

  viewState(path: string): editor.ICodeEditorViewState | null {
    return this.#kept.get(path)?.viewState ?? null;
  }

  keepView(path: string, viewState: editor.ICodeEditorViewState | null): void {
    const kept = this.#kept.get(path);
    if (kept) kept.viewState = viewState;
  }

  /** Rejects with a sentence when it cannot be shown. `unsaved`: text from before. */
  async open(path: string, unsaved?: string): Promise<void> {
    if (this.#kept.has(path)) return;
    if (!path.startsWith("/")) throw new LabError("file-refused", text.editor.relative);
    let status = await this.#files.status(path);
    let saved = "";
    if (status) {
      const file = await this.#files.read(path, largestFile);
      saved = decodeFile(path, file.data);
      status = file;
    } else if (path.endsWith("/")) throw new LabError("file-refused", text.editor.directory(path));
    if (this.#kept.has(path)) return;
    this.#add(path, status, saved, unsaved ?? saved);
  }

  /** A text whose file cannot be read now: nothing of it is lost. */
  openUnsaved(path: string, unsaved: string): void {
    if (!this.#kept.has(path)) this.#add(path, undefined, "", unsaved);
  }

  close(path: string): void {
    const kept = this.#kept.get(path);
    if (!kept) return;
    this.#kept.delete(path);
    kept.changes.dispose();
    kept.document.model.dispose();
    this.#tell();
  }

  /** `over`: also when somebody else wrote it meanwhile. */
  async save(path: string, over = false): Promise<void> {
    const kept = this.#kept.get(path);
    if (!kept) return;
    const { model, status } = kept.document;
    const contents = model.getValue();
    try {
      if (!over) {
        const now = await this.#files.status(path);
        if (status && now && !sameVersion(path, status.version, now.version)) {
          this.#change(path, { trouble: "conflict" });
          return;
        }
        if (!status && now && kept.document.trouble !== "vanished") {
          this.#change(path, { trouble: "conflict" });
          return;
        }
      }
      const written = await this.#files.write(path, encodeFile(contents));
      kept.saved = contents;
      this.#change(path, {
        status: written,
        trouble: undefined,
        dirty: model.getValue() !== contents,
        said: { kind: "done", sentence: text.editor.saved(path) },
      });
    } catch (error) {
      this.#problem(path, error);
    }
  }

  /** What is in the machine, in place of what was written here. */
  async takeTheirs(path: string): Promise<void> {
    const kept = this.#kept.get(path);
    if (!kept) return;
    try {
      const file = await this.#files.read(path, largestFile);
      this.#show(kept, decodeFile(path, file.data), file);
    } catch (error) {
      this.#problem(path, error);
    }
  }

  /** Looks whether the files are still what they were. Quiet when the machine does not answer: that is told elsewhere. */
  async check(): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    try {
      for (const path of this.#kept.keys()) await this.#checkOne(path);
    } catch {
      // As above.
    } finally {
      this.#checking = false;
    }
  }

  /** As the session keeps it. */
  forDesk(): readonly OpenFile[] {
    return this.#list.map(({ path, dirty, model }) => {
      const position = this.#kept.get(path)?.viewState?.cursorState[0]?.position;
      return {
        path,
        unsaved: dirty ? model.getValue() : undefined,
        cursor: position && { line: position.lineNumber, column: position.column },
      };
    });
  }

  dispose(): void {
    for (const path of this.#kept.keys()) this.close(path);
    this.#changed.dispose();
  }

  async #checkOne(path: string): Promise<void> {
    const kept = this.#kept.get(path);
    if (!kept?.document.status || isKernels(path)) return;
    const now = await this.#files.status(path);
    const { status, dirty, trouble } = kept.document;
    if (!status || !this.#kept.has(path)) return;
    if (!now) {
      if (trouble !== "vanished") this.#change(path, { trouble: "vanished", status: undefined, dirty: true });
      return;
    }
    if (sameVersion(path, status.version, now.version)) return;
    if (dirty) {
      if (trouble !== "conflict") this.#change(path, { trouble: "conflict" });
      return;
    }
    const file = await this.#files.read(path, largestFile);
    if (kept.document.dirty) return;
    this.#show(kept, decodeFile(path, file.data), file);
    this.#change(path, { said: { kind: "done", sentence: text.editor.changedUnderneath } });
  }

  #show(kept: Kept, contents: string, status: FileStatus): void {
    kept.saved = contents;
    kept.document.model.setValue(contents);
    this.#change(kept.document.path, { status, trouble: undefined, dirty: false, said: undefined });
  }

  #add(path: string, status: FileStatus | undefined, saved: string, contents: string): void {
    const uri = monaco.Uri.file(path);
    monaco.editor.getModel(uri)?.dispose();
    const model = monaco.editor.createModel(contents, languageOf(path), uri);
    const changes = model.onDidChangeContent(() => {
      const kept = this.#kept.get(path);
      if (!kept) return;
      const dirty = kept.document.status === undefined || model.getValue() !== kept.saved;
      this.#change(path, { dirty, said: undefined });
    });
    const document: Document = {
      path,
      model,
      status,
      dirty: status === undefined || contents !== saved,
      trouble: undefined,
      said: status === undefined ? { kind: "done", sentence: text.editor.newFile } : undefined,
    };
    this.#kept.set(path, { document, saved, viewState: null, changes });
    this.#tell();
  }

  #problem(path: string, error: unknown): void {
    const sentence = error instanceof LabError ? error.userMessage : messageOf(error);
    this.#change(path, { said: { kind: "problem", sentence } });
  }

  #change(path: string, change: Partial<Document>): void {
    const kept = this.#kept.get(path);
    if (!kept) return;
    kept.document = { ...kept.document, ...change };
    this.#tell();
  }

  #tell(): void {
    this.#list = [...this.#kept.values()].map(({ document }) => document);
    this.#changed.fire();
  }
}

function sameVersion(path: string, one: FileVersion, other: FileVersion): boolean {
  if (isKernels(path)) return true;
  return one.device === other.device && one.inode === other.inode && one.size === other.size && one.modified === other.modified;
}

/** Files that the kernel makes up as they are read: their times and sizes mean nothing. */
function isKernels(path: string): boolean {
  return /^\/(proc|sys)\//.test(path);
}
