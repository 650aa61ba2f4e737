import type { Agent } from "../agent/agent.ts";
import { RequestFailed } from "../agent/request-failed.ts";
import { encodeText } from "../core/bytes.ts";
import type { Disposable } from "../core/disposable.ts";
import { LabError } from "../core/errors.ts";
import { RequestErrorCode } from "../protocol/message.ts";
import type { HelloOk } from "../protocol/results.ts";
import type { Terminal } from "./api.ts";
import type { SavedSession } from "./checkpoints/saved-session.ts";
import { endOfShell } from "./end-of-shell.ts";
import { guestEnvironment } from "./guest-environment.ts";
import type { TerminalState } from "./state.ts";
import { TerminalChannel } from "./terminal-channel.ts";

const shell = { columns: 80, rows: 24, uid: 0, gid: 0, cwd: "/root", argv: ["/bin/bash", "--login"] };
/** The agent has no terminal of this number: what is written to one that ended goes nowhere. */
const noPty = 0xffff_ffff;

/** The terminals of one machine after another: their numbers are the page's own, from 1 on, and not used twice in one life of a machine. */
export class Terminals implements Disposable {
  readonly #channels = new Map<number, TerminalChannel>();
  readonly #changed: () => void;
  readonly #answered: () => void;
  #states: readonly TerminalState[] = [];
  #next = 1;

  /** `answered`: a line was typed into one of them, and something printed after it. */
  constructor(changed: () => void, answered: () => void) {
    this.#changed = changed;
    this.#answered = answered;
  }

  get states(): readonly TerminalState[] {
    return this.#states;
  }

  get(id: number): Terminal | undefined {
    return this.#channels.get(id);
  }

  /** The shells of a machine that was restored, and a first one if there is none. */
  async adopt(agent: Agent, hello: HelloOk, printed: ReadonlyArray<{ id: number; output: string }>): Promise<void> {
    for (const { id, pid } of hello.terminals) {
      const output = printed.find((saved) => saved.id === id)?.output ?? "";
      this.#add(agent, { pty: id, pid, printed: encodeText(output) });
    }
    if (this.#channels.size === 0) await this.#open(agent);
    this.#set([...this.#channels.values()].map(openState));
  }

  /** The shells of a machine that was saved, with their names and all they had printed. */
  async revive(agent: Agent, hello: HelloOk, saved: SavedSession["terminals"]): Promise<void> {
    const states: TerminalState[] = [];
    for (const { id, pty, pid, status, note, name, scrollback } of saved) {
      const lives = status === "open" && hello.terminals.some((terminal) => terminal.id === pty && terminal.pid === pid);
      this.#add(agent, { id, pty: lives ? pty : noPty, pid, printed: scrollback });
      states.push({ id, pid, status: lives ? "open" : "ended", note: lives ? undefined : note, name });
    }
    this.#next = Math.max(this.#next, ...saved.map(({ id }) => id + 1));
    for (const { id: pty, pid } of hello.terminals) {
      if (saved.some((terminal) => terminal.pty === pty && terminal.pid === pid)) continue;
      states.push(openState(this.#add(agent, { pty, pid, printed: new Uint8Array(0) })));
    }
    if (states.length === 0) states.push(openState(await this.#open(agent)));
    this.#set(states);
  }

  /** Rejects with `terminal-limit`. */
  async open(agent: Agent): Promise<number> {
    try {
      const channel = await this.#open(agent);
      this.#set([...this.#states, openState(channel)]);
      return channel.id;
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.requestCode !== RequestErrorCode.limit) throw error;
      throw new LabError("terminal-limit", "The machine holds sixteen shells at most. Close one to open another.", {
        cause: error,
      });
    }
  }

  async close(agent: Agent | undefined, id: number): Promise<void> {
    const channel = this.#channels.get(id);
    if (!channel) return;
    this.#channels.delete(id);
    channel.dispose();
    this.#set(this.#states.filter((terminal) => terminal.id !== id));
    // Of a shell that has ended already, or of a machine that is silent, there is nothing to close.
    await agent?.closePty(channel.pty).catch(() => undefined);
  }

  rename(id: number, name: string): void {
    this.#change(id, { name: name.trim() === "" ? undefined : name.trim() });
  }

  /** A new shell in place of one that ended. */
  async reopen(agent: Agent, id: number): Promise<void> {
    if (this.#states.find((terminal) => terminal.id === id)?.status !== "ended") return;
    try {
      const { pid } = await this.#open(agent, id);
      this.#change(id, { pid, status: "open", note: undefined });
    } catch (error) {
      const reason = error instanceof LabError ? error.message : String(error);
      this.#change(id, { note: `No new shell could be started (${reason}). Try again, or start over.` });
    }
  }

  ended(pty: number, waitStatus: number): void {
    const channel = [...this.#channels.values()].find((candidate) => candidate.pty === pty);
    if (channel) this.#change(channel.id, { status: "ended", note: endOfShell(waitStatus) });
  }

  save(): SavedSession["terminals"] {
    return this.#states.flatMap(({ id, pid, status, note, name }) => {
      const channel = this.#channels.get(id);
      return channel ? [{ id, pid, status, note, name, pty: channel.pty, scrollback: channel.scrollback }] : [];
    });
  }

  /** The machine is gone, and its shells with it. */
  clear(): void {
    for (const channel of this.#channels.values()) channel.dispose();
    this.#channels.clear();
    this.#states = [];
    this.#next = 1;
  }

  dispose(): void {
    this.clear();
  }

  /** `id`: of the terminal that it takes the place of. */
  async #open(agent: Agent, id?: number): Promise<TerminalChannel> {
    const { terminal, pid } = await agent.openPty({ ...shell, environment: guestEnvironment });
    return this.#add(agent, { pty: terminal, pid, printed: new Uint8Array(0), ...(id === undefined ? {} : { id }) });
  }

  #add(agent: Agent, options: { pty: number; pid: number; printed: Uint8Array; id?: number }): TerminalChannel {
    const id = options.id ?? this.#next++;
    this.#channels.get(id)?.dispose();
    const channel = new TerminalChannel({ ...options, id, agent, onAnswered: this.#answered });
    this.#channels.set(id, channel);
    return channel;
  }

  #change(id: number, change: Partial<TerminalState>): void {
    this.#set(this.#states.map((terminal) => (terminal.id === id ? { ...terminal, ...change } : terminal)));
  }

  #set(states: readonly TerminalState[]): void {
    this.#states = states;
    this.#changed();
  }
}

function openState({ id, pid }: TerminalChannel): TerminalState {
  return { id, pid, status: "open", note: undefined, name: undefined };
}
