import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { chmod, fchmod, fchmodat } from "../doors.ts";

/** The call that this attempt's app was built with, by name or number. */
export const theCall: Check = ({ answer, scene }) => {
  const call = [chmod, fchmod, fchmodat].find(({ number }) => scene.facts.get("habit") === `${number}`);
  if (answer === undefined) return fail("You have not said yet which call it is.", undefined);
  const [said = ""] = /[a-z]\w*|\d+/.exec(answer.trim().toLowerCase()) ?? [];
  if (said === call?.name || said === `${call?.number}`) return pass({ path: "/srv/box/rootfs/bin/app", value: `calls ${said}` });
  return fail(
    `The app changes the mode by another call than ${said || "that"}.`,
    "Look at it while it works: `strace -n -p $(pgrep -xn app)` in one terminal, `ask hello` in another. The mode is the number 04755.",
  );
};
