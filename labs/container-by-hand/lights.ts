import type { Cgroup, Link, Process, Snapshot } from "../../web/kernel/snapshot.ts";
import { type CapabilityName, capabilitiesText, capabilitySet, maskText } from "../../web/lab/capabilities.ts";
import { statsOf } from "../../web/lab/file-facts.ts";
import { askFilters, type Door, doorName, filtersOf, hasFilter, openDoors } from "../../web/lab/filters.ts";
import { type Inquiry, neededFiles, probeFound } from "../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../web/lab/lab.ts";
import { placedLinks } from "../../web/lab/links.ts";
import { isAway, namespaceLink } from "../../web/lab/namespaces.ts";
import { newProcesses } from "../../web/lab/processes.ts";
import { plantIn } from "../../web/lab/scene.ts";
import { type Evidence, Unseen } from "../../web/lab/verdict.ts";
import { linkAt } from "./link-at.ts";
import { refusedCalls } from "./refused-calls.ts";

type Seen = Pick<InquiryContext, "now" | "scene">;

/** One condition: met or not, what was looked at, and what to do about it. */
export interface Light {
  readonly name: string;
  readonly met: boolean;
  readonly path: string;
  readonly value: string;
  readonly hint: string;
}

/** What a look shows by itself of a process, in the order in which one would go about it. */
export function seenLights({ now, scene }: Seen, process: Process): Light[] {
  return [
    ...namespaces({ now, scene }, process),
    numberOne(process),
    notRoot(process),
    ownRoot(now, process),
    ...limits(now, process),
    bounded(process),
    noNewPrivs(process),
  ];
}

/** The new process that meets most of what a look shows; the newest of those. Undefined when none is in a namespace of its own. */
export function candidate(context: InquiryContext): Process | undefined {
  const [best] = newProcesses(context)
    .filter((process) => types.some((type) => isAway(context.now, process, type)))
    .map((process) => ({ process, met: seenLights(context, process).filter(({ met }) => met).length }))
    .toSorted((one, other) => other.met - one.met || Number(other.process.startTime - one.process.startTime));
  return best?.process;
}

/** What a look doesn't show of the best one. */
export function askCandidate(context: InquiryContext): Inquiry[] {
  const process = candidate(context);
  if (!process) return [];
  const files: Inquiry = {
    kind: "files",
    key: "proc",
    queries: [
      {
        directory: `/proc/${process.pid}/root/proc`,
        files: [
          { operation: "stat", path: "" },
          { operation: "readlink", path: "1/ns/pid" },
          ...hidden.map((path) => ({ operation: "stat" as const, path })),
        ],
      },
    ],
  };
  return [...askFilters([process]), files, ...askAlive(context, process)];
}

/** Last: an orphan of a process that is not set up yet would remain its zombie. */
function askAlive(context: InquiryContext, process: Process): Inquiry[] {
  const addresses = addressesOf(context.now, process).slice(0, 3);
  if (addresses.length === 0 || seenLights(context, process).some(({ met }) => !met)) return [];
  const reaps = hasZombies(context, process) ? "" : 'attack reaps "$0"; ';
  const pings = 'for address; do ping -n -c 1 -W 3 "$address" > /dev/null 2>&1 && echo "$address pings" && exit; done';
  const argv = ["sh", "-c", `${reaps}${pings}`, `${process.pid}`, ...addresses];
  return [{ kind: "probe", key: "alive", argv, timeoutMs: 20_000 }];
}

/** All conditions of the process that `askCandidate` asked about. */
export function allLights(context: CheckContext, process: Process): Light[] {
  return [
    ...seenLights(context, process),
    ownProc(context, process),
    masked(context, process),
    filtered(context, process),
    pinged(context, process),
    reaping(context, process),
  ];
}

export function lightEvidence({ name, met, path, value }: Light): Evidence {
  return { path, value, note: name, met };
}

const types = ["user", "mnt", "pid", "uts", "ipc", "net", "cgroup"] as const;

