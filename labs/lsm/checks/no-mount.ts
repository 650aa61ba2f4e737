import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Findings, type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { type Attempt, type KernelAnswer, triedAs } from "../../../web/lab/try-as.ts";
import { type Evidence, fail, pass, Unseen } from "../../../web/lab/verdict.ts";
import { isPlanted, labelEvidence, profileOf } from "../profiles.ts";

const mount: Attempt = { action: "mount", to: "/mnt" };
const readConfiguration: Attempt = { action: "read", to: "/srv/app/app.conf" };
/** As `files/mounts.c` names the mount that the guide tries. */
const onMnt = "tmpfs on /mnt";
const sysAdmin = 1n << 21n;

interface Answer {
  readonly process: Process;
  /** The kinds of mounts that its label allows. */
  readonly kinds: readonly string[];
  /** What the kernel answered the process itself. */
  readonly mount: KernelAnswer;
  readonly read: KernelAnswer;
}

/**
 * Of each process what its label says to mounts of every kind (`files/mounts.c`, which leaves nothing behind); and if it allows none, what
 * the kernel answers the process itself.
 */
const script = `
for pid; do
  echo "pid $pid"
  kinds=$(/run/mounts "$pid") || continue
  echo "$kinds"
  case $kinds in *": allowed"*) ;; *) try-as "$pid" ${mount.action} ${mount.to} ${readConfiguration.action} ${readConfiguration.to} ;; esac
done
true`;

/** Those under a profile of the learner's are asked, at most three of them. In kill mode to be asked would be the end of them. */
export function tryMount(context: InquiryContext): Inquiry[] {
  const pids = confined(context, "enforce").map(({ pid }) => `${pid}`);
  return pids.length === 0 ? [] : [{ kind: "probe", key: "mount", argv: ["sh", "-c", script, "sh", ...pids] }];
}

/** The kinds of mounts that its label allows. Throws `Unseen` when it could not be asked. */
function allowedKinds(found: Findings, { pid }: Process): string[] {
  const [, ...blocks] = neededProbe(found, "mount").output.split(/^pid /m);
  const [, ...lines] =
    blocks
      .find((block) => block.startsWith(`${pid}\n`))
      ?.trimEnd()
      .split("\n") ?? [];
  // equivalent: that it has gone just then can't be had on demand
  if (lines.length === 0) throw new Unseen(`Process ${pid} could not be asked just now.`);
  return lines.flatMap((line) => /^kind (.+): allowed$/.exec(line)?.[1] ?? []);
}

/** With CAP_SYS_ADMIN, and refused by the profile: EACCES, where a missing capability is EPERM. The app's own file stays readable. */
export const noMount: Check = (context) => {
  const processes = confined(context, "enforce");
  const [first] = processes;
  if (!first) {
    const [killed] = confined(context, "kill");
    if (killed) {
      return fail(
        `Process ${nameOf(killed)} is under ${profileOf(killed)?.name}, in kill mode: it would be ended if it were asked to mount something.`,
        "Take `kill` out of the profile's flags, and load it again with `apparmor_parser --replace`: then what it does not name is refused, and the program told.",
        [labelEvidence(killed)],
      );
    }
    return fail(
      "No process of yours is under a profile that is enforced.",
      "The step before has it: `aa-exec -p box -- bash`, and stay in that shell.",
    );
  }
  const answers = processes.map((process): Answer => {
    const kinds = allowedKinds(context.found, process);
    const tried = (attempt: Attempt) => (kinds.length > 0 ? "not asked" : triedAs(context.found, "mount", process, attempt));
    return { process, kinds, mount: tried(mount), read: tried(readConfiguration) };
  });
  const done = answers.find((answer) => answer.mount === "EACCES" && isAdmin(answer.process) && answer.read === "allowed");
  if (done) return pass(...evidence(done));
  const [near = { process: first, kinds: [], mount: "", read: "" }] = answers;
  const { process, kinds, mount: mounted, read } = near;
  const looked = evidence(near);
  const profile = profileOf(process)?.name;
  if (!isAdmin(process)) {
    return fail(
      `Process ${nameOf(process)} may not mount, but it has no CAP_SYS_ADMIN either: it could not without a profile.`,
      "Here the profile alone is to stop it. Let it be root with all its capabilities.",
      looked,
    );
  }
  if (kinds.includes(onMnt)) {
    return fail(
      `Process ${nameOf(process)} may mount a tmpfs on /mnt: the profile ${profile} as it is loaded allows that.`,
      "Take the line `mount,` out of the profile (what it does not name is refused) or write `deny mount,`, and load it again with `apparmor_parser --replace`: a file that is only saved changes nothing.",
      looked,
    );
  }
  if (kinds.length > 0) {
    return fail(
      `Process ${nameOf(process)} may not mount a tmpfs on /mnt, but there are other mounts, and the profile ${profile} as it is loaded allows these: ${kinds.join(", ")}.`,
      "A rule with words behind `mount` is about some mounts only. Take `mount,` out, or write `deny mount,` with nothing behind it.",
      looked,
    );
  }
  if (mounted === "EACCES") {
    return fail(
      `Process ${nameOf(process)} may not mount, but it may not read /srv/app/app.conf either (${read}).`,
      `The profile ${profile} forbids more than it should: allow files again, with \`file,\`.`,
      looked,
    );
  }
  return fail(
    `Process ${nameOf(process)} may not mount: ${mounted}, not EACCES. CapEff shows CAP_SYS_ADMIN, so it was refused the use of the capability.`,
    "A profile can forbid that too, and with it much else. Leave it the capability (`capability,`) and forbid the mount.",
    looked,
  );
};

function confined({ now, scene }: InquiryContext, mode: "enforce" | "kill"): Process[] {
  const processes = learnersProcesses(now, { scene }).filter((process) => {
    const profile = profileOf(process);
    return profile?.mode === mode && !isPlanted(profile, scene);
  });
  return processes.toSorted((one, other) => Number(isAdmin(other)) - Number(isAdmin(one))).slice(0, 3);
}

function isAdmin({ capabilities }: Process): boolean {
  return (capabilities.effective & sysAdmin) !== 0n;
}

function evidence({ process, kinds, mount: answer }: Answer): Evidence[] {
  return [
    labelEvidence(process),
    { path: `/proc/${process.pid}/status`, value: `CapEff: ${process.capabilities.effective.toString(16).padStart(16, "0")}` },
    { path: `mounts that ${process.pid}'s label allows`, value: kinds.length === 0 ? "none" : kinds.join(", ") },
    { path: `try-as ${process.pid} mount /mnt`, value: answer, note: "what the kernel answered it" },
  ];
}
