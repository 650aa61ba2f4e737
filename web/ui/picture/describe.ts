import type {
  Link,
  Namespace,
  NamespaceHolder,
  NamespaceInode,
  NamespaceType,
  Process,
  Snapshot,
} from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import type { Fact } from "./fact.ts";

export const namespaceManuals: Record<NamespaceType, string> = {
  cgroup: "cgroup_namespaces(7)",
  ipc: "ipc_namespaces(7)",
  mnt: "mount_namespaces(7)",
  net: "network_namespaces(7)",
  pid: "pid_namespaces(7)",
  time: "time_namespaces(7)",
  user: "user_namespaces(7)",
  uts: "uts_namespaces(7)",
};

export function commandOf({ commandLine, name }: Process): string {
  return commandLine.length > 0 ? commandLine.join(" ") : `[${name}]`;
}

export function namespaceFact(snapshot: Snapshot, namespace: Namespace): Fact {
  const { type, key, holders, hostname, initial } = namespace;
  const [holder] = holders;
  const others = holders.filter(({ kind }) => kind !== "process").map((other) => holderName(snapshot, other));
  return {
    title: initial ? `${key}, ${text.picture.host}` : key,
    says: [
      text.picture.namespaceOf[type],
      ...(hostname === undefined ? [] : [text.picture.hostname(hostname)]),
      ...(others.length === 0 ? [] : [text.picture.heldBy(others.join(", "))]),
    ].join(" "),
    path: holder ? holderPath(holder, type) : `/proc/1/ns/${type}`,
    manual: namespaceManuals[type],
  };
}

function holderName(snapshot: Snapshot, holder: NamespaceHolder): string {
  if (holder.kind === "mount") return text.picture.holder.mount(holder.path);
  const name = snapshot.processes.get(holder.pid)?.name ?? "?";
  if (holder.kind === "descriptor") return text.picture.holder.descriptor(holder.pid, name, holder.fd);
  return text.picture.holder[holder.kind](holder.pid, name);
}

function holderPath(holder: NamespaceHolder, type: NamespaceType): string {
  switch (holder.kind) {
    case "process":
      return `/proc/${holder.pid}/ns/${type}`;
    case "children":
      return `/proc/${holder.pid}/ns/${type}_for_children`;
    case "descriptor":
      return `/proc/${holder.pid}/fd/${holder.fd}`;
    case "mount":
      return holder.path;
  }
}

export function processFact(process: Process): Fact {
  const { pid, name, namespacedPids } = process;
  const inside = namespacedPids.length > 1 ? namespacedPids.at(-1) : undefined;
  return {
    title: `${pid} ${name}`,
    says: [
      text.picture.processIs(name, pid, commandOf(process)),
      ...(inside === undefined ? [] : [text.picture.inside(inside)]),
      text.picture.choose,
    ].join(". "),
    path: `/proc/${pid}/status`,
    manual: "proc_pid_status(5)",
  };
}

const linkManuals: Readonly<Record<string, string>> = { veth: "veth(4)", bridge: "ip-link(8)", vxlan: "ip-link(8)" };

export function linkFact(snapshot: Snapshot, namespace: NamespaceInode, link: Link): Fact {
  const { kind, name, counters, master } = link;
  const bridge = snapshot.networks.get(namespace)?.links.find(({ index }) => index === master);
  const holder = [...snapshot.processes.values()].find(({ namespaces }) => namespaces.net === namespace);
  return {
    title: name,
    says: [
      kindSentence(link),
      ...(bridge ? [text.picture.pluggedInto(bridge.name)] : []),
      text.picture.packetsLong(String(counters.rxPackets), String(counters.txPackets)),
    ].join(" "),
    path: `/proc/${holder?.pid ?? 1}/net/dev`,
    manual: linkManuals[kind] ?? "netdevice(7)",
  };
}

function kindSentence({ kind, name }: Link): string {
  const { linkIs } = text.picture;
  if (name === "lo") return linkIs.loopback;
  if (kind === "veth" || kind === "bridge" || kind === "vxlan") return linkIs[kind];
  return kind === "" ? linkIs.device : linkIs.other(kind);
}

export function linkState({ up, carrier }: Link): string {
  if (!up) return text.picture.down;
  return carrier ? text.picture.up : text.picture.noCarrier;
}

export function linkAddresses({ addresses }: Link): string[] {
  return addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`);
}

export function linkKind({ kind, name, details }: Link): string {
  if (name === "lo") return "loopback";
  const vni = details["vni"];
  if (kind === "vxlan" && vni !== undefined) return `vxlan ${text.picture.tunnel(String(vni), String(details["remote"] ?? ""))}`;
  return kind;
}

export function packets({ counters }: Link): string {
  return text.picture.packets(String(counters.rxPackets), String(counters.txPackets));
}
