import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { type Attempt, triedAs, tryAs } from "../../../web/lab/try-as.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { isPlanted, labelEvidence, profileOf } from "../profiles.ts";

const mount: Attempt = { action: "mount", to: "/mnt" };
const readConfiguration: Attempt = { action: "read", to: "/srv/app/app.conf" };
const sysAdmin = 1n << 21n;

/** Those under a profile of the learner's are asked, at most three of them. In kill mode to be asked would be the end of them. */
export function tryMount(context: InquiryContext): Inquiry[] {
  return tryAs("mount", confined(context, "enforce"), [mount, readConfiguration]);
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
  const answers = processes.map((process) => ({
    process,
    mount: triedAs(context.found, "mount", process, mount),
    read: triedAs(context.found, "mount", process, readConfiguration),
  }));
  const done = answers.find((answer) => answer.mount === "EACCES" && isAdmin(answer.process) && answer.read === "allowed");
  if (done) return pass(...evidence(done));
  const [{ process, mount: mounted, read } = { process: first, mount: "", read: "" }] = answers;
  const looked = evidence({ process, mount: mounted });
  const profile = profileOf(process)?.name;
  if (mounted === "allowed") {
    return fail(
      `Process ${nameOf(process)} was asked to mount a tmpfs on /mnt, and the kernel let it: the profile ${profile} as it is loaded allows that.`,
      "Take the line `mount,` out of the profile (what it does not name is refused) or write `deny mount,`, and load it again with `apparmor_parser --replace`: a file that is only saved changes nothing.",
      looked,
    );
  }
  if (!isAdmin(process)) {
    return fail(
      `Process ${nameOf(process)} may not mount, but it has no CAP_SYS_ADMIN either: it could not without a profile.`,
      "Here the profile alone is to stop it. Let it be root with all its capabilities.",
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

function evidence({ process, mount: answer }: { readonly process: Process; readonly mount: string }): Evidence[] {
  return [
    labelEvidence(process),
    { path: `/proc/${process.pid}/status`, value: `CapEff: ${process.capabilities.effective.toString(16).padStart(16, "0")}` },
    { path: `try-as ${process.pid} mount /mnt`, value: answer, note: "what the kernel answered it" },
  ];
}
