import type { ProcessEvent } from "../../../web/lab/events.ts";
import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** By which a filter kills. */
const sigsys = 31;
/** Who may not even exit runs into an instruction that stops it: the kernel writes a line about that, and none when somebody sent the signal. */
const sigsegv = 11;

export function askLog({ answer, events }: InquiryContext): Inquiry[] {
  const isNeeded = answer !== undefined && endsBeforeExec(events).some(({ signal }) => signal === sigsegv);
  return isNeeded ? [{ kind: "probe", key: "log", argv: ["sh", "-c", "dmesg | grep ' general protection fault '; true"] }] : [];
}

/** A program made a process, and a filter ended that before it executed anything; and that is what the learner saw. */
export const doesNotStart: Check = ({ answer, events, found }) => {
  const ends = endsBeforeExec(events);
  const last = ends.at(-1);
  if (!last) {
    return fail(
      "Since this step began no process was ended before it could execute its program.",
      answer === undefined
        ? undefined
        : "Run the container with the profile that refuses everything: `crun run -b /srv/box -f /srv/box/deny.json deny`",
    );
  }
  const evidence = {
    path: `process ${last.pid}`,
    value: `ended by signal ${last.signal}, without an exec`,
    note: "the kernel reported",
  };
  if (answer === undefined)
    return fail(
      `Process ${last.pid} was ended by a signal before it executed anything.`,
      "What did its runtime say? `echo $?` shows the status it ended with.",
      [evidence],
    );
  const status = Number(answer.trim());
  const seen = ends.findLast(({ signal }) => 128 + signal === status);
  if (seen?.signal === sigsegv && !neededProbe(found, "log").output.includes(`[${seen.pid}] general`))
    return fail(
      `Process ${seen.pid} was sent SIGSEGV by somebody: the kernel's log has no fault of it.`,
      "Run the container with the profile that refuses everything, and let the kernel end it.",
      [evidence],
    );
  if (seen) return pass({ ...evidence, path: `process ${seen.pid}`, value: `ended by signal ${seen.signal}, without an exec` });
  return fail(
    `Process ${last.pid} was ended by a signal before it executed anything, and ${answer.trim()} is not how crun reports that.`,
    "`echo $?` right after crun: a program that a signal ended has 128 and the signal's number as its status.",
    [evidence],
  );
};

/** Of processes that a program made which was started since the step began: no shell of before. */
function endsBeforeExec(events: readonly ProcessEvent[]): Array<{ readonly pid: number; readonly signal: number }> {
  const programs = new Set<number>();
  const fresh = new Set<number>();
  const ends: Array<{ pid: number; signal: number }> = [];
  for (const event of events) {
    // equivalent: no other event has a parent
    const fork = event.kind === "fork" ? event : undefined;
    if (fork && programs.has(fork.parent)) {
      programs.add(fork.pid);
      fresh.add(fork.pid);
    }
    if (event.kind === "exec") {
      programs.add(event.pid);
      fresh.delete(event.pid);
    }
    // equivalent: no other event has a code
    if (event.kind !== "exit" || !fresh.has(event.pid)) continue;
    const signal = event.code & 0x7f;
    if ([sigsys, sigsegv].includes(signal)) ends.push({ pid: event.pid, signal });
  }
  return ends;
}
