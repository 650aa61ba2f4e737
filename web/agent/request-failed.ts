import { LabError } from "../core/errors.ts";

/** The agent tried what it was asked and could not; `errno` as in errno(3), 0 when no system call failed. */
export class RequestFailed extends LabError {
  readonly requestCode: number;
  readonly errno: number;

  constructor(requestCode: number, errno: number, text: string) {
    super("agent-refused", "The machine could not do what was asked of it.", {
      detail: `request error ${requestCode}, errno ${errno}: ${text}`,
    });
    this.requestCode = requestCode;
    this.errno = errno;
  }
}
