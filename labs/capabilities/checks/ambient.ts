import { capabilitiesText, capabilityEvidence, capabilitySet, maskText } from "../../../web/lab/capabilities.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { freshProcesses } from "../fresh.ts";

const wanted = capabilitySet("cap_net_bind_service");

/** Somebody who is not root, with CAP_NET_BIND_SERVICE in the ambient set, and nothing else. */
export const ambient: Check = (context) => {
  const fresh = freshProcesses(context);
  const having = fresh.filter(({ capabilities }) => capabilities.ambient !== 0n);
  const plain = having.filter(({ uid }) => !Object.values(uid).includes(0));
  const right = plain.filter(({ capabilities }) => capabilities.ambient === wanted);
  const onHost = right.filter((process) => !isAway(context.now, process, "user"));
  const done = onHost.find(({ capabilities }) => capabilities.permitted === wanted);
  if (done) return pass({ path: `/proc/${done.pid}/status`, value: `Uid: ${done.uid.effective}` }, ...capabilityEvidence(done));
  const [keeping] = onHost;
  if (keeping) {
    const { permitted } = keeping.capabilities;
    return fail(
      `CapAmb of process ${nameOf(keeping)} is right, but its CapPrm is ${maskText(permitted)}: ${capabilitiesText(permitted)}.`,
      "It has kept what it had as root, and may use it whenever it likes. An exec would leave it the ambient set alone.",
      capabilityEvidence(keeping),
    );
  }
  const [elsewhere] = right;
  if (elsewhere) {
    return fail(
      `CapAmb of process ${nameOf(elsewhere)} is right, but it is in a user namespace of its own.`,
      "There the capability counts towards that namespace only: the host's port 80 stays closed to it. Start from a root shell of the host, without `unshare`.",
      [...namespaceEvidence(context.now, elsewhere, "user"), ...capabilityEvidence(elsewhere)],
    );
  }
  const [other] = plain;
  if (other) {
    const set = other.capabilities.ambient;
    return fail(
      `CapAmb of process ${nameOf(other)} is ${maskText(set)}: ${capabilitiesText(set)}.`,
      "Only cap_net_bind_service is to be in it, bit 10.",
      capabilityEvidence(other),
    );
  }
  const [root] = having;
  if (root) {
    return fail(
      `Process ${nameOf(root)} has an ambient set, and is root: Uid ${Object.values(root.uid).join(" ")}.`,
      "Root needs none, and who has uid 0 left in one of the four (real, effective, saved, file system) may be root again. Become student in the same go: `--reuid 1000 --regid 1000 --clear-groups`. Who changes from root to somebody else afterwards loses it.",
      capabilityEvidence(root),
    );
  }
  const inheriting = fresh.find(({ capabilities }) => (capabilities.inheritable & wanted) !== 0n);
  if (inheriting) {
    return fail(
      `Process ${nameOf(inheriting)} has it in CapInh, but CapAmb is 0.`,
      "Inheritable alone gives nothing at exec, unless the file agrees: for that the ambient set was added. What is in it must be inheritable and permitted as well.",
      capabilityEvidence(inheriting),
    );
  }
  return fail("No process has anything in its ambient set.", undefined);
};
