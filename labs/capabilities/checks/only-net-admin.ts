import type { Process } from "../../../web/kernel/snapshot.ts";
import { allCapabilities, capabilitiesText, capabilityEvidence, capabilitySet, maskText } from "../../../web/lab/capabilities.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass, type Verdict } from "../../../web/lab/verdict.ts";
import { freshProcesses } from "../fresh.ts";

const kept = capabilitySet("cap_net_admin");

/** On the host effective, permitted and bounding set are CAP_NET_ADMIN and nothing else, and nothing else can be inherited. */
export const onlyNetAdmin: Check = (context) => {
  const fresh = freshProcesses(context);
  const right = fresh.filter(({ capabilities: { effective, permitted, bounding, inheritable } }) => {
    return effective === kept && permitted === kept && bounding === kept && (inheritable & ~kept) === 0n;
  });
  const done = right.find((process) => !isAway(context.now, process, "user"));
  if (done) return pass(...capabilityEvidence(done));
  const [elsewhere] = right;
  if (elsewhere) {
    return fail(
      `The sets of process ${nameOf(elsewhere)} are right, but it is in a user namespace of its own.`,
      "There they count towards that namespace only: the host's network stays closed to it. Start from a root shell of the host, without `unshare`.",
      [...namespaceEvidence(context.now, elsewhere, "user"), ...capabilityEvidence(elsewhere)],
    );
  }
  const near =
    fresh.find(({ capabilities }) => capabilities.bounding !== allCapabilities) ??
    fresh.find(({ capabilities: { effective } }) => effective !== 0n && effective !== allCapabilities);
  return near ? notQuite(near) : fail("No process of yours has cap_net_admin alone.", undefined);
};

function notQuite(process: Process): Verdict {
  const { effective, permitted, bounding, inheritable } = process.capabilities;
  const evidence = capabilityEvidence(process);
  const who = `process ${nameOf(process)}`;
  if (bounding !== kept) {
    return effective === kept
      ? fail(
          `CapEff of ${who} is right, but its CapBnd is still ${maskText(bounding)}.`,
          "What it may do now is one thing; what it may ever get is the bounding set. The next program that root executes has all of that again. Bound it: `setpriv --bounding-set=…`",
          evidence,
        )
      : fail(
          `CapBnd of ${who} is ${maskText(bounding)}: ${capabilitiesText(bounding)}.`,
          "Only cap_net_admin is to be left, bit 12: `0000000000001000`.",
          evidence,
        );
  }
  if (permitted === 0n) {
    return fail(
      `The bounding set of ${who} is right, but CapEff is 0: bounding is not effective.`,
      `It only limits what can be gained, and this process, uid ${process.uid.effective}, has gained nothing. Root gets at exec what the bounding set leaves: be root when you do it.`,
      evidence,
    );
  }
  if (effective !== kept) {
    return fail(
      `The bounding set of ${who} is right, but its CapEff is ${maskText(effective)}: bounding is not effective.`,
      "It takes nothing away from who is running; it limits what an exec gives. Execute a program after it was set.",
      evidence,
    );
  }
  return fail(
    `CapEff and CapBnd of ${who} are right, but CapPrm is ${maskText(permitted)}, CapInh ${maskText(inheritable)}.`,
    "What is permitted a process may make effective again, whenever it likes; and what root has as inheritable, an exec gives back even beyond the bounding set. Drop it there as well.",
    evidence,
  );
}
