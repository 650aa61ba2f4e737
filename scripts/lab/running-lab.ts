import type { StepState } from "../../web/checker/step-state.ts";
import { decodeText } from "../../web/core/bytes.ts";
import { type Disposable, DisposableStore, toDisposable } from "../../web/core/disposable.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { LabError } from "../../web/core/errors.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import type { Terminal } from "../../web/session/api.ts";
import { LiveSession } from "../../web/session/live-session.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { endsInPrompt } from "../guest/plain-text.ts";
import { imageFolder } from "../paths.ts";
import { type LabFolder, labFileReader } from "./library.ts";

const readyMs = 120_000;
/** A program that keeps the terminal gets the next line all the same, as a person would type it. */
const promptMs = 20_000;
/** Output and prompt count as final when nothing followed for so long. */
const quietMs = 250;

/** One lab on a machine of its own, with a typist at its terminal: the same session as the page's, in this process. */
export class RunningLab implements Disposable {
  readonly session: LiveSession;
  readonly #store = new DisposableStore();
  readonly #printed = this.#store.add(new Emitter<void>());
  readonly #changed = this.#store.add(new Emitter<void>());
  #output = "";
  #following: Terminal | undefined;

  private constructor(folder: LabFolder) {
    this.session = new LiveSession({
      lab: folder.lab,
      createMachine: () => new Emulator(nodeAssets(imageFolder)),
      readLabFile: labFileReader(folder.folder),
    });
    this.#store.add(this.session);
    this.#store.add(toDisposable(this.session.subscribe(() => this.#stateChanged())));
  }

  /** Resolves when the lab's first look is done. */
  static async start(folder: LabFolder): Promise<RunningLab> {
    const running = new RunningLab(folder);
    try {
      await running.#reaches(() => running.session.getState().phase.kind === "ready", readyMs, "The machine's start");
      return running;
    } catch (error) {
      running.dispose();
      throw error;
    }
  }

  get steps(): readonly StepState[] {
    return this.session.getState().steps;
  }

  get output(): string {
    return this.#output;
  }

  /** Types lines as a person would: each when the prompt is back, and waits until the checker has seen what came of the last. */
  async type(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await this.#prompt();
      this.#output = "";
      (await this.#terminal()).write(`${line}\n`);
    }
    await this.settle();
  }

  /** Waits until the terminal is quiet and two looks have been taken after that. */
  async settle(): Promise<void> {
    await this.#prompt();
    await this.session.lookAgain();
    await this.session.lookAgain();
  }

  /** Waits for a verdict that satisfies; rejects at the deadline with what the steps showed instead. */
  async stepsReach(accept: (steps: readonly StepState[]) => boolean, ms: number, what: string): Promise<void> {
    await this.#reaches(() => accept(this.steps), ms, what);
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** A shell that ended is replaced, as a learner would with Enter. */
  async #terminal(): Promise<Terminal> {
    const ended = this.session.getState().terminals.find(({ status }) => status === "ended");
    if (ended) {
      await this.session.reopen(ended.id);
      await this.#prompt();
      this.#output = "";
    }
    const open = this.session.getState().terminals.find(({ status }) => status === "open");
    const terminal = open && this.session.terminal(open.id);
    if (!terminal) throw new LabError("guest-stopped", "There is no open terminal to type into.");
    return terminal;
  }

  async #prompt(): Promise<void> {
    const deadline = performance.now() + promptMs;
    while (performance.now() < deadline) {
      const waited = endsInPrompt(this.#output) ? quietMs : deadline - performance.now();
      const more = await nextEvent(this.#printed.event, () => true, waited, "Output").then(
        () => true,
        () => false,
      );
      if (!more && endsInPrompt(this.#output)) return;
    }
  }

  #stateChanged(): void {
    const open = this.session.getState().terminals.find(({ status }) => status === "open");
    const terminal = open && this.session.terminal(open.id);
    if (terminal && terminal !== this.#following) {
      this.#following = terminal;
      const take = (data: Uint8Array) => {
        this.#output += decodeText(data);
        terminal.drawn(data.length);
        this.#printed.fire();
      };
      take(terminal.scrollback);
      terminal.onOutput(take);
    }
    this.#changed.fire();
  }

  async #reaches(accept: () => boolean, ms: number, what: string): Promise<void> {
    if (accept()) return;
    const failed = () => {
      const { phase } = this.session.getState();
      return phase.kind === "failed" || phase.kind === "stopped" ? phase.error : undefined;
    };
    await nextEvent(this.#changed.event, () => accept() || failed() !== undefined, ms, what);
    const error = failed();
    if (error && !accept()) throw error;
  }
}
