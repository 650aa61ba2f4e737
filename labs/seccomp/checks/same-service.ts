import type { Process } from "../../../web/kernel/snapshot.ts";
import { answerTo, type Door, doorName, openCount } from "../../../web/lab/filters.ts";
import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { accessLists, needed, nothing } from "../doors.ts";
import { doorEvidence, filteredProcesses, isApp, judged, readFilters, stillOpen } from "../filtered.ts";
import { everyDoor } from "./closed.ts";

/** Hands the app a line, as `ask` does, and waits for its answer; nobody else's, of which there may be some left. */
const script = `
run=/proc/$1/root/run
[ -p "$run/ask" ] && [ -p "$run/answer" ] || exit 1
exec flock -w 2 "$run" sh -c 'echo "$2" >"$1/ask"; exec grep -m 1 "$2" "$1/answer"' sh "$run" "$2"`;

export function askApp(context: InquiryContext): Inquiry[] {
  const apps = filteredProcesses(context).filter(isApp);
  return [
    ...readFilters(context),
    ...apps.map((process) => ({
      kind: "probe" as const,
      key: key(process),
      argv: ["sh", "-c", script, "sh", `${process.pid}`, `line ${context.now.sequence}.`],
      timeoutMs: 4000,
    })),
  ];
}

/** Those that were closed by name, and those that nobody has named. */
const doors: readonly Door[] = [...everyDoor, ...accessLists];

/** A list of what is forbidden leaves hundreds; the app needs some thirty. */
const openMax = 100;

/** Little more is open to the app than it needs, none of the doors, and it does what it is there for. */
export const sameService: Check = (context) => {
  const filtered = judged(context, doors);
  const closed = filtered.filter(({ open }) => open.length === 0);
  const apps = closed.filter(({ process }) => isApp(process));
  const answers = apps.map((app) => ({ ...app, output: neededProbe(context.found, key(app.process)).output.trim() }));
  const done = answers.find(({ programs, output }) => output.startsWith("kept:") && openCount(programs) <= openMax);
  if (done) return pass({ path: `/proc/${done.process.pid}/root/run/answer`, value: done.output }, ...doorEvidence(done, doors));
  const wide = answers.find(({ output }) => output.startsWith("kept:"));
  if (wide) {
    return fail(
      `Process ${nameOf(wide.process)} works, and ${openCount(wide.programs)} of the kernel's 463 system calls are open to it; it needs some thirty.`,
      answerTo(wide.programs, nothing) === "allow"
        ? "Turn the profile round: what no rule names is refused (`defaultAction`), and the rule allows what strace shows."
        : `Allow less: at most ${openMax}.`,
      doorEvidence(wide, doors),
    );
  }
  const [silent] = answers;
  if (silent) {
    const missing = needed.filter((door) => answerTo(silent.programs, door) !== "allow");
    return fail(
      `Process ${nameOf(silent.process)} has every door closed, and gave no answer that it kept a line.`,
      missing.length > 0
        ? `Its filter refuses what it needs: ${missing.map(doorName).join(", ")}.`
        : "It is stuck. Watch it with strace: which call is refused that it needs?",
      doorEvidence(silent, needed),
    );
  }
  const [other] = closed;
  if (other) {
    return fail(
      `Process ${nameOf(other.process)} has every door closed, but it is not the app, and no app runs like that.`,
      "A filter under which the app can't start is easy. Run the app itself (`/bin/app`) under it.",
      doorEvidence(other, doors),
    );
  }
  return stillOpen(context, filtered[0], doors);
};

function key({ pid }: Process): string {
  return `ask ${pid}`;
}
