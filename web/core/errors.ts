/** What went wrong, for programs: stable, kebab-case, never shown. */
export type ErrorCode =
  | "agent-protocol"
  | "agent-refused"
  | "agent-silent"
  | "bad-state"
  | "checkpoint-corrupt"
  | "checkpoint-foreign"
  | "checkpoint-missing"
  | "checkpoint-newer"
  | "disposed"
  | "fetch-failed"
  | "file-missing"
  | "file-refused"
  | "file-too-large"
  | "guest-stopped"
  | "lab-broken"
  | "lab-unknown"
  | "no-webassembly"
  | "out-of-memory"
  | "storage-refused"
  | "terminal-limit"
  | "worker-crashed";

/** An error whose message was written for the person in front of the page: what happened, and what to do next. */
export class LabError extends Error {
  override readonly name = "LabError";
  readonly code: ErrorCode;
  /** What the person reads: one or two sentences, the second says what to do. */
  readonly userMessage: string;

  constructor(code: ErrorCode, userMessage: string, options?: { cause?: unknown; detail?: string }) {
    super(options?.detail ?? userMessage, options && "cause" in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.userMessage = userMessage;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
