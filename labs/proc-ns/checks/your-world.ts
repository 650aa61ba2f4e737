import type { Check } from "../../../web/lab/lab.ts";
import { namespaceLink } from "../../../web/lab/namespaces.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { linkOf, pidsIn, workshopOf } from "../pins.ts";

/** The answer is the inode of the UTS namespace that the workshop's shells are in, however it was read. */
export const yourWorld: Check = ({ now, answer, scene }) => {
  if (answer === undefined) return fail("The question is not answered yet.");
  const inodes = new Set(answer.match(/\d{10}/g));
  const [text = ""] = inodes;
  if (inodes.size !== 1) {
    return fail(
      `"${answer}" is not the inode of one namespace.`,
      "An inode has ten digits here. In `uts:[4026531838]` it stands between the brackets; give that one number.",
    );
  }
  const inode = Number(text);
  const workshop = workshopOf(scene);
  const shell = [...now.processes.values()].find(({ namespaces }) => namespaces.uts === workshop);
  const host = { path: "/proc/1/ns/uts", value: namespaceLink("uts", now.initial.uts), note: "the host's" };
  if (inode === workshop) {
    return pass(
      { path: shell ? `/proc/${shell.pid}/ns/uts` : "/run/workshop", value: namespaceLink("uts", inode), note: "the workshop's" },
      host,
    );
  }
  const named = [...now.namespaces.values()].find((namespace) => namespace.inode === inode);
  if (!named) return fail(`No namespace has the inode ${inode} now.`, "Read it again, in the shell that `workshop` started.");
  if (named.type !== "uts") {
    return fail(
      `${inode} is a namespace, but of another type: ${linkOf(named)}.`,
      "Asked is the one that holds the host name: `uts`.",
      [host],
    );
  }
  if (named.initial) {
    return fail(
      `${linkOf(named)} is the host's UTS namespace, the one of PID 1.`,
      shell
        ? `Whose PID is 1? Not your shell's: in the workshop that is process ${shell.pid}. There, \`$$\` is the shell's own PID.`
        : "Your shell is not in the workshop: start one there with `workshop`, then read that shell's link.",
      [host],
    );
  }
  return fail(
    `${linkOf(named)} is the UTS namespace of process ${pidsIn(named)[0]}, which is not in the workshop.`,
    "Leave it with `exit` until the prompt says `root@workshop`, and read again.",
    [host],
  );
};
