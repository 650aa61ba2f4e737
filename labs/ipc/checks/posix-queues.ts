import type { Mount, Process } from "../../../web/kernel/snapshot.ts";
import { filesFound, type Inquiry, probeFound, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { InquiryContext, Step } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

const most = 4;
/** The device of an IPC namespace's own mqueue file system. It is mounted where nobody else sees it. */
const ownDevice = ["unshare", "--mount", "sh", "-c", "mount -t mqueue mqueue /mnt && mountpoint --fs-devno /mnt"];

interface Seen {
  readonly process: Process;
  readonly mount: Mount;
}

/** A process sees the mqueue file system of its own IPC namespace, which is not the host's. */
export const posixQueues: Pick<Step, "inquire" | "check"> = {
  inquire: (context) => {
    const targets = new Map(
      others(context)
        .toReversed()
        .map(({ process }) => [keyOf(process), process]),
    );
    const probes = [...targets]
      .slice(0, most)
      .map(([key, target]): Inquiry => ({ kind: "probe", key, target, enter: ["ipc"], argv: ownDevice }));
    return [
      { kind: "files", key: "host", queries: [{ directory: "/dev/mqueue", files: [{ operation: "lstat", path: "*" }] }] },
      ...probes,
    ];
  },
  check: (context) => {
    const { now, found } = context;
    const seen = mounted(context);
    const [first] = [...now.processes.values()].filter((process) => isAway(now, process, "ipc"));
    if (!first) {
      return fail(
        "No process is in an IPC namespace of its own any more.",
        "Start a shell in a new one and stay in it; the mount is to be made by a process that is in it.",
      );
    }
    const foreign = others(context);
    // equivalent: only a process that ends at this moment can't be asked
    if (foreign.length > 0 && foreign.every(({ process }) => !probeSucceeded(found, keyOf(process))))
      return unknown("Which mqueue file system is the namespace's own could not be seen just now.");
    const done = foreign.find(({ process, mount }) => probeFound(found, keyOf(process))?.output.trim() === mount.device);
    if (done) return pass(mountEvidence(done), ...namespaceEvidence(now, done.process, "ipc"));
    const [other] = foreign;
    if (other) {
      return fail(
        `The mqueue file system that process ${other.process.pid} (${other.process.name}) sees at ${other.mount.mountPoint} is of a third IPC namespace.`,
        "A mount belongs to the namespace that made it. Make it from a process that is in the same one.",
        [mountEvidence(other)],
      );
    }
    const created = (filesFound(found, "host") ?? []).find(({ path }) => path !== "/dev/mqueue/orders");
    const evidence = seen.map(mountEvidence);
    if (created) {
      return fail(
        `The queue ${created.path} is the host's: you made it through a mount of the host's IPC namespace.`,
        `Entering another IPC namespace changes no mount. Mount mqueue once more, from process ${first.pid} (${first.name}) or another that is in ${namespaceLink("ipc", first.namespaces.ipc)}.`,
        evidence,
      );
    }
    const [one, again] = seen.filter(({ process }) => process === first);
    if (!one) {
      return fail(
        `Process ${first.pid} (${first.name}) sees no mqueue file system at all.`,
        "Mount one: `mount -t mqueue mqueue DIRECTORY`.",
      );
    }
    return fail(
      `What process ${first.pid} (${first.name}) sees at ${(again ?? one).mount.mountPoint} is the host's mqueue file system.`,
      again ? "It was mounted by a process in the host's IPC namespace. Mount it from inside." : undefined,
      evidence,
    );
  },
};

/** The mqueue file systems that processes in other IPC namespaces see. */
function mounted({ now }: InquiryContext): Seen[] {
  return [...now.processes.values()].flatMap((process) =>
    isAway(now, process, "ipc")
      ? (now.mounts.get(process.namespaces.mnt ?? 0)?.mounts ?? [])
          .filter(({ type }) => type === "mqueue")
          .map((mount) => ({ process, mount }))
      : [],
  );
}

/** Of these, those that are not the host's. */
function others(context: InquiryContext): Seen[] {
  return mounted(context).filter(({ mount }) => mount.device !== context.scene.facts.get("mqueue"));
}

function keyOf({ namespaces }: Process): string {
  return `own ${namespaces.ipc}`;
}

function mountEvidence({ process, mount }: Seen): Evidence {
  return { path: `/proc/${process.pid}/mountinfo`, value: `${mount.device} ${mount.mountPoint} mqueue`, note: process.name };
}
