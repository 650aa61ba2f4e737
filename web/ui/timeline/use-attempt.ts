import { useCallback, useState } from "react";
import { LabError } from "../../core/errors.ts";
import { text } from "../text.ts";

/** Runs what may be refused, and holds the sentence about its outcome until the next attempt. */
export function useAttempt() {
  const [message, setMessage] = useState<string | undefined>();
  const dismiss = useCallback(() => setMessage(undefined), []);
  const attempt = useCallback((run: () => Promise<unknown>, done?: string) => {
    setMessage(undefined);
    run().then(
      () => setMessage(done),
      (error: unknown) => setMessage(error instanceof LabError ? error.userMessage : text.timeline.failed),
    );
  }, []);
  return { message, attempt, dismiss };
}
