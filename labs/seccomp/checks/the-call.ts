import type { Door } from "../../../web/lab/filters.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { chmod, fchmod, fchmodat, fchmodat2 } from "../doors.ts";

const doors: readonly Door[] = [chmod, fchmod, fchmodat, fchmodat2];

/** The call that this attempt's app was built with, by name or number, with other words or without. */
export const theCall: Check = ({ answer, scene }) => {
  const isHabit = ({ number }: Door) => scene.facts.get("habit") === `${number}`;
  if (answer === undefined) return fail("You have not said yet which call it is.", undefined);
  const words: readonly string[] = answer.toLowerCase().match(/[a-z]\w*|\d+/g) ?? [];
  const named = doors.filter(({ name, number }) => words.includes(name) || words.includes(`${number}`));
  if (named.length === 1 && named.every(isHabit))
    return pass({ path: "/srv/box/rootfs/bin/app", value: `calls ${named[0]?.name}` });
  return fail(
    named.length > 1
      ? `You named ${named.map(({ name }) => name).join(", ")}; the app changes the mode by one call.`
      : `The app changes the mode by another call than ${named[0]?.name ?? words[0] ?? "that"}.`,
    "Look at it while it works: `strace -n -p $(pgrep -xn app)` in one terminal, `ask hello` in another. The mode is the number 04755.",
  );
};