function namespaces({ now, scene }: Seen, process: Process): Light[] {
  const planted = plantIn(now, scene, "demo");
  const demo = [...now.processes.values()].find(({ parent }) => parent === planted?.pid);
  return types.map((type) => {
    const isDemos = isAway(now, process, type) && demo?.namespaces[type] === process.namespaces[type];
    return {
      name: `its own ${type} namespace`,
      met: isAway(now, process, type) && !isDemos,
      path: `/proc/${process.pid}/ns/${type}`,
      value: namespaceLink(type, process.namespaces[type]),
      hint: `That is ${isDemos ? `the demo's, of process ${demo?.pid}` : "the host's"}. Unshare it as well: the flag of unshare(1) for ${type}, or "type" in a bundle's config.json.`,
    };
  });
}

function isNumberOne({ namespacedPids }: Process): boolean {
  return namespacedPids.at(-1) === 1;
}

function numberOne(process: Process): Light {
  return {
    name: "number 1 inside",
    met: isNumberOne(process),
    path: `/proc/${process.pid}/status`,
    value: `NSpid: ${process.namespacedPids.join(" ")}`,
    hint: "The first child that is born into a PID namespace is its number 1: `unshare --pid --fork`, and then only exec, no further fork.",
  };
}

function notRoot({ pid, uid, gid, groups, uidMap, gidMap }: Process): Light {
  const isRoot = [...Object.values(uid), ...Object.values(gid), ...groups].includes(0);
  const [map, mapping] = [["uid_map", uidMap] as const, ["gid_map", gidMap] as const].flatMap(([name, lines]) =>
    lines.filter(({ outside }) => outside === 0).map((line) => [name, line] as const),
  )[0] ?? [undefined];
  return {
    name: "not root outside",
    met: !isRoot && !mapping,
    path: !isRoot && mapping ? `/proc/${pid}/${map}` : `/proc/${pid}/status`,
    value:
      !isRoot && mapping
        ? `${mapping.inside} ${mapping.outside} ${mapping.count}`
        : `Uid: ${uid.real} ${uid.effective}, Gid: ${gid.real} ${gid.effective}, Groups: ${groups.join(" ") || "none"}`,
    hint:
      !isRoot && mapping
        ? `Its ids are harmless, but ${mapping.inside} inside is the host's root. Map only ids that are nobody's outside.`
        : "These are the ids as the host sees them. Map 0 inside to another id outside, 100000 say, users and groups; or become that id before you unshare, with `--clear-groups`.",
  };
}

function ownRoot(now: Snapshot, process: Process): Light {
  const mounts = mountsOf(now, process);
  const host = mountsOf(now, { namespaces: now.initial }).find(({ mountPoint }) => mountPoint === "/");
  const old = mounts.find(({ device, root }) => device === host?.device && root === host?.root);
  const jailed = process.root !== "/";
  return {
    name: "pivoted, the old root gone",
    met: isAway(now, process, "mnt") && mounts.length > 0 && !old && !jailed,
    path: jailed ? `/proc/${process.pid}/root` : `/proc/${process.pid}/mountinfo`,
    value: jailed
      ? `${process.root}`
      : old
        ? `the host's root at ${old.mountPoint}`
        : `${mounts[0]?.device} ${mounts[0]?.root} at ${mounts[0]?.mountPoint}`,
    hint: jailed
      ? "That is chroot: what is above is still there. Use pivot_root."
      : "The host's root is still mounted in there: after pivot_root, `umount -l` the old one.",
  };
}

function ownProc({ found, now }: CheckContext, process: Process): Light {
  const path = `/proc/${process.pid}/root/proc/1/ns/pid`;
  const value = linkAt(neededFiles(found, "proc"), path) ?? "not there";
  const host = mountsOf(now, { namespaces: now.initial }).find(({ mountPoint }) => mountPoint === "/proc");
  const leaked = mountsOf(now, process).find(({ device }) => device === host?.device);
  return {
    name: "its own /proc",
    met: value === namespaceLink("pid", process.namespaces.pid) && isAway(now, process, "pid") && !leaked,
    path: leaked ? `/proc/${process.pid}/mountinfo` : path,
    value: leaked ? `the host's proc at ${leaked.mountPoint}` : value,
    hint: leaked
      ? "The host's own proc is mounted in there: unmount it."
      : "Mount a new proc at /proc, from within the PID namespace.",
  };
}

