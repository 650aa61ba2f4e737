import type { Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { type Findings, filesFound, fileText, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { inNew, isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { insiders } from "../pids.ts";

const key = "proc";
/** Each costs a readlink. */
const atMost = 40;

/** Whose processes does `/proc` show to each process? Number 1 in it tells. The host's own comes first. */
export function readProc({ now }: InquiryContext): Inquiry[] {
  const pids = [
    1,
    ...insiders(now)
      .slice(0, atMost)
      .map(({ pid }) => pid),
  ];
  const queries = pids.map((pid) => ({
    directory: `/proc/${pid}/root/proc/1`,
    files: [{ operation: "readlink" as const, path: "ns/pid" }],
  }));
  return [{ kind: "files", key, queries }];
}

/** A process to which `/proc` shows the PID namespace that it is in, while the host's `/proc` is still the host's. */
export const ownProc: Check = (context) => {
  const { now, found } = context;
  // equivalent: an agent that doesn't answer takes no look either
  if (!filesFound(found, key)) return unknown("What /proc shows to whom could not be read just now.");
  const host = shownTo(1, found);
  if (host.value !== namespaceLink("pid", now.initial.pid)) {
    return fail(
      `You covered the host's own /proc: everybody on the host sees the processes of ${host.value} there.`,
      "That was mounted in the host's mount namespace, or passed on to it. Take the mount away with `umount /proc`, then ask for both: `unshare --pid --fork --mount bash`.",
      [host],
    );
  }
  const inside = inNew("pid", context);
  const done = inside.find(({ pid, namespaces }) => shownTo(pid, found).value === namespaceLink("pid", namespaces.pid));
  if (done) return pass(shownTo(done.pid, found), ...namespaceEvidence(now, done, "pid"));
  const [first] = inside;
  if (!first) return nobodyInside(context);
  const elsewhere = inside.find((process) => procMounts(now, process).length > 0);
  if (elsewhere) {
    const [mountPoint] = procMounts(now, elsewhere);
    return fail(
      `Process ${nameOf(elsewhere)} sees another proc at ${mountPoint}, but its /proc shows ${shownTo(elsewhere.pid, found).value}.`,
      "ps reads /proc and nothing else: mount it there.",
      [shownTo(elsewhere.pid, found), ...namespaceEvidence(now, elsewhere, "pid")],
    );
  }
  const prepared = inside.find((process) => isAway(now, process, "mnt"));
  const process = prepared ?? first;
  return fail(
    `Process ${nameOf(process)} is in ${namespaceLink("pid", process.namespaces.pid)}, but ps reads /proc, and that shows it ${shownTo(process.pid, found).value}.`,
    prepared &&
      "A new mount namespace begins as a copy, so its /proc is the old one. From a process inside, mount a fresh one over it: `mount -t proc proc /proc`.",
    [shownTo(process.pid, found), ...namespaceEvidence(now, process, "pid")],
  );
};

const nobodyInside: Check = (context) => {
  const [other] = inNew("mnt", context);
  if (!other) {
    return fail(
      "No process is in a PID namespace of its own any more.",
      "The namespace ended with its number 1. Start another one: `unshare --pid --fork …`.",
    );
  }
  return fail(
    `Process ${nameOf(other)} has a mount namespace of its own, but its number is from the host's PID namespace.`,
    "A proc mount shows the PID namespace of whoever mounts it. Make a PID namespace, with `--pid --fork`, and mount from inside.",
    [...namespaceEvidence(context.now, other, "pid"), ...namespaceEvidence(context.now, other, "mnt")],
  );
};

function shownTo(pid: number, found: Findings): Evidence {
  const path = `/proc/${pid}/root/proc/1/ns/pid`;
  return { path, value: fileText(found, key, path) ?? "nothing", note: "number 1 in its /proc" };
}

/** Where a proc is mounted besides /proc. */
function procMounts(now: Snapshot, { namespaces }: Process): string[] {
  const seen = [...now.mounts.values()].find(({ inode }) => inode === namespaces.mnt);
  return (seen?.mounts ?? []).flatMap(({ type, mountPoint }) =>
    type === "proc" && !mountPoint.startsWith("/proc") ? [mountPoint] : [],
  );
}
