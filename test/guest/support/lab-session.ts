import { onTestFinished } from "vitest";
import { nodeAssets } from "../../../scripts/guest/node-assets.ts";
import { plainText } from "../../../scripts/guest/plain-text.ts";
import { imageFolder } from "../../../scripts/paths.ts";
import { decodeText, encodeText } from "../../../web/core/bytes.ts";
import { Emitter, nextEvent } from "../../../web/core/emitter.ts";
import type { Snapshot } from "../../../web/kernel/snapshot.ts";
import { type CheckContext, defineLab, type Step } from "../../../web/lab/lab.ts";
import { fail } from "../../../web/lab/verdict.ts";
import type { AssetSource } from "../../../web/machine/assets.ts";
import { Emulator } from "../../../web/machine/emulator.ts";
import type { Machine } from "../../../web/machine/machine.ts";
import type { Terminal } from "../../../web/session/api.ts";
import { type Captured, LiveSession, type LiveSessionOptions } from "../../../web/session/live-session.ts";
import type { SessionPhase, SessionState } from "../../../web/session/state.ts";

export interface LabSessionOptions {
  readonly assets?: AssetSource;
  /** Stands between the session and the emulator. */
  readonly wrap?: (machine: Machine) => Machine;
  /** Where its machine comes from; an emulator of its own unless given. */
  readonly createMachine?: () => Machine;
  /** Where its machines are kept; without it there are no checkpoints. */
  readonly keep?: LiveSessionOptions["keep"];
  /** Id of its lab. */
  readonly lab?: string;
  /** The script by which the lab sets up a fresh machine. */
  readonly setup?: string;
  /** What its step asks for besides. */
  readonly inquire?: Step["inquire"];
  /** Its step's verdict; it goes on failing without. */
  readonly check?: Step["check"];
  /** A machine to go on with. */
  readonly from?: Captured;
}

/** Never the same twice: a machine that comes back shows what was printed before. */
let marker = 0;

/** The page's session in this process, with a lab whose only step notes every look it is shown. */
export class LabSession {
  readonly session: LiveSession;
  /** All looks by which the step was judged, oldest first. */
  readonly looks: Snapshot[] = [];
  /** What the step was judged by at each of them. */
  readonly contexts: CheckContext[] = [];
  /** Phases in the order they were reached, without progress. */
  readonly phases: SessionPhase[] = [];
  readonly #looked = new Emitter<Snapshot>();
  readonly #changed = new Emitter<SessionState>();
  readonly #printed = new Emitter<string>();
  #output = "";
  #following: Terminal | undefined;

