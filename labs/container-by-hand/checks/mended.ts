import type { Process } from "../../../web/kernel/snapshot.ts";
import { filesFound, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf, newProcesses } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostProcs, mountEvidence } from "../host-procs.ts";
import { linkAt } from "../link-at.ts";

/** Whose processes the proc of each new container shows. */
export function askProcs(context: InquiryContext): Inquiry[] {
  return containers(context)
    .filter((process) => isAway(context.now, process, "mnt"))
    .slice(-4)
    .map(({ pid }) => ({
      kind: "files",
      key: procOf(pid),
      queries: [{ directory: procOf(pid), files: [{ operation: "readlink", path: "1/ns/pid" }] }],
    }));
}

/** A container as the demo makes them, and no proc of it, or of the demo before, in the host's mounts. */
export const mended: Check = (context) => {
  const { now } = context;
  const inside = containers(context);
  const [leaked] = hostProcs(now);
  const wasThere = hostProcs(context.since).some(({ mountPoint }) => mountPoint === leaked?.mountPoint);
  const [any] = inside;
  const apart = inside.find((process) => isAway(now, process, "mnt"));
  if (any && !apart)
    return fail(
      `Process ${nameOf(any)} is in a PID and a UTS namespace of its own, and in the host's mount namespace: what it mounts is mounted everywhere.`,
      "Add CLONE_NEWNS to the flags in /srv/demo.c, and compile it again: `cc -o /usr/local/bin/demo /srv/demo.c`.",
      namespaceEvidence(now, any, "mnt"),
    );
  if (leaked)
    return fail(
      `On the host a proc is still mounted at ${leaked.mountPoint}.`,
      any &&
        (wasThere
          ? `Mending the program doesn't take it away: \`umount ${leaked.mountPoint}\`.`
          : `A new leak: the host's / is shared, so a mount in the new namespace goes out. Call mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) before; and \`umount ${leaked.mountPoint}\`.`),
      [mountEvidence(1, leaked)],
    );
  if (!apart) return fail("No container of yours runs since this step began.", undefined);
  const shown = (pid: number) => linkAt(filesFound(context.found, procOf(pid)) ?? [], `${procOf(pid)}/1/ns/pid`);
  const done = inside.find(({ pid, namespaces }) => shown(pid) === namespaceLink("pid", namespaces.pid));
  const evidence = ({ pid }: Process) => ({ path: `${procOf(pid)}/1/ns/pid`, value: shown(pid) ?? "not there" });
  if (!done)
    return fail(
      `Process ${nameOf(apart)} has no /proc of its own.`,
      "It shall see its own processes: mount proc inside, at /proc of its root, in its own mount and PID namespace.",
      [evidence(apart), ...namespaceEvidence(now, apart, "pid"), ...namespaceEvidence(now, apart, "mnt")],
    );
  return pass(evidence(done), ...namespaceEvidence(now, done, "mnt"));
};

function containers(context: InquiryContext): Process[] {
  return newProcesses(context).filter((process) => isAway(context.now, process, "pid") && isAway(context.now, process, "uts"));
}

function procOf(pid: number): string {
  return `/proc/${pid}/root/proc`;
}
