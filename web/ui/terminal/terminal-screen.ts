import { FitAddon } from "@xterm/addon-fit";
import type { SearchAddon } from "@xterm/addon-search";
import { Unicode11Addon } from "@xterm/addon-unicode11";
import { WebLinksAddon } from "@xterm/addon-web-links";
import { Terminal as Xterm } from "@xterm/xterm";
import { type Disposable, DisposableStore, toDisposable } from "../../core/disposable.ts";
import type { Terminal } from "../../session/api.ts";
import { copyText } from "../markdown/copy-text.ts";
import { movesLess, type Settings } from "../settings/settings.ts";
import type { Theme } from "../theme/theme.ts";
import { ring } from "./bell.ts";
import { linesOf } from "./lines-of.ts";
import { terminalFont, terminalTheme } from "./terminal-theme.ts";
import { drawWithWebgl } from "./webgl.ts";

const scrollbackLines = 10_000;

export interface ScreenOptions {
  /** Read aloud when the terminal gets the focus. */
  readonly label: string;
  /** Enter, while the shell is gone. */
  readonly onEnterWhenEnded: () => void;
  /** More lines than one were pasted where each would run at once; `paste` goes on. */
  readonly onPasteLines: (pasted: string, paste: () => void) => void;
  readonly onFind: () => void;
  readonly settings: Settings;
}

/** xterm.js on one pty. Not React: it lives as long as its element and its pty. */
export class TerminalScreen implements Disposable {
  readonly #store = new DisposableStore();
  readonly #xterm: Xterm;
  readonly #fit = new FitAddon();
  readonly #element: HTMLElement;
  readonly #terminal: Terminal;
  readonly #options: ScreenOptions;
  /** Fetched when somebody searches. */
  #search: Promise<SearchAddon> | undefined;
  #frame = 0;
  #theme: Theme | undefined;
  /** While old output is shown again, xterm's answers to what it asks (cursor position …) must not reach the shell. */
  #replaying = true;
  #control = false;
  #ended = false;
  #controlUsed: () => void = () => undefined;
  #settings: Settings;
  #webgl: Disposable | undefined;

