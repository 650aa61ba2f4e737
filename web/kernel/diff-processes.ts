import { same } from "./same.ts";
import { type NamespaceInode, type NamespaceType, namespaceTypes, type Process } from "./snapshot.ts";

export interface MembershipChange {
  readonly process: Process;
  readonly type: NamespaceType;
  readonly before: NamespaceInode;
  readonly after: NamespaceInode;
}

export interface CgroupMove {
  readonly process: Process;
  readonly before: string;
  readonly after: string;
}

/** Which side of a process differs. `program`: name, executable or arguments, as after execve(2). */
export type ProcessAspect = "cgroup" | "credentials" | "id-maps" | "namespaces" | "program" | "root" | "state";

export interface ProcessChange {
  readonly before: Process;
  readonly after: Process;
  readonly aspects: readonly ProcessAspect[];
}

export interface ProcessDiff {
  readonly appeared: readonly Process[];
  readonly vanished: readonly Process[];
  readonly changed: readonly ProcessChange[];
  readonly memberships: readonly MembershipChange[];
  readonly cgroupMoves: readonly CgroupMove[];
}

export function diffProcesses(before: ReadonlyMap<number, Process>, after: ReadonlyMap<number, Process>): ProcessDiff {
  const isIn = (processes: ReadonlyMap<number, Process>, { pid, startTime }: Process) =>
    processes.get(pid)?.startTime === startTime;
  const memberships: MembershipChange[] = [];
  const cgroupMoves: CgroupMove[] = [];
  const changed: ProcessChange[] = [];
  for (const now of after.values()) {
    const then = before.get(now.pid);
    if (then?.startTime !== now.startTime) continue;
    for (const type of namespaceTypes) {
      const from = then.namespaces[type];
      const to = now.namespaces[type];
      if (from !== undefined && to !== undefined && from !== to)
        memberships.push({ process: now, type, before: from, after: to });
    }
    if (then.cgroup !== undefined && now.cgroup !== undefined && then.cgroup !== now.cgroup) {
      cgroupMoves.push({ process: now, before: then.cgroup, after: now.cgroup });
    }
    const aspects = aspectNames.filter((aspect) => !same(aspectsOf[aspect](then), aspectsOf[aspect](now)));
    if (aspects.length > 0) changed.push({ before: then, after: now, aspects });
  }
  return {
    appeared: [...after.values()].filter((process) => !isIn(before, process)),
    vanished: [...before.values()].filter((process) => !isIn(after, process)),
    changed,
    memberships,
    cgroupMoves,
  };
}

const aspectsOf: Readonly<Record<ProcessAspect, (process: Process) => unknown>> = {
  cgroup: ({ cgroup, cgroupsV1 }) => [cgroup, cgroupsV1],
  credentials: ({ uid, gid, groups, capabilities, noNewPrivs, seccompMode, seccompFilters, securityLabel }) => [
    uid,
    gid,
    groups,
    capabilities,
    noNewPrivs,
    seccompMode,
    seccompFilters,
    securityLabel,
  ],
  "id-maps": ({ uidMap, gidMap, setgroups }) => [uidMap, gidMap, setgroups],
  namespaces: ({ namespaces, forChildren, namespaceDescriptors, timeOffsets }) => [
    namespaces,
    forChildren,
    namespaceDescriptors,
    timeOffsets,
  ],
  program: ({ name, exe, commandLine }) => [name, exe, commandLine],
  root: ({ root, cwd }) => [root, cwd],
  // Running and sleeping alternate all the time.
  state: ({ state }) => ("ZXTt".includes(state) ? state : "alive"),
};
const aspectNames = Object.keys(aspectsOf) as ProcessAspect[];
