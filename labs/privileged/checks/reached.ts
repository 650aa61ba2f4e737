import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { plantIn } from "../../../web/lab/scene.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";
import { planted } from "../containers.ts";
import { isOfHelper } from "../helpers.ts";

const disk = "/srv/disk.img";
const corePattern = "/proc/sys/kernel/core_pattern";
const original = "the host's disk, as it was";

/**
 * The first line of the disk; where that is another than it was, who last opened it for writing and who last wrote to core_pattern
 * (`files/openers.c`), and who wrote to the file that it is (`files/writers.c`).
 */
const script = `
echo "$(head -c 256 ${disk} | head -n 1 | tr -d '\\000')"
head -n 1 ${disk} | grep -aq "^${original}" || { /run/openers && /run/writers "$1"; }`;

export function readOpeners({ now, scene }: InquiryContext): Inquiry[] {
  const writers = plantIn(now, scene, "writers");
  return [{ kind: "probe", key: "openers", argv: ["sh", "-c", script, "sh", `${writers?.pid}`], timeoutMs: 30_000 }];
}

/** The host's disk was changed, by the privileged container: by a process of its PID namespace, or by one that it had the host's kernel start. */
export const reached: Check = (context) => {
  const [line = "", opened, set, ...wrote] = neededProbe(context.found, "openers").output.trimEnd().split("\n");
  const changed: Evidence = { path: disk, value: line, note: "the first line of the host's disk, read on the host" };
  if (line.startsWith(original)) return fail("The host's disk is as it was.", undefined, [changed]);
  // equivalent: that it can't be read can't be had on demand
  if (!opened || !set) return unknown("Who opened the host's disk could not be read just now.");
  const opener = parseNote(opened);
  if (opener.isInside) {
    return pass(changed, {
      path: "/dev/loop0",
      value: `opened for writing by process ${opener.pid}`,
      note: "of the privileged container: a BPF program looked at its PID namespace",
    });
  }
  const helper = [opener.pid, ...wrote.map(Number)].find((pid) => isOfHelper(pid, context.events));
  if (helper === undefined) {
    return fail(
      opener.pid === 0
        ? `The disk now begins with "${line}", but nobody has opened /dev/loop0 for it: the file below was written to.`
        : `The disk now begins with "${line}"; who opened it, process ${opener.pid}, was not of the privileged container.`,
      "Write it from inside: `crun exec privileged sh`, and there `hostname > /dev/loop0`. Whatever else has written here was not that container.",
      [changed],
    );
  }
  const started: Evidence = {
    path: helper === opener.pid ? "/dev/loop0" : disk,
    value: `written to by process ${helper}`,
    note: "a program that the host's kernel started, or a child of one",
  };
  const setter = parseNote(set);
  if (setter.isInside)
    return pass(changed, started, {
      path: corePattern,
      value: `written to by process ${setter.pid}`,
      note: "of the privileged container",
    });
  const agent = releaseAgent(context);
  if (agent) return pass(changed, started, agent);
  return fail(
    `The disk now begins with "${line}", written by a program that the host's kernel started, and nothing shows that the privileged container had it do so.`,
    `It has to be the container that names the program: \`crun exec privileged sh\`, and there write to ${corePattern}.`,
    [changed, started],
  );
};

interface Note {
  readonly isInside: boolean;
  /** 0: nobody was noted. */
  readonly pid: number;
}

function parseNote(text: string): Note {
  const [where, pid] = text.split(" ");
  return { isInside: where === "1", pid: Number(pid) };
}

/** A hierarchy of version 1 that is mounted in the container: it names a program, too. */
function releaseAgent(context: CheckContext): Evidence | undefined {
  const mounts = context.now.mounts.get(planted(context, "privileged")?.namespaces.mnt ?? 0)?.mounts;
  const hierarchy = mounts?.find(({ type }) => type === "cgroup");
  return hierarchy && { path: `${hierarchy.mountPoint}/release_agent`, value: "mounted in the privileged container" };
}
