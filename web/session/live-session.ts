import { Agent } from "../agent/agent.ts";
import { RequestFailed } from "../agent/request-failed.ts";
import { Checker } from "../checker/checker.ts";
import { encodeText } from "../core/bytes.ts";
import { DisposableStore } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import type { Lab } from "../lab/lab.ts";
import type { Machine, StartReport } from "../machine/machine.ts";
import { RequestErrorCode } from "../protocol/message.ts";
import type { HelloOk } from "../protocol/results.ts";
import type { Checkpoints, GuestFiles, Session, Terminal } from "./api.ts";
import { endOfShell } from "./end-of-shell.ts";
import { KernelFeed } from "./kernel-feed.ts";
import { NoCheckpoints } from "./no-checkpoints.ts";
import { processEvents } from "./process-events.ts";
import { SessionFiles } from "./session-files.ts";
import { type DeskState, emptyDesk, noCheckpoints, type SessionPhase, type SessionState, type TerminalState } from "./state.ts";
import { TerminalChannel } from "./terminal-channel.ts";
import { Watcher } from "./watcher.ts";

export interface LiveSessionOptions {
  readonly lab: Lab;
  readonly createMachine: () => Machine;
  /** Contents of a file of the lab's `files/`. */
  readonly readLabFile: (source: string) => Promise<Uint8Array>;
}

/** A guest that boots is given this long until PID 1 answers. */
const bootDeadlineMs = 90_000;
/** The echo of a key is no sign that something was done; a prompt is longer. What neither shows is found by the cheap look. */
const longestEcho = 8;
const rehelloMs = 3000;
const shell = { columns: 80, rows: 24, uid: 0, gid: 0, cwd: "/root", argv: ["/bin/bash", "--login"] };
const environment = [
  "HOME=/root",
  "USER=root",
  "LOGNAME=root",
  "SHELL=/bin/bash",
  "TERM=xterm-256color",
  "LANG=C.UTF-8",
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
];

