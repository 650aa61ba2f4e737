import type { IdMapping, Process } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { inNew, namespaceEvidence } from "../../../web/lab/namespaces.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const student = 1000;

/** A process in a new user namespace in which root, uid and gid, is student outside. */
export const userNamespace: Check = (context) => {
  const { now } = context;
  const inside = inNew("user", context);
  const done = inside.find(isRootAsStudent);
  if (done) return pass(...namespaceEvidence(now, done, "user"), ...maps(done));
  const [process] = inside;
  if (!process) return fail("Every process is in the host's user namespace.", undefined);
  const evidence = [...namespaceEvidence(now, process, "user"), ...maps(process)];
  const root = outsideOf(process.uidMap);
  if (root === undefined) {
    return fail(
      `In the user namespace of process ${nameOf(process)} nobody is root: its uid_map has no line for 0.`,
      `Without a map every id shows as 65534. From outside, as student: \`echo 0 ${student} 1 > /proc/${process.pid}/uid_map\`, or ask unshare for \`--map-root-user\`.`,
      evidence,
    );
  }
  if (root !== student) {
    return fail(
      `Root in the namespace of process ${nameOf(process)} is uid ${root} outside.`,
      root === 0
        ? "Root made it, so root inside is root outside. Become student first: `su - student`."
        : `student is uid ${student}.`,
      evidence,
    );
  }
  return fail(
    `Process ${nameOf(process)} has its uid_map, but no group 0 that is student's: gid_map is ${mapText(process.gidMap)}, setgroups says ${process.setgroups}.`,
    process.setgroups === "allow"
      ? `An unprivileged gid_map is refused (EPERM) while setgroups(2) is allowed, as dropping a group may open a file that denies it. First \`echo deny > /proc/${process.pid}/setgroups\`, then \`echo 0 ${student} 1 > /proc/${process.pid}/gid_map\`.`
      : `Now \`echo 0 ${student} 1 > /proc/${process.pid}/gid_map\`.`,
    evidence,
  );
};

export function isRootAsStudent({ uidMap, gidMap }: Process): boolean {
  return outsideOf(uidMap) === student && outsideOf(gidMap) === student;
}

/** Who root inside is outside. */
function outsideOf(map: readonly IdMapping[]): number | undefined {
  return map.find(({ inside }) => inside === 0)?.outside;
}

function mapText(map: readonly IdMapping[]): string {
  return map.map(({ inside, outside, count }) => `"${inside} ${outside} ${count}"`).join(", ") || "empty";
}

function maps({ pid, uidMap, gidMap, setgroups }: Process): Evidence[] {
  return [
    { path: `/proc/${pid}/uid_map`, value: mapText(uidMap), note: "inside, outside, how many" },
    { path: `/proc/${pid}/gid_map`, value: mapText(gidMap) },
    { path: `/proc/${pid}/setgroups`, value: setgroups },
  ];
}