  constructor(element: HTMLElement, terminal: Terminal, options: ScreenOptions) {
    this.#element = element;
    this.#terminal = terminal;
    this.#options = options;
    this.#settings = options.settings;
    this.#xterm = new Xterm({
      allowProposedApi: true,
      cursorBlink: !movesLess(),
      fontFamily: terminalFont(element, options.settings.terminalFont),
      fontSize: options.settings.terminalSize,
      lineHeight: 1.25,
      scrollback: scrollbackLines,
      minimumContrastRatio: 4.5,
      macOptionIsMeta: true,
      screenReaderMode: options.settings.screenReader,
      theme: terminalTheme(element),
    });
    this.#store.add(this.#xterm);
    this.#open();
    this.#follow();
  }

  focus(): void {
    this.#xterm.focus();
  }

  /** The page's theme is another now. */
  restyle(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#xterm.options.theme = terminalTheme(this.#element);
  }

  /** The learner has set something else. */
  configure(settings: Settings): void {
    if (settings === this.#settings) return;
    this.#settings = settings;
    const { options } = this.#xterm;
    options.fontSize = settings.terminalSize;
    options.fontFamily = terminalFont(this.#element, settings.terminalFont);
    options.screenReaderMode = settings.screenReader;
    options.cursorBlink = !movesLess();
    this.#fitSoon();
  }

  /** Only what is seen is drawn with WebGL: a browser has few contexts. */
  setVisible(visible: boolean): void {
    if (visible) {
      this.#webgl ??= drawWithWebgl(this.#xterm);
      this.#fitSoon();
    } else {
      this.#webgl?.dispose();
      this.#webgl = undefined;
    }
  }

  /** Selects the next place of the scrollback that holds it; false when there is none. */
  async find(wanted: string, direction: "older" | "newer"): Promise<boolean> {
    this.#search ??= this.#loadSearch();
    const search = await this.#search;
    return direction === "older" ? search.findPrevious(wanted) : search.findNext(wanted);
  }

  endFind(): void {
    this.#search?.then(
      (search) => search.clearDecorations(),
      () => undefined,
    );
  }

  /** What is read aloud of it. */
  setLabel(label: string): void {
    this.#xterm.textarea?.setAttribute("aria-label", label);
  }

  /** As if typed: keys of the key row, commands of the guide. */
  type(data: string): void {
    this.#send(data);
  }

  /** The shell is gone: what is typed goes nowhere, and Enter asks for another. */
  setEnded(ended: boolean): void {
    this.#ended = ended;
  }

  /** The next character typed is sent with Ctrl; then `used` is called. */
  armControl(armed: boolean, used: () => void): void {
    this.#control = armed;
    this.#controlUsed = used;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#webgl?.dispose();
    this.#store.dispose();
  }

  async #loadSearch(): Promise<SearchAddon> {
    try {
      const { SearchAddon } = await import("@xterm/addon-search");
      const search = new SearchAddon();
      if (!this.#store.disposed) this.#xterm.loadAddon(search);
      return search;
    } catch (error) {
      this.#search = undefined;
      throw error;
    }
  }

  #open(): void {
    const xterm = this.#xterm;
    xterm.loadAddon(this.#fit);
    xterm.loadAddon(new Unicode11Addon());
    xterm.unicode.activeVersion = "11";
    xterm.loadAddon(new WebLinksAddon((_, uri) => window.open(uri, "_blank", "noopener,noreferrer")));
    xterm.open(this.#element);
    xterm.textarea?.setAttribute("aria-label", this.#options.label);
    this.#element.addEventListener("paste", (event) => this.#onPaste(event), { capture: true });
    this.#store.add(xterm.onBell(() => ring(this.#settings.bell, this.#element)));
    xterm.attachCustomKeyEventHandler((event) => this.#takeKey(event));
    this.#store.add(xterm.onData((data) => this.#send(data)));
    this.#store.add(xterm.onBinary((data) => this.#terminal.write(Uint8Array.from(data, (char) => char.charCodeAt(0)))));
    this.#store.add(xterm.onResize(({ cols, rows }) => this.#terminal.resize(cols, rows)));
    const observer = new ResizeObserver(() => this.#fitSoon());
    observer.observe(this.#element);
    this.#store.add(toDisposable(() => observer.disconnect()));
    this.#fitNow();
    this.#terminal.resize(xterm.cols, xterm.rows);
  }

  #follow(): void {
    const { scrollback } = this.#terminal;
    this.#store.add(this.#terminal.onOutput((data) => this.#draw(data)));
    this.#draw(scrollback, () => {
      this.#replaying = false;
    });
  }

  #draw(data: Uint8Array, then?: () => void): void {
    this.#xterm.write(data, () => {
      this.#terminal.drawn(data.length);
      then?.();
    });
  }

  /** A shell that knows where pasted text begins and ends waits for Enter; any other program gets the lines as if typed. */
  #onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (linesOf(pasted) < 2) return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.onPasteLines(pasted, () => {
      this.#xterm.paste(pasted);
      this.focus();
    });
  }

  #send(data: string): void {
    if (this.#replaying) return;
    if (this.#ended) {
      if (data === "\r") this.#options.onEnterWhenEnded();
      return;
    }
    this.#terminal.write(this.#control ? this.#withControl(data) : data);
  }

  #withControl(data: string): string {
    this.#control = false;
    this.#controlUsed();
    return data.length === 1 && data >= "@" ? String.fromCharCode(data.charCodeAt(0) & 0x1f) : data;
  }

  /** False: not for the shell. */
  #takeKey(event: KeyboardEvent): boolean {
    // F6 leaves the terminal, in which Tab belongs to the shell.
    if (event.key === "F6") return false;
    if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return true;
    if (event.code === "KeyC") {
      event.preventDefault();
      const selection = this.#xterm.getSelection();
      if (event.type === "keydown" && selection) void copyText(selection);
      return false;
    }
    if (event.code === "KeyF") {
      event.preventDefault();
      if (event.type === "keydown") this.#options.onFind();
      return false;
    }
    // The browser's own paste follows, and xterm takes it.
    return event.code !== "KeyV";
  }

  #fitSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#fitNow());
  }

  /** A hidden terminal keeps its size. */
  #fitNow(): void {
    if (this.#element.clientWidth > 0 && this.#element.clientHeight > 0) this.#fit.fit();
  }
}
