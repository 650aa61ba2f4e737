import type { Disposable } from "../core/disposable.ts";
import type { Event } from "../core/emitter.ts";
import type { Lab } from "../lab/lab.ts";
import type { SessionState } from "./state.ts";

/** One pty in the guest. Output before the first listener is kept in `scrollback`, so that a late listener misses nothing. */
export interface Terminal {
  readonly id: number;
  /** All output so far that a new view needs to show, at most 1 MiB from the end. */
  readonly scrollback: Uint8Array;
  readonly onOutput: Event<Uint8Array>;
  /** Keystrokes or pasted text. Order is kept. */
  write(data: string | Uint8Array): void;
  resize(columns: number, rows: number): void;
  /** The view has drawn this many bytes: the guest may send as many more. */
  drawn(bytes: number): void;
}

/** One running lab. State is immutable and replaced as a whole (fits React's useSyncExternalStore). */
export interface Session extends Disposable {
  readonly lab: Lab;
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** The terminals of `getState().terminals`, by id; replaced by others after a reset. */
  terminal(id: number): Terminal | undefined;
  /** A new shell in place of one that ended. */
  reopen(id: number): Promise<void>;
  /** Back to the lab's beginning: fresh machine, no step done. */
  reset(): Promise<void>;
  /** After `failed` or `stalled`: try again what didn't work. */
  retry(): Promise<void>;
  /** Stops the machine (a hidden tab) and starts it again. */
  pause(): void;
  resume(): void;
}