/** One life of one machine: made by start, reset and retry, and gone with the next. */
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
  readonly checkpoints: Checkpoints = new NoCheckpoints();
  readonly #options: LiveSessionOptions;
  readonly #changes = new Emitter<void>();
  readonly #terminals = new Map<number, TerminalChannel>();
  #life: Life | undefined;
  #state: SessionState;
  #nextTerminal = 1;
  #disposed = false;
  #pausedByUser = false;

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
    void this.#live("restore");
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
    try {
      const channel = await this.#openShell(life);
      this.#update({ terminals: [...this.#state.terminals, openState(channel)] });
      return channel.id;
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.requestCode !== RequestErrorCode.limit) throw error;
      throw new LabError("terminal-limit", "The machine holds sixteen shells at most. Close one to open another.", {
        cause: error,
      });
    }
  }

  async closeTerminal(id: number): Promise<void> {
    const channel = this.#terminals.get(id);
    if (!channel) return;
    this.#terminals.delete(id);
    channel.dispose();
    this.#update({ terminals: this.#state.terminals.filter((terminal) => terminal.id !== id) });
    // Of a shell that has ended already, or of a machine that is silent, there is nothing to close.
    await this.#life?.agent.closePty(channel.pty).catch(() => undefined);
  }

  renameTerminal(id: number, name: string): void {
    const given = name.trim() === "" ? undefined : name.trim();
    this.#update({
      terminals: this.#state.terminals.map((terminal) => (terminal.id === id ? { ...terminal, name: given } : terminal)),
    });
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
    const life = this.#life;
    if (!life || this.#state.terminals.find((terminal) => terminal.id === id)?.status !== "ended") return;
    try {
      const channel = await this.#openShell(life, id);
      this.#update({
        terminals: this.#state.terminals.map((terminal) =>
          terminal.id === id ? { ...openState(channel), name: terminal.name } : terminal,
        ),
      });
    } catch (error) {
      const reason = error instanceof LabError ? error.message : String(error);
      this.#update({
        terminals: this.#state.terminals.map((terminal) =>
          terminal.id === id
            ? { ...terminal, note: `No new shell could be started (${reason}). Try again, or start over.` }
            : terminal,
        ),
      });
    }
  }

  async reset(): Promise<void> {
    this.#update({ resetting: true });
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

  dispose(): void {
    this.#disposed = true;
    this.#end();
    this.kernel.dispose();
    this.#changes.dispose();
  }

  async #live(how: "restore" | "boot", notice?: string): Promise<void> {
    this.#end();
    const life = this.#begin();
    const { machine } = life;
    try {
      this.#update({
        phase: { kind: "loading", stage: "emulator", loaded: 0, total: undefined },
        steps: life.checker.states,
        terminals: [],
        answers: {},
        notice,
      });
      const report = await machine.start(how);
      if (report.bootReason) this.#update({ notice: `Booted from scratch: ${report.bootReason}.` });
      const hello = await this.#greet(life, report);
      if (life.store.disposed) return;
      if (!hello) {
        await this.#live("boot", "Booted from scratch: the saved machine did not wake up.");
        return;
      }
      await this.#prepare(life, report, hello);
    } catch (error) {
      if (life.store.disposed) return;
      this.#fail(error);
    }
  }

  #begin(): Life {
    const store = new DisposableStore();
    const machine = store.add(this.#options.createMachine());
    const agent = store.add(new Agent(machine.port));
    const checker = new Checker(this.lab.steps);
    const watcher = store.add(
      new Watcher(agent, {
        onLook: (snapshot) => {
          checker.look(snapshot);
          this.kernel.show(snapshot, checker.baseline ?? snapshot);
          this.#update({ steps: checker.states, ...(this.#state.phase.kind === "loading" ? { phase: { kind: "ready" } } : {}) });
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
        if (data.length > longestEcho) watcher.sign();
      }),
    );
    store.add(
      agent.onProcessEvents((raw) => {
        checker.addEvents(processEvents(raw));
        watcher.sign();
      }),
    );
    store.add(
      agent.onProcessEventsLost((count) => {
        checker.addEvents([{ kind: "lost", count }]);
        watcher.sign();
      }),
    );
    store.add(agent.onPtyExit(({ terminal, waitStatus }) => this.#shellEnded(terminal, waitStatus)));
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

  async #prepare(life: Life, report: StartReport, hello: HelloOk): Promise<void> {
    const { agent, watcher, machine, store } = life;
    for (const saved of hello.terminals) {
      const printed = report.terminals.find(({ id }) => id === saved.id)?.output ?? "";
      this.#addChannel(life, { terminal: saved.id, pid: saved.pid }, encodeText(printed));
    }
    if (hello.terminals.length === 0) await this.#openShell(life);
    this.#update({ terminals: [...this.#terminals.values()].map(openState) });
    await Promise.all([agent.setClock(Date.now()), agent.seedEntropy(crypto.getRandomValues(new Uint8Array(64)))]);
    for (const file of this.lab.files ?? []) {
      await agent.writeFile({
        path: file.path,
        data: await this.#options.readLabFile(file.source),
        truncate: true,
        makeParents: true,
        mode: file.mode ?? 0o644,
        ...(file.owner ? { owner: file.owner } : {}),
      });
    }
    await agent.watchProcesses(true);
    if (store.disposed) return;
    if (this.#pausedByUser) this.pause();
    else watcher.start();
    machine.prefetch();
  }

  /** `id`: of the terminal that it takes the place of. */
  async #openShell(life: Life, id?: number): Promise<TerminalChannel> {
    const opened = await life.agent.openPty({ ...shell, environment });
    return this.#addChannel(life, opened, new Uint8Array(0), id);
  }

  #addChannel(
    life: Life,
    { terminal, pid }: { readonly terminal: number; readonly pid: number },
    printed: Uint8Array,
    id = this.#nextTerminal++,
  ): TerminalChannel {
    this.#terminals.get(id)?.dispose();
    const channel = life.store.add(new TerminalChannel({ id, agent: life.agent, pty: terminal, pid, printed }));
    this.#terminals.set(channel.id, channel);
    return channel;
  }

  #shellEnded(pty: number, waitStatus: number): void {
    const channel = [...this.#terminals.values()].find((candidate) => candidate.pty === pty);
    if (!channel) return;
    const note = endOfShell(waitStatus);
    this.#update({
      terminals: this.#state.terminals.map((terminal) =>
        terminal.id === channel.id ? { ...terminal, status: "ended", note } : terminal,
      ),
    });
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
    const problem =
      error instanceof LabError
        ? error
        : new LabError("worker-crashed", "Something went wrong in the page. Try again; if it stays so, reload.", {
            cause: error,
            detail: String(error),
          });
    this.#life?.watcher.stop();
    this.#update({ phase: { kind: "failed", error: problem } });
  }

  #loading(phase: SessionPhase & { kind: "loading" }): void {
    if (this.#state.phase.kind === "loading") this.#update({ phase });
  }

  #end(): void {
    for (const channel of this.#terminals.values()) channel.dispose();
    this.#terminals.clear();
    this.#life?.store.dispose();
    this.#life = undefined;
    this.kernel.clear();
  }

  #update(change: Partial<SessionState>): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#changes.fire();
  }
}

function openState({ id, pid }: TerminalChannel): TerminalState {
  return { id, pid, status: "open", note: undefined, name: undefined };
}

const stoppedMessage = {
  panic: "The guest's kernel panicked: it cannot go on. Start over to get a fresh machine.",
  reboot: "The machine was rebooted, and nothing of it is left. Start over to get a fresh one.",
  halt: "The machine was switched off. Start over to get a fresh one.",
} as const;

function randomNonce(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] as bigint;
}
