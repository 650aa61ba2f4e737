import type { ErrorCode } from "../core/errors.ts";
import { LabError } from "../core/errors.ts";
import type { MachineProgress, MachineStatistics, StartReport, Stopped } from "./machine.ts";

/** An error as it crosses from the worker to the page. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly detail: string;
}

/** An outcome as data: an error thrown through the worker's boundary would lose its class. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

/** What the page may ask of the worker. */
export interface WorkerFunctions {
  start(base: string, how: "restore" | "boot"): Promise<Outcome<StartReport>>;
  send(bytes: Uint8Array): void;
  pause(): Promise<void>;
  resume(): Promise<void>;
  retryDisk(): void;
  prefetch(): void;
  save(): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  statistics(): Promise<MachineStatistics>;
}

/** What the worker tells the page. */
export interface PageFunctions {
  data(bytes: Uint8Array): void;
  progress(progress: MachineProgress): void;
  stall(error: ErrorData | undefined): void;
  stopped(stopped: Stopped): void;
  failed(error: ErrorData): void;
}

export function errorData(error: unknown): ErrorData {
  if (error instanceof LabError) return { code: error.code, userMessage: error.userMessage, detail: error.message };
  return {
    code: "worker-crashed",
    userMessage: "The emulator stopped with an error. Start over to get a fresh machine.",
    detail: String(error),
  };
}

export function errorFrom(data: ErrorData): LabError {
  return new LabError(data.code, data.userMessage, { detail: data.detail });
}
