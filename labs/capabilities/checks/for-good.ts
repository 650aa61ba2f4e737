import type { Process } from "../../../web/kernel/snapshot.ts";
import { capabilityEvidence, capabilitySet } from "../../../web/lab/capabilities.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { freshProcesses } from "../fresh.ts";

const lost = capabilitySet("cap_net_raw");

/** A process without CAP_NET_RAW that no exec gives it back to, not even of root's set-user-ID program. */
export const forGood: Check = (context) => {
  const without = freshProcesses(context).filter(({ capabilities }) => (capabilities.permitted & lost) === 0n);
  const onHost = without.filter((process) => !isAway(context.now, process, "user"));
  const done = onHost.find(isForGood);
  if (done) return pass(...evidenceOf(done));
  const [process] = onHost;
  if (!process) {
    const [elsewhere] = without;
    if (!elsewhere) return fail("Every process of yours has cap_net_raw.", undefined);
    return fail(
      `Process ${nameOf(elsewhere)} doesn't have cap_net_raw, but it is in a user namespace of its own.`,
      "There it had it towards that namespace only, so nothing is lost. Start from a root shell of the host, without `unshare`.",
      [...namespaceEvidence(context.now, elsewhere, "user"), ...capabilityEvidence(elsewhere)],
    );
  }
  if ((process.capabilities.inheritable & lost) !== 0n) {
    return fail(
      `Process ${nameOf(process)} has cap_net_raw in CapInh.`,
      "Who becomes root at exec gets what is bounding *or* inheritable: this way round the bounding set it comes back. Clear it: `setpriv --inh-caps=-all`.",
      evidenceOf(process),
    );
  }
  return fail(
    `Process ${nameOf(process)} doesn't have cap_net_raw now; but an exec can give it back, as of /srv/tools/again.`,
    "It is still in its bounding set. Take it out there: `capsh --drop=cap_net_raw --`.",
    evidenceOf(process),
  );
};

/** With no_new_privs an exec gives nothing; else what is in the bounding set, and to root what is inheritable. */
function isForGood({ capabilities: { bounding, inheritable }, noNewPrivs }: Process): boolean {
  return noNewPrivs || ((bounding | inheritable) & lost) === 0n;
}

function evidenceOf(process: Process): Evidence[] {
  const { pid, noNewPrivs, name } = process;
  return [
    ...capabilityEvidence(process),
    { path: `/proc/${pid}/status`, value: `NoNewPrivs: ${noNewPrivs ? 1 : 0}`, note: name },
  ];
}
