import { type Namespace, namespaceTypes, type Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { newNamespaces } from "../../../web/lab/namespaces.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { linkOf, type Pin, pidsIn, pinEvidence, pinsOf } from "../pins.ts";

/** A mount of a namespace on the host, which was not kept by one when the step began, and no process is in it. */
export const keepAlive: Check = (context) => {
  const { now, since } = context;
  const before = pinsOf(since);
  const kept = new Set(before.map(({ namespace }) => namespace.key));
  const pins = pinsOf(now).filter((pin) => !before.some(({ mount }) => isSameMount(mount, pin.mount)));
  const fresh = pins.filter(({ namespace }) => !namespace.initial && !kept.has(namespace.key));
  const done = fresh.find(({ namespace }) => namespace.type !== "pid" && pidsIn(namespace).length === 0);
  if (done) return pass(pinEvidence(done));
  const [pin] = fresh;
  if (pin) return notEmpty(pin, now);
  const [useless] = pins;
  return useless ? nothingNew(useless) : notPinned(context);
};

function isSameMount(one: Pin["mount"], other: Pin["mount"]): boolean {
  return one.root === other.root && one.mountPoint === other.mountPoint;
}

function notEmpty(pin: Pin, now: Snapshot): Verdict {
  const [pid] = pidsIn(pin.namespace);
  if (pid === undefined) {
    return fail(
      `${pin.mount.mountPoint} keeps ${linkOf(pin.namespace)}, whose first process has ended: nobody can enter it any more.`,
      "A PID namespace is over with its PID 1, whoever keeps it. Take another type, such as uts.",
      [pinEvidence(pin)],
    );
  }
  return fail(
    `${pin.mount.mountPoint} keeps ${linkOf(pin.namespace)}, but process ${pid} (${now.processes.get(pid)?.name}) is still in it.`,
    "Pinned it is; now let that process end, and see that the namespace stays.",
    [pinEvidence(pin)],
  );
}

function nothingNew(pin: Pin): Verdict {
  const { mount, namespace } = pin;
  if (namespace.initial) {
    return fail(
      `${mount.mountPoint} pins ${linkOf(namespace)}: the host's own, which needs nobody to keep it.`,
      "You bound the link of a process that was still in the host's namespace. First make the new namespace, then bind the link of a process that is in it.",
      [pinEvidence(pin)],
    );
  }
  return fail(
    `${mount.mountPoint} pins ${linkOf(namespace)}, which another mount kept before.`,
    "You bound the link of a process that had not left it. First make a new namespace, then bind the link of a process in that one.",
    [pinEvidence(pin)],
  );
}

/** New namespaces that something else keeps. */
function notPinned(context: CheckContext): Verdict {
  const made = namespaceTypes.flatMap((type) => newNamespaces(type, context));
  const namespace = made.find((candidate) => pidsIn(candidate).length === 0) ?? made[0];
  if (!namespace) return fail("No mount on the host keeps a namespace that was not kept before.");
  return fail(
    `${linkOf(namespace)} is new, but only ${keeperOf(namespace)} keeps it.`,
    "It goes when that ends. Bind `/proc/PID/ns/…` of a process in it to a file, from a shell in the host's mount namespace.",
    [{ path: `/proc/*/ns/${namespace.type}`, value: linkOf(namespace) }],
  );
}

function keeperOf({ holders: [holder] }: Namespace): string {
  switch (holder?.kind) {
    case "mount":
      return `the mount ${holder.path} in another mount namespace, mnt:[${holder.mountNamespace}],`;
    case "descriptor":
      return `descriptor ${holder.fd} of process ${holder.pid}`;
    default:
      return `process ${holder?.pid}`;
  }
}
