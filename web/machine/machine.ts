import type { BytePort } from "../core/byte-port.ts";
import type { Disposable } from "../core/disposable.ts";
import type { Event } from "../core/emitter.ts";
import type { LabError } from "../core/errors.ts";

export interface MachineProgress {
  readonly stage: "emulator" | "state" | "kernel" | "boot";
  /** Bytes received of what this stage fetches. */
  readonly loaded: number;
  readonly total: number | undefined;
}

/** From the image's saved state, from power-on, or from a machine that was saved (its buffer is handed over). */
export type StartFrom = "restore" | "boot" | { readonly state: Uint8Array<ArrayBuffer> };

/** How the machine came to run. */
export interface StartReport {
  /** `boot` when there was no saved state that fits. */
  readonly how: "restored" | "booted";
  /** Why it was booted although a restore was wanted. */
  readonly bootReason: string | undefined;
  /** What the shells in the state had printed when it was saved, by the agent's terminal number. */
  readonly terminals: ReadonlyArray<{ readonly id: number; readonly output: string }>;
}

export interface Stopped {
  readonly reason: "panic" | "reboot" | "halt";
  /** The last lines on the guest's console. */
  readonly console: string;
}

export interface MachineStatistics {
  /** Guest instructions executed since the start; wraps at 2^32. */
  readonly instructions: number;
  /** Functions compiled from the guest's code since the start, and those that could not be. */
  readonly jitFunctions: number;
  readonly jitFailures: number;
  readonly fetchedChunks: number;
}

/**
 * One emulated PC with the image's disk. Knows bytes and ports, not what is said on them. The same in a browser's worker and in Node.
 * `failed` and `dispose` are final; everything else goes on.
 */
export interface Machine extends Disposable {
  /** virtio-console port 0: the agent's. */
  readonly port: BytePort;
  readonly onProgress: Event<MachineProgress>;
  /** A part of the disk does not come: the error, then undefined when it has come. */
  readonly onStall: Event<LabError | undefined>;
  /** The guest stopped for good. The emulator is paused. */
  readonly onStopped: Event<Stopped>;
  /** The emulator itself is gone: out of memory, crashed. */
  readonly onFailed: Event<LabError>;

  /**
   * Resolves when the guest's CPU runs. A machine that runs may be started again from a state: that one takes its place,
   * and is heard on the same port, after what was sent before. Only `restore` falls back to booting; a saved machine that does not start rejects.
   */
  start(how: StartFrom): Promise<StartReport>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Tries at once what a stalled disk waits for. */
  retryDisk(): void;
  /** Fetches in the background what the usual first commands read. */
  prefetch(): void;
  /** The whole machine but the disk's unwritten parts; v86's own format, uncompressed. The guest stands still meanwhile. Waits for the disk, whose answers would be missed. */
  save(): Promise<Uint8Array<ArrayBuffer>>;
  statistics(): Promise<MachineStatistics>;
}
