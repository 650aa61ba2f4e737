import type { Door } from "../../../web/lab/filters.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { pass } from "../../../web/lab/verdict.ts";
import { chmod, fchmod, fchmodat, fchmodat2, oldPair, socket, socketcall, socketpair } from "../doors.ts";
import { doorEvidence, judged, stillOpen } from "../filtered.ts";

export const everyDoor: readonly Door[] = [chmod, fchmod, fchmodat, fchmodat2, socketcall, socket, oldPair, socketpair];

export const noChmod = closing(everyDoor.slice(0, 3));
export const noNewerDoor = closing(everyDoor.slice(0, 4));
export const noSockets = closing(everyDoor);

/** A process whose filters let none of the doors through, whatever the arguments. */
function closing(doors: readonly Door[]): Check {
  return (context) => {
    const [best] = judged(context, doors);
    return best?.open.length === 0 ? pass(...doorEvidence(best, doors)) : stillOpen(context, best, doors);
  };
}
