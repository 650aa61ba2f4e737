import { capabilityNames } from "../../kernel/capabilities.ts";
import { type Mount, type NamespaceType, namespaceTypes, type Process, type Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";

/** Whether something sets a process apart from the host: as a container's does, somewhat, or not at all. */
export type Apart = "yes" | "partly" | "no";

export interface Wall {
  readonly apart: Apart;
  readonly value: string;
}

export const wallNames = ["namespaces", "root", "limits", "user", "capabilities", "noNewPrivs", "seccomp", "label"] as const;
export type WallName = (typeof wallNames)[number];

const words = text.picture.container;
/** What every container engine gives a container by default. */
const usual: readonly NamespaceType[] = ["ipc", "mnt", "net", "pid", "uts"];
const limitFiles = ["pids.max", "memory.max", "cpu.max"] as const;

/** What there is of a container about a process. */
export const walls: Readonly<Record<WallName, (snapshot: Snapshot, process: Process) => Wall>> = {
  namespaces({ initial }, { namespaces }) {
    const own = namespaceTypes.filter((type) => namespaces[type] !== undefined && namespaces[type] !== initial[type]);
    const apart = own.length === 0 ? "no" : usual.every((type) => own.includes(type)) ? "yes" : "partly";
    return { apart, value: own.length === 0 ? words.allTheHosts : words.own(own.length, namespaceTypes.length, own.join(" ")) };
  },
  root(snapshot, { namespaces, root }) {
    const hosts = rootMount(snapshot, snapshot.initial.mnt);
    const own = namespaces.mnt === snapshot.initial.mnt ? undefined : rootMount(snapshot, namespaces.mnt);
    if (own && hosts && (own.device !== hosts.device || own.root !== hosts.root))
      return { apart: "yes", value: words.ownRoot(own.type, own.source) };
    return root === undefined || root === "/"
      ? { apart: "no", value: words.hostsRoot }
      : { apart: "partly", value: words.chrooted(root) };
  },
  limits(snapshot, { cgroup }) {
    const found = limitFiles.flatMap((file) => limitOf(snapshot, cgroup, file) ?? []);
    const apart = found.length === 0 ? "no" : found.length === limitFiles.length ? "yes" : "partly";
    return { apart, value: found.length === 0 ? words.noLimits : found.join(", ") };
  },
  user({ initial }, { uid, namespaces }) {
    if (uid.effective !== 0) return { apart: "yes", value: words.uid(uid.effective) };
    return { apart: "no", value: namespaces.user === initial.user ? words.hostsRootUser : words.hostsRootInside };
  },
  capabilities({ initial }, { capabilities: { effective, bounding }, namespaces }) {
    const [now, ever] = [count(effective), count(bounding)];
    const value = words.capabilities(now, ever, capabilityNames.length);
    if (namespaces.user !== initial.user) return { apart: "yes", value: `${value} ${words.insideOnly}` };
    const least = Math.max(now, ever);
    return { apart: least < capabilityNames.length ? "yes" : now < ever ? "partly" : "no", value };
  },
  noNewPrivs(_, { noNewPrivs }) {
    return noNewPrivs ? { apart: "yes", value: words.yes } : { apart: "no", value: words.no };
  },
  seccomp(_, { seccompFilters }) {
    return { apart: seccompFilters > 0 ? "yes" : "no", value: words.filters(seccompFilters) };
  },
  label(_, { securityLabel }) {
    if (securityLabel === undefined || securityLabel.startsWith("unconfined")) return { apart: "no", value: words.unconfined };
    return { apart: securityLabel.endsWith("(complain)") ? "partly" : "yes", value: securityLabel };
  },
};

function rootMount({ mounts }: Snapshot, namespace: number | undefined): Mount | undefined {
  // The last one mounted there is the one that is seen.
  return namespace === undefined ? undefined : mounts.get(namespace)?.mounts.findLast(({ mountPoint }) => mountPoint === "/");
}

/** The nearest limit on the way up; a cgroup is bound by those above it. */
function limitOf({ cgroups }: Snapshot, path: string | undefined, file: (typeof limitFiles)[number]): string | undefined {
  for (let at = path; at !== undefined && at !== "/" && at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const value = cgroups.get(at)?.files.get(file)?.trim();
    if (value !== undefined && !value.startsWith("max")) return `${file} ${value}`;
  }
  return undefined;
}

function count(set: bigint): number {
  return capabilityNames.filter((_, bit) => (set >> BigInt(bit)) & 1n).length;
}
