import { setTimeout } from "node:timers/promises";
import type { StepState } from "../../web/checker/step-state.ts";
import { decodeText } from "../../web/core/bytes.ts";
import { type Disposable, DisposableStore, toDisposable } from "../../web/core/disposable.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { LabError } from "../../web/core/errors.ts";
import type { CheckContext } from "../../web/lab/lab.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import type { Machine } from "../../web/machine/machine.ts";
import { type Captured, LiveSession } from "../../web/session/live-session.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { plainText } from "../guest/plain-text.ts";
import { imageFolder } from "../paths.ts";
import { type LabFolder, labFileReader } from "./library.ts";
import type { Script } from "./script.ts";
import { Typist } from "./typist.ts";

const readyMs = 120_000;
/** What comes by itself is looked for so often, and so long. */
const reachedEveryMs = 50;
const reachedMs = 20_000;
const largestFile = 65_536;

export const newEmulator = () => new Emulator(nodeAssets(imageFolder));

/** One lab on a machine of its own, with a typist at its terminals: the same session as the page's, in this process. */
export class RunningLab implements Disposable {
  readonly session: LiveSession;
  /** Stacks of checks that threw, newest last. */
  readonly broken: string[] = [];
  /** Hears of a line after which no prompt came back. */
  onNoPrompt: (line: string) => void = () => undefined;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly #typists: Typist[] = [];
  #typist: Typist;
  readonly #completedAt = new Map<string, number>();
  #reachedAt = 0;

  private constructor(folder: LabFolder, from: Captured | undefined, createMachine: () => Machine) {
    this.session = new LiveSession({
      lab: folder.lab,
      createMachine,
      readLabFile: labFileReader(folder.folder),
      onBrokenCheck: (error) => this.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      ...(from ? { from } : {}),
    });
    this.#store.add(this.session);
    this.#typist = this.#typistAt(1);
    this.#store.add(toDisposable(this.session.subscribe(() => this.#stateChanged())));
  }

  /** Resolves when the lab's first look is done. `from`: a machine that another one of this lab was. */
  static async start(folder: LabFolder, from?: Captured, createMachine: () => Machine = newEmulator): Promise<RunningLab> {
    const running = new RunningLab(folder, from, createMachine);
    try {
      await running.#reaches(() => running.session.getState().phase.kind === "ready", readyMs, "The machine's start");
      return running;
    } catch (error) {
      running.dispose();
      throw error;
    }
  }

  /** Another machine of this lab in the place of this one: quicker than starting an emulator for it. */
  async restart(from: Captured): Promise<void> {
    this.broken.length = 0;
    await this.session.revive(from);
    await this.#reaches(() => this.session.getState().phase.kind === "ready", readyMs, "The machine's start");
    this.#completedAt.clear();
  }

  get steps(): readonly StepState[] {
    return this.session.getState().steps;
  }

  /** What the terminal that was typed into last has printed since the last line. */
  get output(): string {
    return this.#typist.output;
  }

  /** All that a terminal holds (1 … , from left to right), without escape sequences. */
  screen(number: number): string {
    const state = this.session.getState().terminals[number - 1];
    const terminal = state && this.session.terminal(state.id);
    return terminal ? plainText(decodeText(terminal.scrollback)) : "";
  }

  /** Milliseconds from the script's end (its last output, or what it says is `reached`) to the step's completion, at least 0; undefined unless it is completed. */
  verdictMs(step: string): number | undefined {
    const at = this.#completedAt.get(step);
    const ends = [this.#reachedAt, ...this.#typists.map(({ printedAt }) => printedAt)];
    return at === undefined ? undefined : Math.max(0, at - Math.max(...ends));
  }

  contextOf(step: string): CheckContext | undefined {
    return this.session.contextOf(step);
  }

  /** The machine as it is now, with its steps, for others to start from. */
  async capture(): Promise<Captured> {
    const captured = await this.session.capture();
    if (!captured) throw new LabError("guest-stopped", "There is no running machine to go on from.");
    return captured;
  }

  /** Does what a script says, at a person's terminals, and waits until the last prompt is back. `step`: whose question is answered; the current one's unless given. */
  async type({ actions }: Pick<Script, "actions">, step?: string): Promise<void> {
    this.#typist = this.#typistAt(1);
    this.#reachedAt = 0;
    // Else a program keeps the terminal.
    let promptComes = true;
    const settle = async () => {
      if (promptComes) await this.#typist.prompt();
    };
    for (const action of actions) {
      switch (action.kind) {
        case "line":
          await this.#typist.line(action.text);
          break;
        case "key":
          await this.#typist.key(action.letter);
          break;
        case "wait":
          await this.#typist.see(action.text);
          break;
        case "look":
          await settle();
          await this.session.lookAgain();
          break;
        case "reached":
          await settle();
          await this.#comes(action.file, action.pattern);
          break;
        case "terminal":
          await settle();
          while (this.session.getState().terminals.length < action.number) await this.session.openTerminal();
          this.#typist = this.#typistAt(action.number);
          break;
        case "answer":
          await settle();
          this.#answer(step ?? this.steps.find(({ current }) => current)?.id, action.text ?? this.#typist.lastLine);
          break;
      }
      if (action.kind === "wait") promptComes = false;
      else if (action.kind === "line" || action.kind === "key" || action.kind === "terminal") promptComes = true;
    }
    await settle();
  }

  /** Waits until the file holds it. What judges the script tells whether that was enough, so the deadline is no failure. */
  async #comes(file: string, pattern: RegExp): Promise<void> {
    const deadline = performance.now() + reachedMs;
    do {
      const { data } = await this.session.files.read(file, largestFile);
      this.#reachedAt = performance.now();
      if (pattern.test(decodeText(data))) return;
      await setTimeout(reachedEveryMs);
    } while (this.#reachedAt < deadline);
  }

  #answer(step: string | undefined, value: string): void {
    if (step !== undefined) this.session.answer(step, value);
  }

  /** Waits until two looks have been taken. */
  async settle(): Promise<void> {
    await this.session.lookAgain();
    await this.session.lookAgain();
  }

  /** Waits for steps that satisfy; rejects at the deadline. */
  async stepsReach(accept: (steps: readonly StepState[]) => boolean, ms: number, what: string): Promise<void> {
    await this.#reaches(() => accept(this.steps), ms, what);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #typistAt(number: number): Typist {
    const typist =
      this.#typists[number - 1] ?? this.#store.add(new Typist(this.session, number, (line) => this.onNoPrompt(line)));
    this.#typists[number - 1] = typist;
    return typist;
  }

  #stateChanged(): void {
    for (const typist of this.#typists) typist?.follow();
    for (const { id, completed } of this.steps) {
      if (completed && !this.#completedAt.has(id)) this.#completedAt.set(id, performance.now());
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
