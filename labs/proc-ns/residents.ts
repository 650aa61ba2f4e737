import type { Process } from "../../web/kernel/snapshot.ts";
import { statsOf } from "../../web/lab/file-facts.ts";
import { type FilesInquiry, neededFiles } from "../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../web/lab/lab.ts";
import { arrivedIn } from "../../web/lab/namespaces.ts";
import { newProcesses } from "../../web/lab/processes.ts";
import { Unseen } from "../../web/lab/verdict.ts";
import { type Pin, pinsOf, workshopOf } from "./pins.ts";

/** A process of the learner's in a namespace that a mount of theirs keeps. */
export interface Resident {
  readonly process: Process;
  readonly pin: Pin;
}

/** The learner's own, of any type but `pid`: that is over with its first process. */
export function ownPins({ now, scene }: InquiryContext): Pin[] {
  const workshop = workshopOf(scene);
  return pinsOf(now).filter(({ namespace: { initial, inode, type } }) => !initial && inode !== workshop && type !== "pid");
}

/** Who is in one of them and was not when the step began. */
export function residents(context: InquiryContext): Resident[] {
  return ownPins(context).flatMap((pin) => arrivedIn(pin.namespace, context).map((process) => ({ process, pin })));
}

/**
 * Whoever made a namespace and stays in it is in the same state as one who joined it, but is older than the mount: its folder in `/proc`,
 * which the mount's source led through, was looked up before the namespace's file was.
 */
export function askAges(context: InquiryContext): FilesInquiry[] {
  return residents(context).map(({ process: { pid }, pin: { namespace } }) => ({
    kind: "files",
    key: `ages ${pid} ${namespace.type}`,
    queries: [
      {
        directory: `/proc/${pid}`,
        files: [
          { operation: "stat", path: "" },
          { operation: "stat", path: `ns/${namespace.type}` },
        ],
      },
    ],
  }));
}

/**
 * A process that was elsewhere when the step began has moved: whether by setns, or by unshare into one that it made and kept itself, the
 * kernel does not tell, so it counts. Another one has joined if it came from outside, after the namespace was kept.
 */
export function hasJoined({ process, pin }: Resident, context: CheckContext): boolean {
  if (!newProcesses(context).includes(process)) return true;
  const { type, inode } = pin.namespace;
  if (context.now.processes.get(process.parent)?.namespaces[type] === inode) return false;
  const files = neededFiles(context.found, `ages ${process.pid} ${type}`);
  const [folder, namespace] = statsOf(files).map(({ modified }) => modified);
  return (folder ?? gone(process)) > (namespace ?? gone(process));
}

function gone({ pid }: Process): never {
  throw new Unseen(`Process ${pid} could not be looked at just now.`);
}
