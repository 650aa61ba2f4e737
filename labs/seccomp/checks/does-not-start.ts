import type { ProcessEvent } from "../../../web/lab/events.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** SIGSYS, by which a filter kills; and SIGSEGV: who may not even exit runs into an instruction that stops it. */
const byFilter: ReadonlySet<number> = new Set([11, 31]);

/** A process was made, and a signal ended it before it executed any program; and that is what the learner saw. */
export const doesNotStart: Check = ({ answer, events }) => {
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
  const seen = ends.find(({ signal }) => 128 + signal === status);
  if (seen) return pass({ ...evidence, path: `process ${seen.pid}`, value: `ended by signal ${seen.signal}, without an exec` });
  return fail(
    `Process ${last.pid} was ended by a signal before it executed anything, and ${answer.trim()} is not how crun reports that.`,
    "`echo $?` right after crun: a program that a signal ended has 128 and the signal's number as its status.",
    [evidence],
  );
};

function endsBeforeExec(events: readonly ProcessEvent[]): Array<{ readonly pid: number; readonly signal: number }> {
  const fresh = new Set<number>();
  const ends: Array<{ pid: number; signal: number }> = [];
  for (const event of events) {
    if (event.kind === "fork") fresh.add(event.pid);
    if (event.kind === "exec") fresh.delete(event.pid);
    // equivalent: no other event has a code
    if (event.kind !== "exit" || !fresh.has(event.pid)) continue;
    const signal = event.code & 0x7f;
    if (byFilter.has(signal)) ends.push({ pid: event.pid, signal });
  }
  return ends;
}
