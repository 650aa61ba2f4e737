import { decodeText } from "../../web/core/bytes.ts";
import type { Disposable } from "../../web/core/disposable.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { LabError } from "../../web/core/errors.ts";
import type { Terminal } from "../../web/session/api.ts";
import type { LiveSession } from "../../web/session/live-session.ts";
import { endsInPrompt, plainText, showsPrompt } from "../guest/plain-text.ts";

/** A program that keeps the terminal gets the next line all the same, as a person would type it. */
const promptMs = 20_000;
/** Output and prompt count as final when nothing followed for so long. */
const quietMs = 70;
/** The same where the prompt is not what was printed last. */
const overtakenMs = 1000;

/** One person's eyes and hands at one terminal of a session. */
export class Typist implements Disposable {
  readonly #session: LiveSession;
  readonly #number: number;
  readonly #onNoPrompt: (line: string) => void;
  readonly #printed = new Emitter<void>();
  #terminal: Terminal | undefined;
  #listening: Disposable | undefined;
  #output = "";
  /** The line typed last. */
  #line: string | undefined;
  /** When something was printed last, by `performance.now()`. */
  printedAt = performance.now();

  /** `number`: 1 … , from left to right. `onNoPrompt`: no prompt came back after this line, and the next one is typed all the same. */
  constructor(session: LiveSession, number: number, onNoPrompt: (line: string) => void = () => undefined) {
    this.#session = session;
    this.#number = number;
    this.#onNoPrompt = onNoPrompt;
    this.follow();
  }

  /** What was printed since the last line was typed, without escape sequences. */
  get output(): string {
    return plainText(this.#output);
  }

  /** The last line before the prompt. */
  get lastLine(): string {
    const lines = plainText(this.#output).trimEnd().split("\n");
    return (endsInPrompt(this.#output) ? lines.at(-2) : lines.at(-1))?.trim() ?? "";
  }

  /** To be called whenever the session's state has changed: takes up the terminal that is at this place now. */
  follow(): void {
    const state = this.#session.getState().terminals[this.#number - 1];
    const terminal = state && this.#session.terminal(state.id);
    if (terminal && terminal !== this.#terminal) {
      this.#listening?.dispose();
      this.#terminal = terminal;
      this.#output = "";
      this.#take(terminal, terminal.scrollback);
      this.#listening = terminal.onOutput((data) => this.#take(terminal, data));
    }
    // Whoever waits for output is to see that a shell has ended.
    this.#printed.fire();
  }

  async line(text: string): Promise<void> {
    await this.prompt();
    const terminal = await this.#open();
    this.#output = "";
    this.#line = text;
    terminal.write(`${text}\n`);
  }

  async key(letter: string): Promise<void> {
    (await this.#open()).write(String.fromCharCode(letter.charCodeAt(0) & 0x1f));
  }

  async see(text: string): Promise<void> {
    if (this.#output.includes(text)) return;
    await nextEvent(this.#printed.event, () => this.#output.includes(text), promptMs, `The output "${text}"`);
  }

  /** Waits until the terminal shows a prompt and is quiet. */
  async prompt(): Promise<void> {
    const deadline = performance.now() + promptMs;
    while (performance.now() < deadline && !this.#isEnded()) {
      const waited = this.#quietMs() ?? deadline - performance.now();
      const more = await nextEvent(this.#printed.event, () => true, waited, "Output").then(
        () => true,
        () => false,
      );
      if (!more && this.#quietMs() !== undefined) return;
    }
    if (this.#line !== undefined && !this.#isEnded()) this.#onNoPrompt(this.#line);
  }

  dispose(): void {
    this.#listening?.dispose();
    this.#printed.dispose();
  }

  /** After how long a silence the prompt counts as back; undefined when there is none. */
  #quietMs(): number | undefined {
    if (endsInPrompt(this.#output)) return quietMs;
    return showsPrompt(this.#output) ? overtakenMs : undefined;
  }

  #isEnded(): boolean {
    return this.#session.getState().terminals[this.#number - 1]?.status === "ended";
  }

  /** A shell that ended is replaced, as a learner would with Enter. */
  async #open(): Promise<Terminal> {
    const state = this.#session.getState().terminals[this.#number - 1];
    if (state?.status === "ended") {
      await this.#session.reopen(state.id);
      this.#output = "";
      this.follow();
      await this.prompt();
    }
    if (!this.#terminal) throw new LabError("guest-stopped", "There is no open terminal to type into.");
    return this.#terminal;
  }

  #take(terminal: Terminal, data: Uint8Array): void {
    this.#output += decodeText(data);
    this.printedAt = performance.now();
    terminal.drawn(data.length);
    this.#printed.fire();
  }
}
