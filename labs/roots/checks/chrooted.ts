import type { Check } from "../../../web/lab/lab.ts";
import { isAway } from "../../../web/lab/namespaces.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { isJailed, rootEvidence } from "../roots.ts";
import { pivotedProcesses } from "./pivoted.ts";

/** A process whose root is another directory, in the host's mount namespace. */
export const chrooted: Check = (context) => {
  const { now } = context;
  const processes = learnersProcesses(now, context);
  const jailed = processes.filter(isJailed);
  const done = jailed.find((process) => !isAway(now, process, "mnt"));
  if (done)
    return pass(rootEvidence(done), {
      path: `/proc/${done.pid}/ns/mnt`,
      value: `mnt:[${done.namespaces.mnt}]`,
      note: "the host's",
    });
  const [elsewhere] = [...jailed, ...pivotedProcesses(context)];
  if (elsewhere) {
    return fail(
      `Process ${nameOf(elsewhere)} has another root, but also another mount namespace.`,
      "That is more than chroot does. Here see what it does alone: `chroot /srv/jail /bin/sh`.",
      [rootEvidence(elsewhere)],
    );
  }
  const inside = processes.find(({ cwd }) => cwd?.startsWith("/srv/jail"));
  if (inside) {
    return fail(
      `Process ${nameOf(inside)} works in ${inside.cwd}, but its root is still /.`,
      "Going there is not enough: chroot(2) changes what / means to a process. Name a program that lies inside: `chroot /srv/jail /bin/sh`.",
      [rootEvidence(inside)],
    );
  }
  return fail("The root of every process is the host's.", undefined);
};
