import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf, newProcesses } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { hostProc, hostProcs, mountEvidence, mountsOf } from "../host-procs.ts";

/** A container as the demo makes them, and no proc of it, or of the demo before, in the host's mounts. */
export const mended: Check = (context) => {
  const { now } = context;
  const inside = newProcesses(context).filter(
    (process) => process.state !== "Z" && isAway(now, process, "pid") && isAway(now, process, "uts"),
  );
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
  const done = inside.flatMap((process) => {
    const own = isAway(now, process, "mnt")
      ? mountsOf(now, process.namespaces.mnt).find(
          ({ type, mountPoint, device }) => type === "proc" && mountPoint.endsWith("/proc") && device !== hostProc(now)?.device,
        )
      : undefined;
    return own ? [{ process, own }] : [];
  })[0];
  if (!done)
    return fail(
      `Process ${nameOf(apart)} has no /proc of its own.`,
      "It shall see its own processes: mount proc inside, in its own mount namespace.",
      namespaceEvidence(now, apart, "mnt"),
    );
  return pass(mountEvidence(done.process.pid, done.own), ...namespaceEvidence(now, done.process, "mnt"));
};
