import { namespaceTypes, type Process, type Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { plantIn } from "../../../web/lab/scene.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** The answer is the PID of the one planted process with a namespace of its own. */
export const stranger: Check = ({ now, answer, scene }) => {
  if (answer === undefined) return fail("The question is not answered yet.");
  const numbers = answer.match(/\d+/g) ?? [];
  if (numbers.length !== 1) {
    return fail(`"${answer}" is not one PID.`, "Asked is the number of the process: names lie, and anybody may take any.");
  }
  const hidden = plantIn(now, scene, "stranger");
  if (!hidden) {
    return fail(
      "The daemon that lived elsewhere has ended.",
      "It has to be alive to be found. Start the lab over, and leave the daemons alone.",
    );
  }
  const pid = Number(numbers[0]);
  const process = now.processes.get(pid);
  if (!process) {
    return fail(
      `No program has the PID ${pid} now.`,
      pid > 2 ** 31
        ? "That is the inode of a namespace. Asked is the PID of the process in it."
        : "Such a process has ended, or is one of the threads of the kernel: `kdevtmpfs`, for one, has a mount namespace of its own on every Linux.",
    );
  }
  const away = awayTypes(now, process);
  if (pid === hidden.pid) return pass(...away.flatMap((type) => namespaceEvidence(now, process, type)));
  const [type] = away;
  if (type) {
    return fail(
      `Process ${pid} (${process.name}) is in ${namespaceLink(type, process.namespaces[type])}, but it is none of the daemons: you started it.`,
      "Look for another one, that was there before you.",
      namespaceEvidence(now, process, type),
    );
  }
  return fail(
    `Process ${pid} is called ${process.name}, but all its namespaces are those of PID 1.`,
    "Don't go by names: whoever starts a program chooses what it is called. Compare the inodes in `/proc/PID/ns`, of every type.",
    namespaceTypes.flatMap((shared) => namespaceEvidence(now, process, shared).slice(0, 1)),
  );
};

function awayTypes(snapshot: Snapshot, process: Process) {
  return namespaceTypes.filter((type) => isAway(snapshot, process, type));
}
