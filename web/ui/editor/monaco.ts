import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codeEditor/register.js";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/contextmenu/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/documentSymbols/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/format/register.js";
import "monaco-editor/features/gotoError/register.js";
import "monaco-editor/features/gotoLine/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/lineSelection/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/links/register.js";
import "monaco-editor/features/longLinesHelper/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/placeholderText/register.js";
import "monaco-editor/features/quickCommand/register.js";
import "monaco-editor/features/quickOutline/register.js";
import "monaco-editor/features/readOnlyMessage/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/snippet/register.js";
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/tokenization/register.js";
import "monaco-editor/features/unicodeHighlighter/register.js";
import "monaco-editor/features/unusualLineTerminators/register.js";
import "monaco-editor/features/wordHighlighter/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/cpp/register.js";
import "monaco-editor/languages/definitions/dockerfile/register.js";
import "monaco-editor/languages/definitions/ini/register.js";
import "monaco-editor/languages/definitions/markdown/register.js";
import "monaco-editor/languages/definitions/python/register.js";
import "monaco-editor/languages/definitions/shell/register.js";
import "monaco-editor/languages/definitions/yaml/register.js";
import * as monaco from "monaco-editor/editor/editor.api.js";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/languages/features/json/json.worker.js?worker";
import { jsonDefaults } from "monaco-editor/languages/features/json/register.js";
import { ociConfigSchema } from "./schemas/oci-config.ts";
import { seccompSchema } from "./schemas/seccomp.ts";

/** Monaco with what the labs' files need; nobody but the editor imports it, and the editor only when it is opened. */
self.MonacoEnvironment = {
  getWorker: (_, label) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: false,
  enableSchemaRequest: false,
  schemas: [
    { uri: "nslab:seccomp", fileMatch: ["*seccomp*.json", "*profile*.json"], schema: seccompSchema },
    { uri: "nslab:oci-config", fileMatch: ["config.json"], schema: ociConfigSchema },
  ],
});

// Monaco's own colours on the page's ground; its red for options is too pale to be read there.
monaco.editor.defineTheme("nslab-light", {
  base: "vs",
  inherit: true,
  rules: [{ token: "attribute.name", foreground: "c00000" }],
  colors: { "editor.background": "#fffefb" },
});
monaco.editor.defineTheme("nslab-dark", {
  base: "vs-dark",
  inherit: true,
  rules: [],
  colors: { "editor.background": "#14171d" },
});

/** By name, where Monaco's own endings don't tell. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^(Dockerfile|Containerfile)/.test(name)) return "dockerfile";
  if (/\.(sh|bash)$/.test(name) || /^\.?(bashrc|profile|bash_profile)$/.test(name)) return "shell";
  if (/\.ya?ml$/.test(name)) return "yaml";
  if (/\.(c|h)$/.test(name)) return "c";
  if (name.endsWith(".json")) return "json";
  if (/\.(conf|cfg|ini|service)$/.test(name)) return "ini";
  if (name.endsWith(".md")) return "markdown";
  if (name.endsWith(".py")) return "python";
  return "plaintext";
}

export { monaco };
