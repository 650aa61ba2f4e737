import { LabError } from "../core/errors.ts";
import { text } from "../ui/text.ts";

/** What this browser lacks without which no machine can run. */
export function missingInBrowser(): LabError | undefined {
  if (typeof WebAssembly !== "object")
    return new LabError("no-webassembly", text.problem.noWebAssembly, { detail: "WebAssembly is not defined" });
  if (typeof Worker !== "function")
    return new LabError("no-webassembly", text.problem.noWorker, { detail: "Worker is not defined" });
  return undefined;
}
