import type { CounterKind } from "../agent/look-at-counters.ts";
import type { Disposable } from "../core/disposable.ts";
import type { Event } from "../core/emitter.ts";
import type { Snapshot } from "../kernel/snapshot.ts";
import type { Lab } from "../lab/lab.ts";
import type { DeskState, SessionState } from "./state.ts";

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

/** One look at the kernel, and the one with which the current step began. */
export interface KernelLook {
  readonly now: Snapshot;
  readonly since: Snapshot;
}

/** The kernel as the checker sees it, for whoever draws it. */
export interface KernelWatch {
  /** The newest look; undefined before the first. The same object until there is a newer one. */
  get(): KernelLook | undefined;
  subscribe(listener: () => void): () => void;
  /** While held, these counters are read twice a second and come as newer looks: packets of interfaces, usage of cgroups. */
  follow(...kinds: readonly CounterKind[]): Disposable;
  /** Programs of `struct sock_filter` of a process, the newest first. Rejects when it is gone or refuses to be traced. */
  seccompFilters(pid: number): Promise<readonly Uint8Array[]>;
}

/** What of a file tells whether it is still the one that was read. */
export interface FileVersion {
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: number;
  /** Nanoseconds since the epoch. */
  readonly modified: bigint;
}

export interface FileStatus {
  readonly version: FileVersion;
  readonly kind: "file" | "directory" | "other";
  /** Permission bits with set-uid, set-gid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export interface GuestFile extends FileStatus {
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Files of the guest, by absolute path as PID 1 sees them. Every failure is a `LabError` that says what to do. */
export interface GuestFiles {
  /** Undefined when there is none. */
  status(path: string): Promise<FileStatus | undefined>;
  /** Whole contents. Rejects with `file-missing`, `file-too-large` (over `limit` bytes), `file-refused` (a directory, a device …). */
  read(path: string, limit: number): Promise<GuestFile>;
  /** Names in a directory, directories with a slash at their end, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** In place: mode, owner and links stay; makes the file if there is none. Rejects with `file-refused` and the kernel's reason. */
  write(path: string, data: Uint8Array): Promise<FileStatus>;
}

/** Saved machines, with their terminals, editor and step states. `getState().checkpoints` tells of them. */
export interface Checkpoints {
  /** Resolves when it is stored. */
  save(name: string): Promise<void>;
  /** The whole machine as it was then. Rejects, with the present one untouched, when it cannot be had. */
  restore(id: string): Promise<void>;
  /** Keeps the present first, then goes back to that one on a branch of its own. */
  fork(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** One `.nslab` file with everything but the image. */
  exportFile(id: string): Promise<Blob>;
  /** Puts it into the timeline; `restore` goes there. Gives its id. Rejects with a sentence that says what is wrong with the file. */
  importFile(file: Blob): Promise<string>;
  /** Keeps the present as what a reload resumes from, now. */
  flush(): Promise<void>;
}

/** One running lab. State is immutable and replaced as a whole (fits React's useSyncExternalStore). */
export interface Session extends Disposable {
  readonly lab: Lab;
  readonly kernel: KernelWatch;
  readonly files: GuestFiles;
  readonly checkpoints: Checkpoints;
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** The terminals of `getState().terminals`, by id; replaced by others after a reset. */
  terminal(id: number): Terminal | undefined;
  /** Another shell; its id. Rejects when there are as many as the guest can hold. */
  openTerminal(): Promise<number>;
  /** Ends its shell and takes it out of the state. */
  closeTerminal(id: number): Promise<void>;
  renameTerminal(id: number, name: string): void;
  /** A new shell in place of one that ended. */
  reopen(id: number): Promise<void>;
  /** What the learner answers to a step's question; the check sees it at the next look, which is at once. */
  answer(step: string, value: string): void;
  /** Goes into every checkpoint and comes back with it. */
  setDesk(change: Partial<DeskState>): void;
  /** Back to the lab's beginning: fresh machine, no step done. */
  reset(): Promise<void>;
  /** After `failed` or `stalled`: try again what didn't work. */
  retry(): Promise<void>;
  /** Settled after `dispose`, when the last of it has been kept and put away. */
  readonly closed: Promise<void>;
  /** Stops the machine (a hidden tab) and starts it again. */
  pause(): void;
  resume(): void;
}
