import type { Process } from "../../web/kernel/snapshot.ts";
import type { InquiryContext } from "../../web/lab/lab.ts";
import { plantIn } from "../../web/lab/scene.ts";

type Given = Pick<InquiryContext, "now" | "scene">;

/** The first process of a container that the setup started; undefined when it is gone. */
export function planted({ now, scene }: Given, name: "plain" | "privileged"): Process | undefined {
  const runtime = plantIn(now, scene, name);
  return [...now.processes.values()].find((process) => process.parent === runtime?.pid);
}

/** First processes of other containers, the newest first. */
export function others(given: Given): Process[] {
  const { now } = given;
  const known = [planted(given, "plain")?.pid, planted(given, "privileged")?.pid];
  return [...now.processes.values()].filter((process) => isFirst(process) && !known.includes(process.pid)).toReversed();
}

/** PID 1 of a PID namespace; the host's is the agent, which no look shows. */
function isFirst(process: Process): boolean {
  return process.namespacedPids.at(-1) === 1;
}
