import { LabError } from "../core/errors.ts";

/** What went wrong, in words for a learner. */
export function problemOf(error: unknown): LabError {
  if (error instanceof LabError) return error;
  return new LabError("worker-crashed", "Something went wrong in the page. Try again; if it stays so, reload.", {
    cause: error,
    detail: String(error),
  });
}
