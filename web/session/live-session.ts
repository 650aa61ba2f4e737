import { Agent } from "../agent/agent.ts";
import { Checker } from "../checker/checker.ts";
import { deferred } from "../core/deferred.ts";
import { DisposableStore } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import { nextTurn } from "../core/next-turn.ts";
import type { Inquiry } from "../lab/inquiry.ts";
import type { CheckContext, Lab } from "../lab/lab.ts";
import type { Machine, StartFrom, StartReport } from "../machine/machine.ts";
import type { StateStore } from "../machine/store/store-api.ts";
import type { HelloOk } from "../protocol/results.ts";
import { answerInquiries } from "./answer-inquiries.ts";
import type { Checkpoints, GuestFiles, Session, Terminal } from "./api.ts";
import { LiveCheckpoints } from "./checkpoints/live-checkpoints.ts";
import { NoCheckpoints } from "./checkpoints/no-checkpoints.ts";
import type { ResumePoint } from "./checkpoints/resume-point.ts";
import type { SavedSession } from "./checkpoints/saved-session.ts";
import { KernelFeed } from "./kernel-feed.ts";
import { problemOf } from "./problem-of.ts";
import { processEvents } from "./process-events.ts";
import { SessionFiles } from "./session-files.ts";
import { setUpLab } from "./set-up-lab.ts";
import { type DeskState, emptyDesk, noCheckpoints, type SessionPhase, type SessionState } from "./state.ts";
import { stoppedMessage } from "./stopped-message.ts";
import { longestEcho } from "./terminal-channel.ts";
import { Terminals } from "./terminals.ts";
import { quietMs, Watcher } from "./watcher.ts";

export interface LiveSessionOptions {
  readonly lab: Lab;
  readonly createMachine: () => Machine;
  /** Contents of a file of the lab's `files/`. */
  readonly readLabFile: (source: string) => Promise<Uint8Array>;
  /** A machine to go on with, in place of a fresh one. */
  readonly from?: Captured;
  /** A check threw, or what asks for it did. */
  readonly onBrokenCheck?: (error: unknown) => void;
  /** Where machines are kept; without it there are no checkpoints. */
  readonly keep?: {
    readonly store: StateStore;
    readonly point: ResumePoint;
    /** Settled when nobody else is still keeping a machine of this lab. */
    readonly free?: Promise<void>;
  };
}

/** A machine as it was at one moment, and all that goes with it. */
export interface Captured {
  readonly state: Uint8Array<ArrayBuffer>;
  readonly saved: SavedSession;
}

/** What a machine starts from: the image's state, power-on, or one that was saved. */
type Origin = "restore" | "boot" | Captured;

/** A guest that boots is given this long until PID 1 answers. */
const bootDeadlineMs = 90_000;
const rehelloMs = 3000;
/** Until the look that says whether a step holds that has just passed. */
const unsettledMs = 120;
/** One life of a machine: made by start, reset, retry and going back, and gone with the next. */
interface Life {
  readonly store: DisposableStore;
  readonly machine: Machine;
  readonly agent: Agent;
  readonly watcher: Watcher;
  readonly checker: Checker;
  /** While the disk stalls: where to go on afterwards. */
  phaseBeforeStall: SessionPhase | undefined;
}

/** Machine, agent and checker as one running lab. */
export class LiveSession implements Session {
  readonly lab: Lab;
  readonly kernel = new KernelFeed(() => this.#life?.agent);
  readonly files: GuestFiles = new SessionFiles(() => this.#life?.agent);
  readonly checkpoints: Checkpoints;
  readonly #options: LiveSessionOptions;
  readonly #changes = new Emitter<void>();
  readonly #terminals = new Terminals(
    () => this.#update({ terminals: this.#terminals.states }),
    () => this.#life?.checker.stirHeld(),
  );
  /** Undefined where nothing is kept. */
  readonly #kept: LiveCheckpoints | undefined;
  #life: Life | undefined;
  #state: SessionState;
  #disposed = false;
  #pausedByUser = false;
  readonly #closed = deferred();

  constructor(options: LiveSessionOptions) {
    this.#options = options;
    this.lab = options.lab;
    this.#state = {
      phase: { kind: "loading", stage: "emulator", loaded: 0, total: undefined },
      steps: new Checker(options.lab.steps).states,
      terminals: [],
      desk: emptyDesk,
      checkpoints: noCheckpoints,
      answers: {},
      resetting: false,
      notice: undefined,
    };
    this.#kept = options.keep && new LiveCheckpoints(this.#checkpointHost(), options.keep.store, options.keep.point);
    this.checkpoints = this.#kept ?? new NoCheckpoints();
    void this.#first();
  }

