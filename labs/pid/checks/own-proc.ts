import type { Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { type FoundFile, filesFound, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { inNew, isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { insiders, nameOf } from "../pids.ts";

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
  const files = filesFound(found, key);
  if (!files) return unknown("What /proc shows to whom could not be read just now.");
  const host = shownTo(1, files);
  if (host.value !== namespaceLink("pid", now.initial.pid)) {
    return fail(
      `You covered the host's own /proc: everybody on the host sees the processes of ${host.value} there.`,
      "The shell that mounted has a PID namespace of its own, but the host's mount namespace. Take the mount away with `umount /proc`, then ask for both: `unshare --pid --fork --mount bash`.",
      [host],
    );
  }
  const inside = insiders(now);
  const done = inside.find(({ pid, namespaces }) => shownTo(pid, files).value === namespaceLink("pid", namespaces.pid));
  if (done) return pass(shownTo(done.pid, files), ...namespaceEvidence(now, done, "pid"));
  const [first] = inside;
  if (!first) return nobodyInside(context);
  const elsewhere = inside.find((process) => procMounts(now, process).length > 0);
  if (elsewhere) {
    const [mountPoint] = procMounts(now, elsewhere);
    return fail(
      `Process ${nameOf(elsewhere)} sees another proc at ${mountPoint}, but its /proc shows ${shownTo(elsewhere.pid, files).value}.`,
      "ps reads /proc and nothing else: mount it there.",
      [shownTo(elsewhere.pid, files), ...namespaceEvidence(now, elsewhere, "pid")],
    );
  }
  const prepared = inside.find((process) => isAway(now, process, "mnt"));
  const process = prepared ?? first;
  return fail(
    `Process ${nameOf(process)} is in ${namespaceLink("pid", process.namespaces.pid)}, but ps reads /proc, and that shows it ${shownTo(process.pid, files).value}.`,
    prepared &&
      "A new mount namespace begins as a copy, so its /proc is the old one. From a process inside, mount a fresh one over it: `mount -t proc proc /proc`.",
    [shownTo(process.pid, files), ...namespaceEvidence(now, process, "pid")],
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

function shownTo(pid: number, files: readonly FoundFile[]): Evidence {
  const path = `/proc/${pid}/root/proc/1/ns/pid`;
  const file = files.find((candidate) => candidate.path === path && candidate.errno === 0);
  return {
    path,
    value: file ? new TextDecoder().decode(file.data) : "nothing",
    note: "number 1 in its /proc",
  };
}

function procMounts(now: Snapshot, { namespaces }: Process): string[] {
  const mounts = namespaces.mnt === undefined ? undefined : now.mounts.get(namespaces.mnt)?.mounts;
  return (mounts ?? []).flatMap(({ type, mountPoint }) =>
    type === "proc" && !mountPoint.startsWith("/proc") ? [mountPoint] : [],
  );
}
