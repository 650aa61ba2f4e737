import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import type { Scene } from "../../../web/lab/scene.ts";
import { type Attempt, triedAs, tryAs } from "../../../web/lab/try-as.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { labelEvidence, profileOf } from "../profiles.ts";

const readConfiguration: Attempt = { action: "read", to: "/srv/app/app.conf" };

/**
 * A domain shows in no file of the kernel's. So a process is asked to open the key itself, and beside it a program of the same user in the
 * same mount namespace, outside the domain: what only the first is refused, the domain refuses.
 */
export function tryKey(context: InquiryContext): Inquiry[] {
  const processes = rootless(context);
  const worlds = new Map(processes.map((process) => [outside(process), process]));
  const asThey = [...worlds].map(
    ([name, target]): Inquiry => ({
      kind: "probe",
      key: name,
      target,
      enter: ["mnt", "root"],
      ids: { uid: target.uid.effective, gid: target.gid.effective },
      argv: ["head", "-c1", keyOf(context.scene)],
    }),
  );
  return [...tryAs("key", processes, [readKey(context.scene), readConfiguration]), ...asThey];
}

export const landlocked: Check = (context) => {
  const { found, scene } = context;
  const key = keyOf(scene);
  const processes = rootless(context);
  if (processes.length === 0) {
    return fail(
      "Every process of yours runs as root.",
      "Landlock asks for no privilege, and that is what is to be shown: become student first, with `su - student`.",
    );
  }
  const answers = processes.map((process) => ({
    process,
    key: triedAs(found, "key", process, readKey(scene)),
    configuration: triedAs(found, "key", process, readConfiguration),
    others: probeSucceeded(found, outside(process)),
  }));
  const refused = answers.filter((answer) => answer.key !== "allowed");
  const done = refused.find(({ process, configuration, others }) => others && configuration === "allowed" && !profileOf(process));
  if (done) return pass(...evidence(done.process, key, done.key));
  const [near] = refused;
  if (!near) {
    const [{ process } = { process: processes[0] as Process }] = answers;
    return fail(
      `Process ${nameOf(process)} runs as uid ${process.uid.effective}, and may read ${key}.`,
      process.noNewPrivs
        ? "If it is in a domain, that names the key or a directory above it. Name only what it needs: `--ro /usr --ro /srv/app`."
        : undefined,
      evidence(process, key, "allowed"),
    );
  }
  const { process, configuration, others } = near;
  const looked = evidence(process, key, near.key);
  const profile = profileOf(process);
  if (profile) {
    return fail(
      `Process ${nameOf(process)} may not read ${key}, but it is under the AppArmor profile ${profile.name}.`,
      "Leave the shell that is under it (`exit`), and start from one that is unconfined: here Landlock alone is to do it.",
      looked,
    );
  }
  if (!others) {
    return fail(
      `Process ${nameOf(process)} may not read ${key} (${near.key}), but neither may any other program of uid ${process.uid.effective} in its mount namespace.`,
      "So it is the file's mode, or a mount that hides it. Leave the file as it is, mode 644, where it is: only the domain is to make the difference.",
      looked,
    );
  }
  return fail(
    `Process ${nameOf(process)} may not read ${key}, but it may not read /srv/app/app.conf either (${configuration}).`,
    "What is not named is out of reach: name the app's directory too, `--ro /srv/app`.",
    looked,
  );
};

/** At most two: those first that may gain no privileges, as Landlock makes sure of that, and of these the youngest. */
function rootless({ now, scene }: InquiryContext): Process[] {
  return learnersProcesses(now, { scene })
    .filter(({ uid }) => !Object.values(uid).includes(0))
    .toSorted((one, other) => Number(other.noNewPrivs) - Number(one.noNewPrivs) || Number(other.startTime - one.startTime))
    .slice(0, 2);
}

function keyOf({ facts }: Scene): string {
  return facts.get("key") ?? "";
}

function readKey(scene: Scene): Attempt {
  return { action: "read", to: keyOf(scene) };
}

function outside({ uid, gid, namespaces, root }: Process): string {
  return `as ${uid.effective}:${gid.effective} in ${namespaces.mnt} ${root}`;
}

function evidence(process: Process, key: string, answer: string): Evidence[] {
  return [
    { path: `/proc/${process.pid}/status`, value: `Uid: ${process.uid.effective}, NoNewPrivs: ${Number(process.noNewPrivs)}` },
    labelEvidence(process),
    { path: `try-as ${process.pid} read ${key}`, value: answer, note: "what the kernel answered it" },
  ];
}
