import type { Process } from "../../../web/kernel/snapshot.ts";
import { capabilitiesIn, capabilityEvidence, capabilitySet } from "../../../web/lab/capabilities.ts";
import { octalMode, setUserId, statsOf } from "../../../web/lab/file-facts.ts";
import { type Inquiry, neededFiles, probeSucceeded } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { freshProcesses } from "../fresh.ts";

const tool = "/srv/tools/again";
const lost = capabilitySet("cap_net_raw");

/** A program with everything that can be gained, executed with the sets of who has lost it. */
export function tryAgain(context: InquiryContext): Inquiry[] {
  return [
    { kind: "files", key: "tool", queries: [{ directory: "/srv/tools", files: [{ operation: "lstat", path: "again" }] }] },
    ...without(context).map((process) => ({
      kind: "probe" as const,
      key: key(process),
      noNewPrivs: process.noNewPrivs,
      argv: [...asProcess(process), tool, "-c", "1", "-w", "2", "127.0.0.1"],
    })),
  ];
}

/** Those who don't have it now; with one that may get it back no other has to be tried. */
function without(context: InquiryContext): Process[] {
  const candidates = withoutNow(context).filter((process) => !isAway(context.now, process, "user"));
  const bound = candidates.filter(
    ({ capabilities, noNewPrivs }) => noNewPrivs || ((capabilities.bounding | capabilities.inheritable) & lost) === 0n,
  );
  return [...bound, ...candidates].slice(0, 1);
}

function withoutNow(context: InquiryContext): Process[] {
  return freshProcesses(context).filter(({ capabilities }) => (capabilities.permitted & lost) === 0n);
}

/** The probe begins with all of root's: that no exec gives more than what is permitted now, is a bounding set to it. */
function asProcess({ capabilities, noNewPrivs, uid, gid }: Process): string[] {
  const bounding = noNewPrivs ? capabilities.bounding & capabilities.permitted : capabilities.bounding;
  const list = (mask: bigint) => ["-all", ...capabilitiesIn(mask).map((name) => name.replace("cap_", "+"))].join(",");
  return [
    "setpriv",
    `--bounding-set=${list(bounding)}`,
    `--inh-caps=${list(capabilities.inheritable & bounding)}`,
    `--reuid=${uid.effective}`,
    `--regid=${gid.effective}`,
    "--clear-groups",
  ];
}

/** A process without CAP_NET_RAW that a set-user-ID program of root's does not give it back to. */
export const forGood: Check = (context) => {
  const { found } = context;
  const [file] = statsOf(neededFiles(found, "tool"));
  if (!file || (file.mode & setUserId) === 0 || file.uid !== 0) {
    return fail(
      `${tool} is not root's set-user-ID program any more.`,
      "It is what the step tries to get the capability back with: `install -m 4755 /usr/bin/ping /srv/tools/again`.",
    );
  }
  const [process] = without(context);
  if (!process) {
    const [elsewhere] = withoutNow(context);
    if (!elsewhere) return fail("Every process of yours has cap_net_raw.", undefined);
    return fail(
      `Process ${nameOf(elsewhere)} doesn't have cap_net_raw, but it is in a user namespace of its own.`,
      "There it had it towards that namespace only, so nothing is lost. Start from a root shell of the host, without `unshare`.",
      [...namespaceEvidence(context.now, elsewhere, "user"), ...capabilityEvidence(elsewhere)],
    );
  }
  const evidence: Evidence[] = [
    { path: tool, value: `mode ${octalMode(file)}, uid ${file.uid}` },
    ...capabilityEvidence(process),
  ];
  if (!process.noNewPrivs && (process.capabilities.inheritable & lost) !== 0n) {
    return fail(
      `Process ${nameOf(process)} has cap_net_raw in CapInh.`,
      "Who becomes root at exec gets what is bounding *or* inheritable: this way round the bounding set it comes back. Clear it: `setpriv --inh-caps=-all`.",
      evidence,
    );
  }
  if (probeSucceeded(found, key(process))) {
    return fail(
      `Process ${nameOf(process)} doesn't have cap_net_raw now; but when it executes ${tool}, it has it again.`,
      "It is still in its bounding set. Take it out there: `capsh --drop=cap_net_raw --`.",
      evidence,
    );
  }
  return pass({ path: `${tool} 127.0.0.1`, value: "refused", note: `tried with the sets of ${process.pid}` }, ...evidence);
};

function key({ pid }: Process): string {
  return `again as ${pid}`;
}
