import { type Agent, isNoSuchTerminal } from "../agent/agent.ts";
import { RequestFailed } from "../agent/request-failed.ts";
import { concatBytes, encodeText } from "../core/bytes.ts";
import { type Disposable, DisposableStore } from "../core/disposable.ts";
import { Emitter, nextEvent } from "../core/emitter.ts";
import { RequestErrorCode } from "../protocol/message.ts";
import type { Terminal } from "./api.ts";

const scrollbackLimit = 1024 * 1024;
/** Bytes in one PTY_WRITE: one frame, so that a paste never holds up what else there is to say. */
const writePiece = 4000;
/** Drawn bytes are given back to the guest in portions: its window is 65,536. */
const creditPortion = 16_384;
/** How long a full input queue in the guest may take to move before its state is asked again. */
const queueMs = 500;

export interface TerminalChannelOptions {
  readonly id: number;
  readonly agent: Agent;
  /** The agent's number for it. */
  readonly pty: number;
  /** Of its first process. */
  readonly pid: number;
  /** What it had printed before. */
  readonly printed: Uint8Array;
  /** A line was typed, and more was printed than its echo: something may have come of it. */
  readonly onAnswered?: () => void;
}

/** The echo of a key is no sign that something was done; a prompt is longer. What neither shows is found by the cheap look. */
export const longestEcho = 8;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** One pty of the guest: keeps what was printed, passes on what is typed, in order, losing nothing. */
export class TerminalChannel implements Terminal, Disposable {
  readonly id: number;
  readonly pid: number;
  readonly #agent: Agent;
  readonly #pty: number;
  readonly #onAnswered: (() => void) | undefined;
  readonly #store = new DisposableStore();
  readonly #output = this.#store.add(new Emitter<Uint8Array>());
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  /** Bytes of output that came, that were given back to the guest's window, and that were drawn since. */
  #received = 0;
  #credited = 0;
  #drawn = 0;
  #input: Uint8Array[] = [];
  #writing = false;
  #lineTyped = false;
  #size: { columns: number; rows: number } | undefined;

  readonly onOutput = this.#output.event;

  constructor({ id, agent, pty, pid, printed, onAnswered }: TerminalChannelOptions) {
    this.id = id;
    this.pid = pid;
    this.#agent = agent;
    this.#pty = pty;
    this.#onAnswered = onAnswered;
    this.#keep(printed);
    this.#store.add(
      agent.onPtyOutput(({ terminal, data }) => {
        if (terminal !== pty) return;
        this.#received += data.length;
        this.#keep(data);
        this.#output.fire(data);
        if (!this.#lineTyped || data.length <= longestEcho) return;
        this.#lineTyped = false;
        this.#onAnswered?.();
      }),
    );
  }

  get pty(): number {
    return this.#pty;
  }

  get scrollback(): Uint8Array<ArrayBuffer> {
    return concatBytes(this.#parts);
  }

  write(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? encodeText(data) : data;
    this.#lineTyped ||= bytes.includes(carriageReturn) || bytes.includes(lineFeed);
    for (let at = 0; at < bytes.length; at += writePiece) this.#input.push(bytes.subarray(at, at + writePiece));
    void this.#writeAll();
  }

  resize(columns: number, rows: number): void {
    if (this.#size?.columns === columns && this.#size.rows === rows) return;
    this.#size = { columns, rows };
    this.#agent.resizePty(this.#pty, columns, rows).catch(() => {
      // The shell ended meanwhile or the machine is silent: both are told elsewhere.
      this.#size = undefined;
    });
  }

  drawn(bytes: number): void {
    // A view that is mounted again draws again what was paid for already.
    const owed = Math.min(bytes, this.#received - this.#credited - this.#drawn);
    this.#drawn += owed;
    if (this.#drawn < creditPortion) return;
    const credit = this.#drawn;
    this.#drawn = 0;
    this.#credited += credit;
    this.#agent.creditPty(this.#pty, credit).catch(() => undefined);
  }

  dispose(): void {
    this.#store.dispose();
    this.#input = [];
  }

  async #writeAll(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    try {
      for (let piece = this.#input.shift(); piece; piece = this.#input.shift()) await this.#writePiece(piece);
    } catch {
      // Silence of the machine and the end of the shell are told elsewhere; what was typed into nothing is gone, as on any terminal.
      this.#input = [];
    } finally {
      this.#writing = false;
    }
  }

  /** A program that does not read fills its queue; then the rest waits until something moves. */
  async #writePiece(piece: Uint8Array): Promise<void> {
    for (;;) {
      try {
        await this.#agent.writePty(this.#pty, piece);
        return;
      } catch (error) {
        if (isNoSuchTerminal(error) || this.#store.disposed) throw error;
        if (!(error instanceof RequestFailed) || error.requestCode !== RequestErrorCode.limit) throw error;
        await nextEvent(this.onOutput, () => true, queueMs, "output").catch(() => undefined);
      }
    }
  }

  #keep(data: Uint8Array): void {
    this.#parts.push(data);
    this.#length += data.length;
    while (this.#length > scrollbackLimit && this.#parts.length > 1) this.#length -= this.#parts.shift()?.length ?? 0;
  }
}
