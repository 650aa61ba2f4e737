import type { Process } from "../../../web/kernel/snapshot.ts";
import { type FileFacts, octalMode, setUserId, statsOf } from "../../../web/lab/file-facts.ts";
import { type Inquiry, neededFiles, probeFound } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

const helper = "/usr/local/bin/peek";
const student = { uid: 1000, gid: 1000 };

/** One process of each mount namespace, and those that may not gain privileges: as each of them, student runs the helper. */
export function tryHelper({ now, scene }: InquiryContext): Inquiry[] {
  const processes = learnersProcesses(now, { scene });
  // The first of each: a later one may have changed its root.
  const places = new Map(processes.toReversed().map((process) => [process.namespaces.mnt, process]));
  const lookers = [...places.values()].slice(0, 6);
  const bound = processes.filter(mayNotGain).slice(0, 3);
  const directories = ["/usr/local/bin", ...[...lookers, ...bound].map((process) => `${rootOf(process)}/usr/local/bin`)];
  const files = [{ operation: "lstat", path: "peek" }] as const;
  return [
    { kind: "files", key: "helper", queries: directories.map((directory) => ({ directory, files })) },
    ...lookers.map((target) => probe("mount", target, false)),
    ...bound.map((target) => probe("bound", target, true)),
  ];
}

/** The helper is as it was, and yet gives student nothing. */
export const uselessHelper: Check = (context) => {
  const { now, found } = context;
  const files = new Map(statsOf(neededFiles(found, "helper")).map((file) => [file.path, file]));
  const file = files.get(helper);
  if (!file || !isSetUserIdRoot(file)) {
    return fail(
      file ? `${helper} has mode ${octalMode(file)} and belongs to uid ${file.uid}.` : `${helper} is gone.`,
      "Here the file stays as it is, root's and with its bit: `chown root /usr/local/bin/peek; chmod 4755 /usr/local/bin/peek`. Take its power with the mount or with the process.",
    );
  }
  const processes = learnersProcesses(now, context);
  let givesRoot = false;
  let covered: { readonly process: Process; readonly other: FileFacts } | undefined;
  for (const process of processes) {
    const result = probeFound(found, key("bound", process)) ?? probeFound(found, key("mount", process));
    const got = result?.output.trim();
    givesRoot ||= got === "0";
    if (got !== undefined && got !== "0") {
      const other = files.get(`${rootOf(process)}${helper}`);
      // equivalent: what the process has just run is there
      if (other && !isSetUserIdRoot(other)) {
        covered = { process, other };
        continue;
      }
      const why = mayNotGain(process)
        ? { path: `/proc/${process.pid}/status`, value: "NoNewPrivs: 1", note: nameOf(process) }
        : { path: `/proc/${process.pid}/mountinfo`, value: "nosuid", note: nameOf(process) };
      return pass({ path: helper, value: `mode ${octalMode(file)}, and gives uid ${got}` }, why);
    }
  }
  if (covered) {
    const { process, other } = covered;
    return fail(
      `Process ${nameOf(process)} sees another file at ${helper}, of mode ${octalMode(other)}: something is mounted over it.`,
      "A cover takes no power from what is below. Unmount it, and let the very same file be reached through a `nosuid` mount, or by a process with no_new_privs.",
      [{ path: other.path, value: `mode ${octalMode(other)}, uid ${other.uid}` }],
    );
  }
  const bound = processes.find(({ noNewPrivs }) => noNewPrivs);
  if (bound) {
    return fail(
      `Process ${nameOf(bound)} may not gain privileges, but it has them all: its uid is ${bound.uid.effective}.`,
      "no_new_privs keeps whoever is not root from becoming it. Become student as well: `setpriv --reuid 1000 --regid 1000 --clear-groups --no-new-privs bash`.",
      [{ path: `/proc/${bound.pid}/status`, value: `NoNewPrivs: 1, Uid: ${bound.uid.effective}` }],
    );
  }
  if (!givesRoot) {
    return fail(
      `${helper} can't be run at all any more.`,
      "It shall run, and give student nothing: what takes its power is `nosuid`; `noexec` takes all of it from everybody.",
      [{ path: helper, value: `mode ${octalMode(file)}` }],
    );
  }
  const elsewhere = [...now.mounts.values()]
    .flatMap(({ mounts }) => mounts)
    .find(({ options, mountPoint }) => options.includes("nosuid") && isNear(mountPoint));
  return fail(
    `${helper} makes root of student: its effective uid is 0.`,
    elsewhere &&
      `${elsewhere.mountPoint} is mounted nosuid, but ${helper} lies on another mount, or nobody is where that mount is. \`findmnt -T ${helper}\` says which.`,
    [{ path: helper, value: `mode ${octalMode(file)}`, note: "run as uid 1000: euid 0" }],
  );
};

function isSetUserIdRoot({ mode, uid }: FileFacts): boolean {
  return (mode & setUserId) !== 0 && uid === 0;
}

/** As PID 1 reaches what a process sees. */
function rootOf({ pid }: Process): string {
  return `/proc/${pid}/root`;
}

function mayNotGain({ noNewPrivs, uid }: Process): boolean {
  return noNewPrivs && uid.effective !== 0;
}

/** What the image mounts nosuid lies elsewhere. */
function isNear(mountPoint: string): boolean {
  return /^\/(usr|srv|mnt|opt|home|root)/.test(mountPoint);
}

function key(kind: "mount" | "bound", { pid }: Process): string {
  return `${kind} ${pid}`;
}

function probe(kind: "mount" | "bound", target: Process, noNewPrivs: boolean): Inquiry {
  return {
    kind: "probe",
    key: key(kind, target),
    target,
    enter: ["mnt", "root"],
    ids: student,
    noNewPrivs,
    argv: [helper, "-u"],
  };
}
