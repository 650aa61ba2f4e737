import { capabilityNames } from "../../kernel/capabilities.ts";
import {
  type IdMapping,
  type Ids,
  type NamespaceType,
  namespaceTypes,
  type Process,
  type Snapshot,
} from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { type Apart, type WallName, wallNames, walls } from "./container.ts";
import { commandOf, namespaceManuals } from "./describe.ts";
import type { Fact } from "./fact.ts";

export interface ProcessRow {
  readonly fact: Fact;
  readonly value: string;
  readonly otherValue: string | undefined;
  /** Whether the value sets it apart from the host. */
  readonly apart?: Apart;
  readonly otherApart?: Apart | undefined;
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly ProcessRow[];
}

const words = text.picture.process;
const sets = ["effective", "permitted", "inheritable", "bounding", "ambient"] as const;
/** The kernel of the image has so many (CAP_LAST_CAP + 1). */
const allCapabilities = (1n << BigInt(capabilityNames.length)) - 1n;

type Told = keyof typeof words.says;

/** What is shown of a process, in groups; with another, its values beside. */
export function processRows(snapshot: Snapshot, process: Process, other: Process | undefined): RowGroup[] {
  const fact = (title: string, says: string, file: string, manual: string): Fact => ({
    title,
    says,
    path: `/proc/${process.pid}/${file}`,
    manual,
  });
  const values = (read: (of: Process) => string) => ({ value: read(process), otherValue: other && read(other) });
  const row = (name: string, told: Told, file: string, manual: string, read: (of: Process) => string): ProcessRow => ({
    fact: fact(name, words.says[told], file, manual),
    ...values(read),
  });
  const inode = (type: NamespaceType) => (of: Process) => {
    const own = of.namespaces[type];
    if (own === undefined) return words.none;
    return own === snapshot.initial[type] ? `${type}:[${own}] (${words.shared})` : `${type}:[${own}]`;
  };
  return [
    { title: text.picture.container.title, rows: wallNames.map((name) => wallRow(snapshot, name, process, other)) },
    {
      title: words.identity,
      rows: [
        row(words.command, "command", "cmdline", "proc_pid_cmdline(5)", commandOf),
        row(words.pidInside, "pidInside", "status", "pid_namespaces(7)", ({ namespacedPids }) => namespacedPids.join(" → ")),
        row(words.uid, "uid", "status", "credentials(7)", ({ uid }) => ids(uid)),
        row(words.gid, "gid", "status", "credentials(7)", ({ gid }) => ids(gid)),
        row(words.groups, "groups", "status", "credentials(7)", ({ groups }) => groups.join(" ") || words.none),
        row(words.uidMap, "uidMap", "uid_map", "user_namespaces(7)", ({ uidMap }) => map(uidMap)),
        row(words.gidMap, "gidMap", "gid_map", "user_namespaces(7)", ({ gidMap }) => map(gidMap)),
        row(words.setgroups, "setgroups", "setgroups", "user_namespaces(7)", ({ setgroups }) => setgroups),
      ],
    },
    {
      title: words.namespaces,
      rows: namespaceTypes.map((type) => ({
        fact: fact(type, text.picture.namespaceOf[type], `ns/${type}`, namespaceManuals[type]),
        ...values(inode(type)),
      })),
    },
    {
      title: words.capabilities,
      rows: sets.map((set) =>
        row(words.sets[set], set, "status", "capabilities(7)", ({ capabilities }) => capabilityWords(capabilities[set])),
      ),
    },
    {
      title: words.confinement,
      rows: [
        row(words.cgroup, "cgroup", "cgroup", "cgroups(7)", ({ cgroup }) => cgroup ?? words.none),
        row(words.root, "root", "root", "pivot_root(2)", ({ root }) => root ?? words.none),
        row(words.noNewPrivs, "noNewPrivs", "status", "prctl(2)", ({ noNewPrivs }) => (noNewPrivs ? words.yes : words.no)),
        row(words.seccomp, "seccomp", "status", "seccomp(2)", ({ seccompMode, seccompFilters }) =>
          words.seccompMode(seccompMode, seccompFilters),
        ),
        row(words.label, "label", "attr/current", "proc_pid_attr(5)", ({ securityLabel }) => securityLabel ?? words.none),
      ],
    },
  ];
}

const wallFiles: Readonly<Record<WallName, readonly [file: string, manual: string]>> = {
  namespaces: ["ns", "namespaces(7)"],
  root: ["mountinfo", "pivot_root(2)"],
  limits: ["cgroup", "cgroups(7)"],
  user: ["status", "credentials(7)"],
  capabilities: ["status", "capabilities(7)"],
  noNewPrivs: ["status", "prctl(2)"],
  seccomp: ["status", "seccomp(2)"],
  label: ["attr/current", "proc_pid_attr(5)"],
};

function wallRow(snapshot: Snapshot, name: WallName, process: Process, other: Process | undefined): ProcessRow {
  const [file, manual] = wallFiles[name];
  const { names, says } = text.picture.container;
  const { value, apart } = walls[name](snapshot, process);
  const others = other && walls[name](snapshot, other);
  const fact = { title: names[name], says: says[name], path: `/proc/${process.pid}/${file}`, manual };
  return { fact, value, apart, otherValue: others?.value, otherApart: others?.apart };
}

/** All, none, the names, or the names of the few that are missing. */
export function capabilityWords(set: bigint): string {
  const some = set & allCapabilities;
  const names = (bits: bigint) => capabilityNames.filter((_, bit) => (bits >> BigInt(bit)) & 1n).join(" ");
  if (some === 0n) return words.none;
  if (some === allCapabilities) return words.all;
  const missing = allCapabilities & ~some;
  const missingNames = names(missing);
  return missingNames.split(" ").length <= 8 ? words.allBut(missingNames) : names(some);
}

function ids({ real, effective, saved, filesystem }: Ids): string {
  return [real, effective, saved, filesystem].join(" ");
}

function map(mappings: readonly IdMapping[]): string {
  return mappings.map(({ inside, outside, count }) => `${inside} ${outside} ${count}`).join(", ") || words.none;
}
