import { capabilityNames } from "../../kernel/capabilities.ts";
import type { Process, Snapshot } from "../../kernel/snapshot.ts";

const everyone = [{ inside: 0, outside: 0, count: 2 ** 32 - 1 }];
const root = { real: 0, effective: 0, saved: 0, filesystem: 0 };
const all = (1n << BigInt(capabilityNames.length)) - 1n;

/** The host as one process, to compare others with: PID 1's namespaces, and root with nothing taken away. Looks leave PID 1 itself out. */
export function hostProcess({ initial }: Snapshot): Process {
  return {
    pid: 1,
    startTime: 0n,
    name: "init",
    parent: 0,
    processGroup: 1,
    session: 1,
    terminal: 0,
    foregroundGroup: -1,
    state: "S",
    threads: 1,
    namespaces: initial,
    forChildren: {},
    namespacedPids: [1],
    uid: root,
    gid: root,
    groups: [],
    capabilities: { inheritable: 0n, permitted: all, effective: all, bounding: all, ambient: 0n },
    caughtSignals: 0n,
    noNewPrivs: false,
    seccompMode: 0,
    seccompFilters: 0,
    uidMap: everyone,
    gidMap: everyone,
    setgroups: "allow",
    timeOffsets: {},
    cgroup: "/",
    cgroupsV1: new Map(),
    root: "/",
    cwd: "/",
    exe: undefined,
    commandLine: ["init"],
    securityLabel: "unconfined",
    cpuTicks: { user: 0n, system: 0n },
    namespaceDescriptors: new Map(),
    gaps: [],
  };
}
