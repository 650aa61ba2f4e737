import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Check, CheckContext } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";

/** NEW(user) and NEW(uts) in one process that is nobody special outside: its uid, seen from the host, is not 0. */
export const withoutRoot: Check = (context) => {
  const { now } = context;
  const users = inNew("user", context);
  const names = new Set(inNew("uts", context).map(({ pid }) => pid));
  const done = users.find((process) => names.has(process.pid) && isNobodySpecial(process));
  if (done)
    return pass(...namespaceEvidence(now, done, "user"), ...namespaceEvidence(now, done, "uts"), uids(done), ...uidMap(done));
  const asRoot = users.find((process) => !isNobodySpecial(process));
  if (asRoot) {
    return fail(
      `Process ${asRoot.pid} (${asRoot.name}) has a user namespace of its own, but on the host it is still root: uid ${asRoot.uid.effective}.`,
      "Whoever made it was root. Become `student` first (`su - student`), and make the namespaces from there.",
      [...namespaceEvidence(now, asRoot, "user"), uids(asRoot), ...uidMap(asRoot)],
    );
  }
  const [userOnly] = users;
  if (userOnly) {
    return fail(
      `Process ${userOnly.pid} (${userOnly.name}) has a new user namespace, but no new UTS namespace.`,
      "Ask for both in one call: the user namespace is made first, and in it you hold the capability that the UTS namespace needs.",
      [...namespaceEvidence(now, userOnly, "user"), ...namespaceEvidence(now, userOnly, "uts")],
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
