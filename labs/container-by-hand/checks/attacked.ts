import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass, Unseen } from "../../../web/lab/verdict.ts";
import { lightEvidence, seenLights } from "../lights.ts";

/** Asked for a process that a look shows to be a container, and again when that has changed: the battery takes some seconds. */
export function askAttack(context: InquiryContext): Inquiry[] {
  const process = chosen(context);
  if (!process) return [];
  const lights = seenLights(context, process);
  if (lights.some(({ met }) => !met)) return [];
  const { pid, startTime, namespaces, seccompFilters } = process;
  const mounts = context.now.mounts.get(namespaces.mnt ?? 0)?.mounts.map(({ id, options }) => [id, ...options]);
  const unlessChanged = JSON.stringify([pid, `${startTime}`, seccompFilters, lights, mounts]);
  return [{ kind: "probe", key: "attack", argv: ["attack", `${pid}`], timeoutMs: 60_000, unlessChanged }];
}

/** Every attack on the chosen container is refused. */
export const attacked: Check = (context) => {
  if (context.answer === undefined) return fail("You have not said which process shall be attacked.");
  const process = chosen(context);
  if (!process)
    return fail(
      `There is no process ${context.answer.trim()} of yours.`,
      "Its PID as the host sees it: `pgrep`, or the picture.",
    );
  const lights = seenLights(context, process);
  const missing = lights.find(({ met }) => !met);
  if (missing)
    return fail(
      `Process ${nameOf(process)} is no container: ${missing.name} is missing (${missing.path}: ${missing.value}).`,
      missing.hint,
      lights.map(lightEvidence),
    );
  const { output, errors } = neededProbe(context.found, "attack");
  const evidence = output.split("\n").flatMap(evidenceOf);
  const through = evidence.filter(({ met }) => !met);
  const names = through.map(({ path }) => path).join(", ");
  if (through[0]) return fail(`Attacks on process ${nameOf(process)} got through: ${names}.`, through[0].note, evidence);
  // equivalent: only a probe that failed ends otherwise, which no script can have it do
  if (!/ 0 got through, 0 could not be tried/.test(output)) throw new Unseen(`The attacks could not be made: ${errors.trim()}`);
  return pass(...evidence);
};

function chosen({ now, scene, answer }: InquiryContext): Process | undefined {
  const pid = Number(answer?.trim());
  return learnersProcesses(now, { scene }).find((process) => process.pid === pid);
}

/** `refused  mknod  EPERM  why` */
function evidenceOf(line: string): Evidence[] {
  const [, result, name = "", answer = "", why = ""] = /^(refused|THROUGH) +(\S+) +(\S+) +(.*)$/.exec(line) ?? [];
  return result === undefined ? [] : [{ path: name, value: `${result} ${answer}`, note: why, met: result === "refused" }];
}
