import { decodeText } from "../core/bytes.ts";
import { cgroupRoot } from "./cgroup/files.ts";
import { type Hostnames, parseHostnames, sysctlText } from "./hostnames.ts";
import type { LookAnswers } from "./look-answer.ts";
import { type Holders, namespaceHolders } from "./namespace-holders.ts";
import { parseNetwork } from "./netlink/network.ts";
import { parseCgroups } from "./parse-cgroups.ts";
import { parseMounts } from "./parse-mounts.ts";
import { type ProcessContext, parseProcess } from "./parse-process.ts";
import { parseShared } from "./parse-shared.ts";
import { parseBootTime } from "./proc/boot-time.ts";
import { parseNamespaceLinks } from "./proc/namespace-links.ts";
import { parseIdleTime, parseUptime } from "./proc/uptime.ts";
import type { DirectoryRecord } from "./query.ts";
import { RecordFiles } from "./record-files.ts";
import {
  type Gap,
  type MountNamespace,
  type Namespace,
  type NamespaceInode,
  type NamespaceKey,
  type NamespaceType,
  type NetworkNamespace,
  namespaceKey,
  namespaceTypes,
  type Process,
  type Snapshot,
} from "./snapshot.ts";

type Initial = Snapshot["initial"];

/** One look as a snapshot; undefined when the answer doesn't even show PID 1's namespaces: then it was no look. Never throws. */
export function parseLook(answers: LookAnswers): Snapshot | undefined {
  const gaps: Gap[] = [...(answers.gaps ?? [])];
  const first = answers.first.records;
  const { second, third } = answers;
  const inside = [...first, ...(second?.records ?? [])];
  const agent = first.find(({ directory }) => directory === "/proc/1");
  const initial = agent && initialOf(new RecordFiles(agent, []));
  if (!initial) return undefined;

  for (const [round, answer] of Object.entries({ first: answers.first, second, third })) {
    if (answer?.cut) gaps.push({ path: "/proc", errno: 0, message: `the answer was cut off in the ${round} round` });
  }
  const host = new RecordFiles(
    first.find(({ directory }) => directory === "/proc") ?? { group: 0, directory: "/proc", files: [] },
    gaps,
  );
  const mounts = parseMounts(inside, gaps);
  const processes = parseProcesses(first, { mounts, ...parseShared(inside) }, gaps);
  const networks = new Map(answers.networks.map((dumps) => [dumps.inode, parseNetwork(dumps, gaps)]));
  const hostNames = hostNamesOf(host);
  const names = new Map(parseHostnames([...inside, ...(third?.records ?? [])], gaps)).set(initial.uts, hostNames);
  const namespaces = namespacesOf(initial, namespaceHolders(processes.values(), mounts), names);
  const cgroups = parseCgroups(first, gaps);
  if (!cgroups.has("/")) gaps.push({ path: cgroupRoot, errno: 0, message: "not in the answer" });
  gaps.push(...unseen(namespaces.values(), mounts, networks));
  return {
    sequence: answers.sequence,
    uptime: host.parse("uptime", parseUptime) ?? 0,
    idleTime: host.parse("uptime", parseIdleTime) ?? 0,
    bootTime: host.parse("stat", parseBootTime) ?? 0,
    bootId: host.parse("sys/kernel/random/boot_id", decodeText)?.trim() ?? "",
    hostname: hostNames.hostname ?? "",
    initial,
    processes,
    namespaces,
    mounts,
    networks,
    cgroups,
    gaps,
  };
}

function initialOf(agent: RecordFiles): Initial | undefined {
  const { namespaces } = parseNamespaceLinks(agent);
  return namespaceTypes.every((type) => namespaces[type] !== undefined) ? (namespaces as Initial) : undefined;
}

/** The agent lives in PID 1's UTS namespace, so its `/proc/sys/kernel` is the host's. */
function hostNamesOf(host: RecordFiles): Hostnames {
  const hostname = host.parse("sys/kernel/hostname", sysctlText);
  const domainname = host.parse("sys/kernel/domainname", sysctlText);
  return { ...(hostname === undefined ? {} : { hostname }), ...(domainname === undefined ? {} : { domainname }) };
}

function parseProcesses(first: readonly DirectoryRecord[], context: ProcessContext, gaps: Gap[]): Map<number, Process> {
  const processes = new Map<number, Process>();
  for (const record of first) {
    if (record.directory === "/proc/1" || !/^\/proc\/\d{1,10}$/.test(record.directory)) continue;
    const process = parseProcess(record, context, gaps);
    if (process) processes.set(process.pid, process);
  }
  return processes;
}

/** Every namespace that anything holds, and PID 1's in any case. */
function namespacesOf(
  initial: Initial,
  holders: Holders,
  names: ReadonlyMap<NamespaceInode, Hostnames>,
): Map<NamespaceKey, Namespace> {
  const keys = new Set<NamespaceKey>([...namespaceTypes.map((type) => namespaceKey(type, initial[type])), ...holders.keys()]);
  const namespaces = new Map<NamespaceKey, Namespace>();
  for (const key of keys) {
    const [type, digits] = key.split(":") as [NamespaceType, string];
    const inode = Number(digits);
    const named = type === "uts" ? names.get(inode) : undefined;
    namespaces.set(key, { type, inode, key, initial: initial[type] === inode, holders: holders.get(key) ?? [], ...named });
  }
  return namespaces;
}

/** Namespaces whose inside belongs into a snapshot and isn't there: whoever was to show it has ended, or nobody could. */
function* unseen(
  namespaces: Iterable<Namespace>,
  mounts: ReadonlyMap<NamespaceInode, MountNamespace>,
  networks: ReadonlyMap<NamespaceInode, NetworkNamespace>,
): Generator<Gap> {
  for (const { type, inode, hostname } of namespaces) {
    const seen =
      type === "mnt" ? mounts.has(inode) : type === "net" ? networks.has(inode) : type === "uts" ? hostname !== undefined : true;
    if (!seen) yield { path: `${type}:[${inode}]`, errno: 0, message: "could not be looked into" };
  }
}