/** What is the host's in every proc. */
const hidden = ["kcore", "keys", "timer_list", "sysrq-trigger"] as const;

function masked({ found, now }: CheckContext, process: Process): Light {
  const base = `/proc/${process.pid}/root/proc`;
  // Asked for first: the directory itself.
  const [proc, ...stats] = statsOf(neededFiles(found, "proc"));
  const readOnly = mountsOf(now, process).flatMap(({ mountPoint, options }) => (options.includes("ro") ? [mountPoint] : []));
  // What is only written to may be seen.
  const needed = hidden.filter((name) => name !== "sysrq-trigger" || !readOnly.includes(`/proc/${name}`));
  const open = needed.find((name) => stats.some(({ path, device }) => path === `${base}/${name}` && device === proc?.device));
  return {
    name: "masked paths",
    met: proc !== undefined && open === undefined,
    path: open ? `${base}/${open}` : base,
    value: open ? "open" : `${hidden.join(", ")}: masked`,
    hint: `Mount something over it before its process starts: \`mount --bind /dev/null /proc/${open ?? "kcore"}\`, "maskedPaths" in a bundle; or mount proc with subset=pid.`,
  };
}

function limits(now: Snapshot, process: Process): Light[] {
  const groups = groupsOf(now, process);
  const light = (file: string, name: string, isEnough: (text: string) => boolean, hint: string): Light => {
    const limited = groups.find(({ files }) => isEnough(files.get(file) ?? ""));
    const shown = limited ?? groups[0];
    return {
      name,
      met: limited !== undefined,
      path: `/sys/fs/cgroup${shown?.path ?? ""}/${file}`,
      value: shown?.files.get(file) ?? `in cgroup ${process.cgroup ?? "not shown"}`,
      hint,
    };
  };
  const atMost = (most: number) => (text: string) => /^\d+$/.test(text) && Number(text) <= most;
  return [
    light(
      "pids.max",
      "at most 100 processes",
      atMost(100),
      "Write a number up to 100 to pids.max of its cgroup, and put the process in.",
    ),
    light(
      "memory.max",
      "at most 64 MB",
      atMost(64 * 1024 * 1024),
      "Write up to 64M to memory.max of its cgroup, and put the process in.",
    ),
    light(
      "cpu.max",
      "less than the whole CPU",
      (text) => {
        const [quota, period] = text.split(" ").map(Number);
        return quota !== undefined && period !== undefined && quota < period;
      },
      "Write a quota below the period to cpu.max of its cgroup: `50000 100000`.",
    ),
  ];
}

/** The cgroup of a process, and those above it: their limits hold as well. */
function groupsOf({ cgroups }: Snapshot, { cgroup }: Process): Cgroup[] {
  const parts = (cgroup ?? "").split("/").filter((part) => part !== "");
  return parts.flatMap((_, i) => cgroups.get(`/${parts.slice(0, parts.length - i).join("/")}`) ?? []);
}

const harmless: readonly CapabilityName[] = [
  "cap_chown",
  "cap_dac_override",
  "cap_fowner",
  "cap_fsetid",
  "cap_kill",
  "cap_setgid",
  "cap_setuid",
  "cap_setpcap",
  "cap_net_bind_service",
  "cap_sys_chroot",
  "cap_audit_write",
  "cap_setfcap",
];

function bounded({ pid, capabilities }: Process): Light {
  const { inheritable, permitted, effective, bounding, ambient } = capabilities;
  const more = (inheritable | permitted | effective | bounding | ambient) & ~capabilitySet(...harmless);
  return {
    name: "bounded capabilities",
    met: more === 0n,
    path: `/proc/${pid}/status`,
    value: `CapBnd: ${maskText(bounding)}, CapPrm: ${maskText(permitted)}${more === 0n ? "" : `, too much: ${capabilitiesText(more)}`}`,
    hint: "Drop them from the bounding set and all others before the last exec: `setpriv --bounding-set=-all --inh-caps=-all`. Docker's defaults without cap_net_raw and cap_mknod may stay.",
  };
}