  getState(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    const subscription = this.#changes.event(listener);
    return () => subscription.dispose();
  }

  terminal(id: number): Terminal | undefined {
    return this.#terminals.get(id);
  }

  async openTerminal(): Promise<number> {
    const life = this.#life;
    if (!life || this.#state.phase.kind !== "ready")
      throw new LabError("terminal-limit", "The machine is not ready for another shell yet. Wait a moment.");
    return this.#terminals.open(life.agent);
  }

  closeTerminal(id: number): Promise<void> {
    return this.#terminals.close(this.#life?.agent, id);
  }

  renameTerminal(id: number, name: string): void {
    this.#terminals.rename(id, name);
  }

  answer(step: string, value: string): void {
    this.#life?.checker.answer(step, value);
    this.#update({ answers: { ...this.#state.answers, [step]: value } });
    this.#life?.watcher.sign();
  }

  setDesk(change: Partial<DeskState>): void {
    this.#update({ desk: { ...this.#state.desk, ...change } });
  }

  async reopen(id: number): Promise<void> {
    if (this.#life) await this.#terminals.reopen(this.#life.agent, id);
  }

  async reset(): Promise<void> {
    this.#update({ resetting: true });
    await this.#kept?.leaving();
    await this.#live("restore");
    this.#update({ resetting: false });
  }

  async retry(): Promise<void> {
    const { phase } = this.#state;
    if (phase.kind === "stalled") {
      this.#life?.machine.retryDisk();
      return;
    }
    await this.#live("restore");
  }

  /** Resolves after a look that began now: for the author's kit, which must not ask too early. */
  async lookAgain(): Promise<void> {
    await this.#life?.watcher.fresh();
  }

  /** What the newest verdict of a step was made from. */
  contextOf(step: string): CheckContext | undefined {
    return this.#life?.checker.contextOf(step);
  }

  pause(): void {
    this.#pausedByUser = true;
    this.#life?.watcher.stop();
    this.#life?.agent.pause();
    void this.#life?.machine.pause().catch(() => undefined);
  }

  resume(): void {
    if (!this.#pausedByUser) return;
    this.#pausedByUser = false;
    const life = this.#life;
    if (!life || this.#state.phase.kind === "stopped" || this.#state.phase.kind === "failed") return;
    void life.machine.resume().catch(() => undefined);
    life.agent.resume();
    void life.agent.setClock(Date.now()).catch(() => undefined);
    if (this.#state.phase.kind === "ready") life.watcher.start();
  }

  /** Settled when the last of it has been kept and put away after `dispose`. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#changes.dispose();
    const end = () => {
      this.#kept?.dispose();
      this.#options.keep?.store.dispose();
      this.#end();
      this.kernel.dispose();
      this.#closed.resolve();
    };
    if (this.#kept)
      void this.#kept
        .flush()
        .catch(() => undefined)
        .then(end);
    else end();
  }

  #checkpointHost(): ConstructorParameters<typeof LiveCheckpoints>[0] {
    return {
      lab: this.lab.id,
      capture: (current) => this.capture(current),
      revive: (state, saved) => this.revive({ state, saved }),
      completedSteps: () => this.#state.steps.filter(({ completed }) => completed).length,
      changed: () => this.#kept && this.#update({ checkpoints: this.#kept.state }),
    };
  }

  /** `current`: the checkpoint from which the machine came. Undefined while there is no running machine. */
  async capture(current?: string): Promise<Captured | undefined> {
    const life = this.#life;
    if (!life || this.#state.phase.kind !== "ready") return undefined;
    const state = await life.machine.save();
    // Nothing that the guest sent before has yet to be heard, and nothing sent afterwards was: messages keep their order.
    const saved: SavedSession = {
      version: 2,
      terminals: this.#terminals.save(),
      desk: structuredClone(this.#state.desk) as SavedSession["desk"],
      answers: { ...this.#state.answers },
      checker: life.checker.save(),
      current,
    };
    return { state, saved };
  }

  /** Puts a machine that was captured in the place of the present one. */
  async revive(captured: Captured): Promise<void> {
    await this.#live(captured);
  }

  /** Goes on where the learner was, if they were here. */
  async #first(): Promise<void> {
    await this.#options.keep?.free;
    const resumed = this.#options.from ?? (await this.#kept?.resumed());
    if (this.#disposed) return;
    if (resumed && "state" in resumed) await this.#live(resumed);
    else await this.#live("restore", resumed && `Your last visit could not be taken up: ${resumed.problem}`);
    await this.#kept?.list();
  }

  async #live(origin: Origin, notice?: string): Promise<void> {
    // A machine that is well takes up another state in place: quicker than starting an emulator for it, and Chromium now and then
    // does not let go of a worker that is ended.
    const reused = origin !== "boot" && this.#state.phase.kind === "ready" ? this.#life?.machine : undefined;
    this.#end(reused);
    const life = this.#begin(reused ?? this.#options.createMachine());
    const { machine } = life;
    const saved = typeof origin === "object" ? origin.saved : undefined;
    try {
      if (saved) life.checker.restore(saved.checker);
      this.#kept?.begin(life.checker.states, saved?.current);
      this.#update({
        phase: { kind: "loading", stage: "emulator", loaded: 0, total: undefined },
        steps: life.checker.states,
        terminals: [],
        answers: saved?.answers ?? {},
        // What was typed into the editor and not saved outlives the machine.
        desk: saved?.desk ?? { ...emptyDesk, files: this.#state.desk.files, activeFile: this.#state.desk.activeFile },
        notice,
      });
      const report = await machine.start(startFrom(origin));
      if (report.bootReason) this.#update({ notice: `Booted from scratch: ${report.bootReason}.` });
      const hello = await this.#greet(life, report);
      if (life.store.disposed) return;
      if (!hello) {
        if (saved) await this.#live("restore", "The checkpoint's machine did not wake up. This is a fresh one.");
        else await this.#live("boot", "Booted from scratch: the saved machine did not wake up.");
        return;
      }
      if (saved) await this.#terminals.revive(life.agent, hello, saved.terminals);
      else await this.#terminals.adopt(life.agent, hello, report.terminals);
      await this.#prepare(life, saved === undefined);
    } catch (error) {
      if (life.store.disposed) return;
      this.#fail(error);
    }
  }

  #begin(machine: Machine): Life {
    const store = new DisposableStore();
    const agent = store.add(new Agent(machine.port));
    const checker = new Checker(this.lab.steps, this.#options.onBrokenCheck);
    const watcher = store.add(
      new Watcher(agent, {
        onLook: async (snapshot, pace) => {
          const baseline = checker.baseline ?? snapshot;
          this.kernel.show(snapshot, baseline);
          await nextTurn();
          const ask = (inquiries: readonly Inquiry[]) => answerInquiries(agent, inquiries);
          await checker.look(snapshot, ask, pace);
          await nextTurn();
          if (store.disposed) return;
          if (checker.waiting) watcher.soon(pace === "busy" ? quietMs : 0);
          else if (checker.unsettled) watcher.soon(unsettledMs);
          if (checker.baseline && checker.baseline !== baseline) this.kernel.show(snapshot, checker.baseline);
          this.#update({ steps: checker.states, ...(this.#state.phase.kind === "loading" ? { phase: { kind: "ready" } } : {}) });
          this.#kept?.looked(checker.states);
          void checker.holds(ask, pace).then((asked) => {
            if (!asked || store.disposed) return;
            this.#update({ steps: checker.states });
            this.#kept?.looked(checker.states);
          });
        },
        onCounters: (snapshot) => this.kernel.count(snapshot),
        onBlind: () => {
          checker.blind("The machine did not answer in time.");
          this.#update({ steps: checker.states });
        },
      }),
    );
    const life: Life = { store, machine, agent, watcher, checker, phaseBeforeStall: undefined };
    this.#life = life;
    store.add(this.kernel.onFollowed((kinds) => watcher.follow(kinds)));
    watcher.follow(this.kernel.followed);
    store.add(machine.onProgress(({ stage, loaded, total }) => this.#loading({ kind: "loading", stage, loaded, total })));
    store.add(machine.onStall((error) => this.#stall(life, error)));
    store.add(machine.onFailed((error) => this.#fail(error)));
    store.add(
      machine.onStopped(({ reason, console }) => {
        watcher.stop();
        // Nobody will answer any more: what is still waited for must not turn "stopped" into "does not answer".
        agent.pause();
        this.#update({
          phase: { kind: "stopped", reason, error: new LabError("guest-stopped", stoppedMessage[reason], { detail: console }) },
        });
      }),
    );
    store.add(
      agent.onPtyOutput(({ data }) => {
        this.#kept?.touched();
        if (data.length > longestEcho) watcher.sign();
      }),
    );
    store.add(
      agent.onProcessEvents((raw) => {
        if (checker.addEvents(processEvents(raw))) watcher.sign();
        this.#kept?.touched();
      }),
    );
    store.add(
      agent.onProcessEventsLost((count) => {
        checker.addEvents([{ kind: "lost", count }]);
        watcher.sign();
      }),
    );
    store.add(agent.onPtyExit(({ terminal, waitStatus }) => this.#terminals.ended(terminal, waitStatus)));
    store.add(agent.onBroken((error) => void this.#reconnect(life, error)));
    return life;
  }

  /** Undefined when a restored machine does not answer: then it has to be booted. */
  async #greet(life: Life, report: StartReport): Promise<HelloOk | undefined> {
    this.#loading({ kind: "loading", stage: report.how === "booted" ? "boot" : "agent", loaded: 0, total: undefined });
    const deadline = performance.now() + bootDeadlineMs;
    for (;;) {
      try {
        return await life.agent.hello(randomNonce());
      } catch (error) {
        if (life.store.disposed || this.#state.phase.kind === "stopped") throw error;
        if (report.how === "restored") return undefined;
        if (performance.now() > deadline) throw error;
      }
    }
  }

  /** `fresh`: the lab's files are not in it yet. */
  async #prepare({ agent, watcher, machine, store, checker }: Life, fresh: boolean): Promise<void> {
    await Promise.all([agent.setClock(Date.now()), agent.seedEntropy(crypto.getRandomValues(new Uint8Array(64)))]);
    if (fresh) checker.scene = await setUpLab(agent, this.lab, this.#options.readLabFile);
    await agent.watchProcesses(true);
    if (store.disposed) return;
    if (this.#pausedByUser) this.pause();
    else watcher.start();
    machine.prefetch();
  }

  /** The agent fell silent: the page says so and listens on. */
  async #reconnect(life: Life, error: LabError): Promise<void> {
    life.watcher.stop();
    life.checker.blind("The machine does not answer.");
    this.#update({ phase: { kind: "stalled", error }, steps: life.checker.states });
    while (!life.store.disposed && this.#state.phase.kind === "stalled") {
      try {
        await life.agent.hello(randomNonce());
        await life.agent.watchProcesses(true);
        this.#update({ phase: { kind: "ready" } });
        life.watcher.start();
        return;
      } catch {
        await new Promise<void>((resolve) => setTimeout(resolve, rehelloMs));
      }
    }
  }

  /** A part of the disk does not come, or has come at last. */
  #stall(life: Life, error: LabError | undefined): void {
    const { phase } = this.#state;
    if (error && (phase.kind === "ready" || phase.kind === "loading")) {
      life.phaseBeforeStall = phase;
      life.watcher.stop();
      life.agent.pause();
      this.#update({ phase: { kind: "stalled", error } });
    } else if (error && phase.kind === "stalled") {
      this.#update({ phase: { kind: "stalled", error } });
    } else if (!error && phase.kind === "stalled" && life.phaseBeforeStall) {
      const before = life.phaseBeforeStall;
      life.phaseBeforeStall = undefined;
      life.agent.resume();
      this.#update({ phase: before });
      if (before.kind === "ready") life.watcher.start();
    }
  }

  #fail(error: unknown): void {
    // A guest that stopped does not answer either; why it stopped is the better sentence.
    if (this.#state.phase.kind === "stopped") return;
    this.#life?.watcher.stop();
    this.#update({ phase: { kind: "failed", error: problemOf(error) } });
  }

  #loading(phase: SessionPhase & { kind: "loading" }): void {
    if (this.#state.phase.kind === "loading") this.#update({ phase });
  }

  /** `keep`: the machine that goes on in the next life. */
  #end(keep?: Machine): void {
    this.#terminals.clear();
    this.#life?.store.dispose();
    if (this.#life && this.#life.machine !== keep) this.#life.machine.dispose();
    this.#life = undefined;
    this.kernel.clear();
  }

  #update(change: Partial<SessionState>): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#changes.fire();
  }
}

function startFrom(origin: Origin): StartFrom {
  return typeof origin === "object" ? { state: origin.state } : origin;
}

function randomNonce(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] as bigint;
}
