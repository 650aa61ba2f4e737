/** What the kernel showed in one look. Immutable; made by `parseLook` from the agent's raw records. */

export const namespaceTypes = ["cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"] as const;
export type NamespaceType = (typeof namespaceTypes)[number];

/** Inode number of a namespace, as in `uts:[4026531838]`. Reused by the kernel after the namespace is gone. */
export type NamespaceInode = number;

/** `type:inode`, unique within one snapshot. */
export type NamespaceKey = `${NamespaceType}:${NamespaceInode}`;

export interface Ids {
  readonly real: number;
  readonly effective: number;
  readonly saved: number;
  readonly filesystem: number;
}

/** The five capability sets, one bit a capability (capabilities(7)); 41 are in use, so they are BigInt. */
export interface Capabilities {
  readonly inheritable: bigint;
  readonly permitted: bigint;
  readonly effective: bigint;
  readonly bounding: bigint;
  readonly ambient: bigint;
}

/** A line of `/proc/PID/uid_map` or `gid_map`, as the reader (PID 1, the initial user namespace) sees it. */
export interface IdMapping {
  readonly inside: number;
  readonly outside: number;
  readonly count: number;
}

/** A file that was asked for and could not be read; whoever needs it answers "unknown". */
export interface Gap {
  readonly path: string;
  /** Linux errno, or 0 when the answer was cut off or not understood. */
  readonly errno: number;
  readonly message: string;
}

/** One process of userspace (not the agent's own). Identified by (pid, startTime): pids are reused. */
export interface Process {
  readonly pid: number;
  /** Field 22 of `/proc/PID/stat`: clock ticks since boot. */
  readonly startTime: bigint;
  /** `comm` from `/proc/PID/stat`, at most 15 bytes; not-UTF-8 bytes as `\xNN`. */
  readonly name: string;
  readonly parent: number;
  readonly processGroup: number;
  readonly session: number;
  /** Device number of the controlling terminal, 0 for none. */
  readonly terminal: number;
  /** Process group in the foreground of that terminal (field 8 of `/proc/PID/stat`); -1 without one. */
  readonly foregroundGroup: number;
  /** R, S, D, T, t, Z, X, I as in proc_pid_stat(5). */
  readonly state: string;
  readonly threads: number;
  /** Inode of each namespace that `/proc/PID/ns` showed; a zombie has none. */
  readonly namespaces: Readonly<Partial<Record<NamespaceType, NamespaceInode>>>;
  /** `pid_for_children` and `time_for_children`: where its next children go; not membership. */
  readonly forChildren: Readonly<Partial<Record<"pid" | "time", NamespaceInode>>>;
  /** NSpid: its pid in each nested PID namespace, outermost first; one entry when it is in ours. */
  readonly namespacedPids: readonly number[];
  readonly uid: Ids;
  readonly gid: Ids;
  readonly groups: readonly number[];
  readonly capabilities: Capabilities;
  /** SigCgt: signals with a handler, one bit each; the lowest is SIGHUP. Who waits for them instead (sigwait(3)) does not show. */
  readonly caughtSignals: bigint;
  readonly noNewPrivs: boolean;
  /** 0 off, 1 strict, 2 filter. */
  readonly seccompMode: number;
  readonly seccompFilters: number;
  readonly uidMap: readonly IdMapping[];
  readonly gidMap: readonly IdMapping[];
  /** "allow" or "deny": `/proc/PID/setgroups`. */
  readonly setgroups: string;
  /** `/proc/PID/timens_offsets`: seconds and nanoseconds added for its children's time namespace. */
  readonly timeOffsets: Readonly<
    Partial<Record<"monotonic" | "boottime", { readonly seconds: bigint; readonly nanoseconds: number }>>
  >;
  /** cgroup v2 path (`0::`), "/" for the root; undefined when not shown. */
  readonly cgroup: string | undefined;
  /** v1 hierarchies: controllers (comma-separated, as shown) to path. */
  readonly cgroupsV1: ReadonlyMap<string, string>;
  readonly root: string | undefined;
  readonly cwd: string | undefined;
  readonly exe: string | undefined;
  readonly commandLine: readonly string[];
  /** Label of the active LSM, `/proc/PID/attr/current` ("unconfined"). */
  readonly securityLabel: string | undefined;
  /** User CPU and system CPU time in clock ticks (1/100 s). */
  readonly cpuTicks: { readonly user: bigint; readonly system: bigint };
  /** Open descriptors that name namespaces, as fd number to namespace key. */
  readonly namespaceDescriptors: ReadonlyMap<number, NamespaceKey>;
  readonly gaps: readonly Gap[];
}

/** Who keeps a namespace alive. */
export type NamespaceHolder =
  | { readonly kind: "process"; readonly pid: number }
  | { readonly kind: "children"; readonly pid: number }
  | { readonly kind: "descriptor"; readonly pid: number; readonly fd: number }
  | { readonly kind: "mount"; readonly path: string; readonly mountNamespace: NamespaceInode };

