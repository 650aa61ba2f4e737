import type { Process } from "../../web/kernel/snapshot.ts";
import type { InquiryContext } from "../../web/lab/lab.ts";
import { isSameProcess } from "../../web/lab/namespaces.ts";
import { learnersProcesses } from "../../web/lab/processes.ts";

/** Living processes that were not there when the step began, or had other capabilities then; the newest first. */
export function freshProcesses({ now, since, scene }: Pick<InquiryContext, "now" | "since" | "scene">): Process[] {
  return learnersProcesses(now, { scene })
    .filter((process) => {
      const before = since.processes.get(process.pid);
      if (process.state === "Z") return false;
      return !isSameProcess(process, before) || sets(process) !== sets(before as Process);
    })
    .toReversed();
}

function sets({ capabilities, noNewPrivs }: Process): string {
  return `${Object.values(capabilities).join(" ")} ${noNewPrivs}`;
}
