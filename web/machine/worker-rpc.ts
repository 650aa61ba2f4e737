import type { ErrorCode } from "../core/errors.ts";
import { LabError } from "../core/errors.ts";
import type { MachineProgress, MachineStatistics, StartFrom, StartReport, Stopped } from "./machine.ts";

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
  start(base: string, how: StartFrom): Promise<Outcome<StartReport>>;
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

export async function outcome<T>(running: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await running };
  } catch (error) {
    return { ok: false, error: errorData(error) };
  }
}

const large = 1024 * 1024;

/** Whole machines are handed over between threads rather than copied: buffers of that size in a message, which must be nobody else's. */
export function largeBuffers(value: unknown, depth = 4): ArrayBuffer[] {
  if (value instanceof Uint8Array)
    return value.byteLength >= large && value.byteLength === value.buffer.byteLength ? [value.buffer as ArrayBuffer] : [];
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.values(value).flatMap((item: unknown) => largeBuffers(item, depth - 1));
}
