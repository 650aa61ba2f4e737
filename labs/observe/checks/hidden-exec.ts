import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** The answer is the path by which the planted file is executed. */
export const hiddenExec: Check = ({ answer, scene }) => {
  const hidden = scene.facts.get("hidden") ?? "";
  const said = answer?.trim();
  if (said === undefined) return fail("You have not answered yet.", undefined);
  if (said === hidden) return pass({ path: "sched_process_exec", value: `filename=${hidden}` });
  if (said.startsWith("/usr/")) {
    return fail(
      `${said} is executed, but it lies in /usr: that is the containers' ordinary work.`,
      "Look for a file that lies elsewhere.",
    );
  }
  if (hidden.endsWith(`/${said}`)) return fail(`“${said}” is its name.`, "The whole path is asked for, as `filename=` shows it.");
  if (said.startsWith(hidden.slice(0, hidden.lastIndexOf("/")))) {
    return fail(
      `${said} lies in the right folder, but the kernel has not executed it since this lab began.`,
      "What a file is called, and that it is there, says nothing. Which one stands behind `filename=` in the trace?",
    );
  }
  return fail(`“${said}” is not what is executed here.`, "Answer with a path, as `filename=` shows it in the trace.");
};