export interface Namespace {
  readonly type: NamespaceType;
  readonly inode: NamespaceInode;
  readonly key: NamespaceKey;
  /** PID 1's own: the host's. */
  readonly initial: boolean;
  readonly holders: readonly NamespaceHolder[];
  /** UTS namespaces: `/proc/sys/kernel/hostname` and `domainname` read inside. */
  readonly hostname?: string;
  readonly domainname?: string;
}

/** A line of `/proc/PID/mountinfo` (proc_pid_mountinfo(5)); octal escapes decoded. */
export interface Mount {
  readonly id: number;
  readonly parent: number;
  /** `major:minor` */
  readonly device: string;
  /** The directory of the file system that is the root of this mount; for nsfs `net:[4026532000]`. */
  readonly root: string;
  /** Relative to the root of the process through which it was read. */
  readonly mountPoint: string;
  readonly options: readonly string[];
  /** Peer group of `shared:N`. */
  readonly shared: number | undefined;
  /** `master:N`: receives from N. */
  readonly master: number | undefined;
  readonly propagateFrom: number | undefined;
  readonly unbindable: boolean;
  readonly type: string;
  readonly source: string;
  readonly superOptions: readonly string[];
}

export interface MountNamespace {
  readonly inode: NamespaceInode;
  /** The process whose mountinfo this is. */
  readonly readThrough: number;
  readonly mounts: readonly Mount[];
}

export interface LinkAddress {
  readonly family: "inet" | "inet6";
  readonly address: string;
  readonly prefixLength: number;
  readonly scope: string;
}

export interface Link {
  readonly index: number;
  readonly name: string;
  /** IFLA_INFO_KIND: veth, bridge, vxlan, macvlan, ipvlan, dummy …; "" for lo and hardware. */
  readonly kind: string;
  /** For veth: the peer's index, in the namespace `peerNamespaceId` when that is given. */
  readonly peerIndex: number | undefined;
  readonly peerNamespaceId: number | undefined;
  /** Index of the bridge or bond it is enslaved to. */
  readonly master: number | undefined;
  readonly up: boolean;
  /** IFF_LOWER_UP: carrier. */
  readonly carrier: boolean;
  readonly operationalState: string;
  readonly hardwareAddress: string;
  readonly mtu: number;
  readonly counters: {
    readonly rxPackets: bigint;
    readonly rxBytes: bigint;
    readonly txPackets: bigint;
    readonly txBytes: bigint;
  };
  readonly addresses: readonly LinkAddress[];
  /** What the kind has to say: `vni`, `mode`, `local`, `remote`, `port` … */
  readonly details: Readonly<Record<string, string | number>>;
}

export interface Route {
  readonly family: "inet" | "inet6";
  /** "default" or `address/prefix`. */
  readonly destination: string;
  readonly gateway: string | undefined;
  readonly outputIndex: number | undefined;
  readonly source: string | undefined;
  readonly table: number;
  readonly scope: string;
  readonly type: string;
  readonly metric: number | undefined;
}

export interface NetworkNamespace {
  readonly inode: NamespaceInode;
  /** Path through which it was entered. */
  readonly readThrough: string;
  readonly links: readonly Link[];
  readonly routes: readonly Route[];
}

/** A cgroup v2 directory. Files are kept as read, trimmed; absent ones are not in the map. */
export interface Cgroup {
  /** "/" for the root, "/demo/inner" below. */
  readonly path: string;
  /** st_ino of the directory: identifies it across a remove and make of the same name. */
  readonly inode: bigint;
  readonly files: ReadonlyMap<string, string>;
  /** cgroup.controllers */
  readonly controllers: readonly string[];
  /** cgroup.subtree_control */
  readonly subtreeControl: readonly string[];
  /** Pids in cgroup.procs. */
  readonly processes: readonly number[];
}

export interface Snapshot {
  /** Counts up with every look of a session. */
  readonly sequence: number;
  /** `/proc/uptime`, seconds since the guest booted. */
  readonly uptime: number;
  /** `/proc/uptime`, seconds for which its CPU had nothing to do. */
  readonly idleTime: number;
  /**
   * `btime` of `/proc/stat`, seconds since the epoch: when the guest booted by its wall clock, so it moves when somebody sets
   * that.
   */
  readonly bootTime: number;
  /** `/proc/sys/kernel/random/boot_id`. */
  readonly bootId: string;
  /** `/proc/sys/kernel/hostname` of the host (PID 1's UTS namespace). */
  readonly hostname: string;
  /** The host's namespaces: PID 1's. */
  readonly initial: Readonly<Record<NamespaceType, NamespaceInode>>;
  readonly processes: ReadonlyMap<number, Process>;
  readonly namespaces: ReadonlyMap<NamespaceKey, Namespace>;
  /** By inode of the mount namespace. */
  readonly mounts: ReadonlyMap<NamespaceInode, MountNamespace>;
  /** By inode of the network namespace. */
  readonly networks: ReadonlyMap<NamespaceInode, NetworkNamespace>;
  /** cgroup v2 hierarchy by path. */
  readonly cgroups: ReadonlyMap<string, Cgroup>;
  /** What could not be seen in this look. */
  readonly gaps: readonly Gap[];
}

export function namespaceKey(type: NamespaceType, inode: NamespaceInode): NamespaceKey {
  return `${type}:${inode}`;
}
