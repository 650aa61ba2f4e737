import type { Process } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { inNew, isAway, namespaceEvidence, namespaceLink } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";

const owners = "owners";

/** Which user namespace owns each UTS namespace. */
export function askOwners({ now }: InquiryContext): Inquiry[] {
  const both = [...now.processes.values()].some((process) => isAway(now, process, "user") && isAway(now, process, "uts"));
  return both ? [{ kind: "probe", key: owners, argv: ["lsns", "--type", "uts", "--noheadings", "--output", "NS,ONS"] }] : [];
}

/**
 * NEW(user) and NEW(uts) in one process that is nobody special outside: its uid, seen from the host, is not 0. And the host's user
 * namespace does not own that UTS namespace: root made it then.
 */
export const withoutRoot: Check = (context) => {
  const { now } = context;
  const users = inNew("user", context);
  const names = new Set(inNew("uts", context).map(({ pid }) => pid));
  const both = users.filter((process) => names.has(process.pid) && isNobodySpecial(process));
  const done = both.find((process) => !isOwnedByHost(process, context));
  if (done)
    return pass(...namespaceEvidence(now, done, "user"), ...namespaceEvidence(now, done, "uts"), uids(done), ...uidMap(done));
  const [roots] = both;
  if (roots) {
    return fail(
      `Process ${roots.pid} (${roots.name}) has a user namespace of its own, but root made its UTS namespace: the host's user namespace owns that.`,
      "Leave both, until the prompt says `root@lab`. Become `student` first, and then ask for both namespaces in one call.",
      [
        ...namespaceEvidence(now, roots, "uts"),
        { path: `owner of ${namespaceLink("uts", roots.namespaces.uts)}`, value: namespaceLink("user", now.initial.user) },
      ],
    );
  }
  const newest = users.at(-1);
  if (newest && !isNobodySpecial(newest)) {
    return fail(
      `Process ${newest.pid} (${newest.name}) has a user namespace of its own, but on the host it is still root: uid ${newest.uid.effective}.`,
      "Whoever made it was root. Become `student` first (`su - student`), and make the namespaces from there.",
      [...namespaceEvidence(now, newest, "user"), uids(newest), ...uidMap(newest)],
    );
  }
  if (newest) {
    return fail(
      `Process ${newest.pid} (${newest.name}) has a new user namespace, but no new UTS namespace.`,
      "Ask for both in one call: the user namespace is made first, and in it you hold the capability that the UTS namespace needs.",
      [...namespaceEvidence(now, newest, "user"), ...namespaceEvidence(now, newest, "uts")],
    );
  }
  return notYet(context);
};

function notYet({ now }: CheckContext): Verdict {
  const plain = [...now.processes.values()].find(isNobodySpecial);
  if (!plain) return fail("No process without root's rights has a UTS namespace of its own.", undefined);
  return fail(
    `Process ${plain.pid} (${plain.name}) runs as uid ${plain.uid.effective}, in no new user namespace.`,
    "`unshare --uts` alone fails with EPERM: a UTS namespace needs CAP_SYS_ADMIN in the user namespace that will own it. Own a user namespace first.",
    [
      uids(plain),
      { path: `/proc/${plain.pid}/status`, value: `CapEff: ${plain.capabilities.effective.toString(16).padStart(16, "0")}` },
      ...namespaceEvidence(now, plain, "user"),
    ],
  );
}

function isOwnedByHost({ namespaces }: Process, { now, found }: CheckContext): boolean {
  const rows = neededProbe(found, owners).output.trim().split("\n");
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .some(([uts, owner]) => uts === namespaces.uts && owner === now.initial.user);
}

function isNobodySpecial({ uid }: Process): boolean {
  return !Object.values(uid).includes(0);
}

function uids({ pid, uid }: Process): Evidence {
  return {
    path: `/proc/${pid}/status`,
    value: `Uid: ${uid.real} ${uid.effective} ${uid.saved} ${uid.filesystem}`,
    note: "as the host sees it",
  };
}

function uidMap({ pid, uidMap: map }: Process): Evidence[] {
  return map.map(({ inside, outside, count }) => ({
    path: `/proc/${pid}/uid_map`,
    value: `${inside} ${outside} ${count}`,
    note: "inside, outside, how many",
  }));
}