function noNewPrivs({ pid, noNewPrivs: value }: Process): Light {
  return {
    name: "no new privileges",
    met: value,
    path: `/proc/${pid}/status`,
    value: `NoNewPrivs: ${value ? 1 : 0}`,
    hint: 'Set it before the last exec: `setpriv --no-new-privs`, "noNewPrivileges" in a bundle.',
  };
}

function filtered({ found }: CheckContext, process: Process): Light {
  const open = hasFilter(process) ? openDoors(filtersOf(found, process), refusedCalls).map(({ door }) => door) : refusedCalls;
  const names = open.map((door: Door) => doorName(door));
  return {
    name: "a seccomp filter",
    met: open.length === 0,
    path: hasFilter(process) ? `filter of ${process.pid}` : `/proc/${process.pid}/status`,
    value: hasFilter(process)
      ? open.length === 0
        ? `all ${refusedCalls.length} refused`
        : `open: ${names.join(", ")}`
      : "Seccomp_filters: 0",
    hint: "Start it under a filter that refuses the list of the guide: `deny NUMBERS PROGRAM` as the last thing before the program.",
  };
}

function pinged({ found, now }: CheckContext, process: Process): Light {
  const [first] = addressesOf(now, process);
  const answered = /^(\S+) pings$/m.exec(probeFound(found, "alive")?.output ?? "")?.[1];
  const address = answered ?? first;
  return {
    name: "pingable over veth",
    met: answered !== undefined,
    path: address === undefined ? `/proc/${process.pid}/ns/net` : `ping ${address}`,
    value: address === undefined ? "no address that the host has not as well" : answered ? "answers" : "no answer to the host",
    hint: "Lay a veth pair, one end in its network namespace; addresses of one network at both ends; both up.",
  };
}

/** Its addresses (IPv4, and IPv6 but for those of the link), without those that the host has as well: what the host reaches is behind a cable. */
function addressesOf(now: Snapshot, process: Process): string[] {
  const links = placedLinks(now);
  const here = links.filter(({ namespace }) => namespace === process.namespaces.net);
  const hosts = links.filter(({ namespace }) => namespace === now.initial.net).flatMap(({ link }) => addressesAt(link));
  return here.flatMap(({ link }) => addressesAt(link)).filter((address) => !hosts.includes(address));
}

function addressesAt({ addresses }: Link): string[] {
  return addresses.filter(({ scope }) => scope !== "link").map(({ address }) => address);
}

function reaping(context: CheckContext, process: Process): Light {
  const isAsked = askAlive(context, process).length > 0;
  const output = probeFound(context.found, "alive")?.output ?? "";
  const isLeft = hasZombies(context, process) || output.includes("zombie");
  const met = output.includes("reaps");
  // equivalent: only a probe that failed gives neither answer, which no script can have it do
  if (isAsked && !isLeft && !met) throw new Unseen("Whether it waits for orphans could not be tried just now.");
  return {
    name: "reaps",
    met,
    path: `children of ${process.pid}`,
    value: met ? "an orphan that ended is gone" : isLeft ? "an orphan that ended is a zombie" : "tried when all else is there",
    hint: "Number 1 gets the orphans, and has to wait() for them. sleep doesn't: let `tini --` be number 1, or a shell.",
  };
}

/** A dead child of before is still not waited for. */
function hasZombies({ now, previous }: InquiryContext, { pid }: Process): boolean {
  return [...now.processes.values()].some((child) => child.parent === pid && previous?.processes.get(child.pid)?.state === "Z");
}

function mountsOf(snapshot: Snapshot, { namespaces: { mnt } }: Pick<Process, "namespaces">) {
  return snapshot.mounts.get(mnt ?? 0)?.mounts ?? [];
}