  constructor(options: LabSessionOptions = {}) {
    const assets = options.assets ?? nodeAssets(imageFolder);
    const lab = defineLab({
      id: options.lab ?? "looks",
      module: 1,
      title: "Looks",
      goal: "Be looked at.",
      minutes: 1,
      image: "base",
      slides: [],
      ...(options.setup === undefined ? {} : { setup: "setup.sh" }),
      steps: [
        {
          id: "look",
          title: "Look",
          mode: "level",
          ...(options.inquire ? { inquire: options.inquire } : {}),
          check: (context) => {
            this.looks.push(context.now);
            this.contexts.push(context);
            this.#looked.fire(context.now);
            return options.check?.(context) ?? fail("It goes on.");
          },
        },
      ],
    });
    this.session = new LiveSession({
      lab,
      createMachine: () => {
        const machine = options.createMachine?.() ?? new Emulator(assets);
        return options.wrap?.(machine) ?? machine;
      },
      readLabFile: (source) =>
        options.setup !== undefined && source === lab.setup
          ? Promise.resolve(encodeText(options.setup))
          : Promise.reject(new Error("this lab has no files")),
      ...(options.from ? { from: options.from } : {}),
      ...(options.keep ? { keep: options.keep } : {}),
    });
    this.session.subscribe(() => this.#stateChanged());
    onTestFinished(() => this.session.dispose());
  }

  static async ready(options: LabSessionOptions = {}): Promise<LabSession> {
    const lab = new LabSession(options);
    await lab.phase("ready");
    // What a step asks besides waits until the guest is quiet, or somebody waits for the look.
    if (options.inquire && lab.contexts.length === 0) await lab.furtherLooks(1);
    return lab;
  }

  get state(): SessionState {
    return this.session.getState();
  }

  /** Waits for a phase; any failure that was not asked for ends the wait at once. */
  async phase<Kind extends SessionPhase["kind"]>(kind: Kind, ms = 60_000): Promise<SessionPhase & { kind: Kind }> {
    const { phase } = await this.reaches(
      (state) => state.phase.kind === kind || state.phase.kind === "failed",
      ms,
      `Phase ${kind}`,
    );
    if (phase.kind !== kind) throw new Error(`${kind} was wanted`, { cause: phase.kind === "failed" ? phase.error : phase });
    return phase as SessionPhase & { kind: Kind };
  }

  async reaches(accept: (state: SessionState) => boolean, ms: number, what: string): Promise<SessionState> {
    return accept(this.state) ? this.state : nextEvent(this.#changed.event, accept, ms, what);
  }

  /** Asks for looks one after the other, each with its own deadline; returns the last. */
  async furtherLooks(count: number, msEach = 20_000): Promise<Snapshot> {
    for (let n = 0; n < count; n++) await within(this.session.lookAgain(), msEach, "A look");
    return this.looks.at(-1) as Snapshot;
  }

  /** Waits for looks that nobody asked for, each with its own deadline. */
  async looksByItself(count: number, msEach = 20_000): Promise<void> {
    for (let n = 0; n < count; n++) await nextEvent(this.#looked.event, () => true, msEach, "A look by itself");
  }

  /** Asks for looks until one shows what is wanted. */
  async lookShows(accept: (snapshot: Snapshot) => boolean, ms: number, what: string): Promise<Snapshot> {
    const deadline = performance.now() + ms;
    for (;;) {
      const left = deadline - performance.now();
      const looked = await within(this.session.lookAgain(), Math.max(0, left), what).then(() => this.looks.at(-1) as Snapshot);
      if (accept(looked)) return looked;
    }
  }

  /** The only open terminal. */
  get terminal(): Terminal {
    const open = this.state.terminals.find(({ status }) => status === "open");
    const terminal = open && this.session.terminal(open.id);
    if (!terminal) throw new Error("no open terminal");
    return terminal;
  }

  type(line: string): void {
    this.terminal.write(`${line}\n`);
  }

  /** What the terminal has shown, without escape sequences. */
  get output(): string {
    return plainText(this.#output);
  }

  async prints(accept: string | RegExp, ms: number): Promise<void> {
    const fits = () => (typeof accept === "string" ? this.output.includes(accept) : accept.test(this.output));
    if (fits()) return;
    await nextEvent(this.#printed.event, fits, ms, `${String(accept)} on the terminal`).catch((cause: unknown) => {
      throw new Error(`not printed: ${String(accept)}; the terminal shows ${JSON.stringify(this.output.slice(-600))}`, { cause });
    });
  }

  /** Types a line and waits until the shell is through with it; returns what the terminal showed. */
  async run(line: string, ms = 30_000): Promise<string> {
    const through = `through-${++marker}-`;
    const before = this.output.length;
    // The line as typed does not contain the marker, what it prints does.
    this.type(`${line}\necho thro''ugh-${marker}-`);
    await this.prints(through, ms);
    return this.output.slice(before);
  }

  #stateChanged(): void {
    const { state } = this;
    const last = this.phases.at(-1);
    if (state.phase.kind !== last?.kind) this.phases.push(state.phase);
    const open = state.terminals.find(({ status }) => status === "open");
    const terminal = open && this.session.terminal(open.id);
    if (terminal && terminal !== this.#following) this.#follow(terminal);
    this.#changed.fire(state);
  }

  #follow(terminal: Terminal): void {
    this.#following = terminal;
    this.#output = "";
    const take = (data: Uint8Array) => {
      this.#output += decodeText(data);
      terminal.drawn(data.length);
      this.#printed.fire(this.#output);
    };
    take(terminal.scrollback);
    terminal.onOutput(take);
  }
}

/** Rejects when `promise` is not settled within `ms`. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
