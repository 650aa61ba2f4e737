import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, probeFound, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { isRootAsStudent } from "./user-namespace.ts";

interface Deed {
  readonly what: string;
  /** What the guide says to type. */
  readonly command: string;
  /** What is tried in its place, when that comes to the same sooner. */
  readonly argv?: readonly string[];
}

/** What the guide lists: each is tried in the learner's user namespace, as its root, and leaves nothing behind. */
const deeds = {
  a: {
    what: "set the machine's host name",
    command: 'hostname "$(hostname)"',
    argv: ["busybox", "sh", "-c", 'read -r name </proc/sys/kernel/hostname; exec busybox hostname "$name"'],
  },
  b: { what: "read /etc/shadow", command: "head -c1 /etc/shadow", argv: ["busybox", "head", "-c1", "/etc/shadow"] },
  c: { what: "give student's file to daemon", command: "chown daemon /home/student && chown root /home/student" },
  d: {
    what: "make a network namespace and set its lo up",
    command: "unshare --net ip link set lo up",
    argv: ["busybox", "unshare", "-n", "busybox", "ip", "link", "set", "lo", "up"],
  },
  e: {
    what: "mount a tmpfs on the host's /mnt",
    command: "mount -t tmpfs none /mnt",
    argv: ["busybox", "mount", "-t", "tmpfs", "none", "/mnt"],
  },
  f: {
    what: "mount a tmpfs in a mount namespace of its own",
    command: "unshare --mount mount -t tmpfs none /mnt",
    argv: ["busybox", "unshare", "-m", "busybox", "mount", "-t", "tmpfs", "none", "/mnt"],
  },
} satisfies Record<string, Deed>;
type Letter = keyof typeof deeds;
const letters = Object.keys(deeds) as Letter[];

export function tryPowers({ now, scene, answer }: InquiryContext): Inquiry[] {
  const target = learnersProcesses(now, { scene }).find(isRootAsStudent);
  if (!target || answer === undefined) return [];
  return letters.map((letter) => probe(letter, target));
}

/** The letters answered are those of the deeds that succeed. */
export const powerless: Check = ({ now, scene, answer, found }) => {
  if (answer === undefined) return fail("You have not answered yet.", undefined);
  const target = learnersProcesses(now, { scene }).find(isRootAsStudent);
  if (!target) {
    return fail(
      "There is no root in a user namespace of student's any more to try it with.",
      "Make one again, as in the step before, and stay in it: `su - student`, then `unshare --user --map-root-user bash`.",
    );
  }
  const tried = letters.map((letter) => ({ letter, allowed: probeSucceeded(found, letter) }));
  const said = saidIn(answer.toLowerCase());
  const evidence = tried.map(({ letter, allowed }): Evidence => {
    const errors = probeFound(found, letter)?.errors.trim().split("\n")[0];
    return {
      path: deeds[letter].command,
      value: allowed ? "works" : (errors ?? ""),
      note: `${letter}: ${deeds[letter].what}`,
    };
  });
  const wrong = tried.find(({ letter, allowed }) => said.has(letter) !== allowed);
  if (!wrong) return pass(...evidence);
  const { letter, allowed } = wrong;
  if (allowed) {
    return fail(
      `“${letter}” is missing: to ${deeds[letter].what} worked in the user namespace of process ${target.pid}.`,
      "A new namespace belongs to the user namespace that made it, and there this root has every capability.",
    );
  }
  return fail(
    `“${letter}” is refused in the user namespace of process ${target.pid}: ${probeFound(found, letter)?.errors.trim()}`,
    "What belongs to the host is owned by the first user namespace, where this root is student without a capability.",
  );
};

/** Letters by themselves, or in one word where there are none. */
function saidIn(answer: string): Set<string> {
  return new Set((answer.match(/\b[a-f]\b/g) ?? answer.match(/\b[a-f]+\b/g))?.join(""));
}

function probe(letter: Letter, target: Process): Inquiry {
  const { command, argv = ["sh", "-c", command] }: Deed = deeds[letter];
  return { kind: "probe", key: letter, target, enter: ["user"], ids: { uid: 0, gid: 0 }, argv };
}
