import { type LabError, messageOf } from "../../core/errors.ts";
import { text } from "../text.ts";

const depth = 5;

/** What a report of the fault needs: the code, the message for programs, and the causes behind it. */
export function technicalDetail(error: LabError): string {
  const lines = [text.problem.code(error.code)];
  if (error.message !== error.userMessage) lines.push(error.message);
  for (let cause = error.cause, at = 0; cause !== undefined && at < depth; at++) {
    lines.push(messageOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return lines.join("\n");
}
