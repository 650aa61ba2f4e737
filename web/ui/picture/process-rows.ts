import { capabilityNames } from "../../kernel/capabilities.ts";
import { type IdMapping, type Ids, namespaceTypes, type Process, type Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { commandOf } from "./describe.ts";

export interface ProcessRow {
  readonly name: string;
  /** Where the kernel shows it. */
  readonly path: string;
  readonly value: string;
  readonly otherValue: string | undefined;
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly ProcessRow[];
}

const words = text.picture.process;
const sets = ["effective", "permitted", "inheritable", "bounding", "ambient"] as const;
/** The kernel of the image has so many (CAP_LAST_CAP + 1). */
const allCapabilities = (1n << BigInt(capabilityNames.length)) - 1n;

/** What is shown of a process, in groups; with another, its values beside. */
export function processRows(snapshot: Snapshot, process: Process, other: Process | undefined): RowGroup[] {
  const row = (name: string, file: string, read: (of: Process) => string): ProcessRow => ({
    name,
    path: `/proc/${process.pid}/${file}`,
    value: read(process),
    otherValue: other && read(other),
  });
  return [
    {
      title: words.identity,
      rows: [
        row(words.command, "cmdline", commandOf),
        row(words.pidInside, "status", ({ namespacedPids }) => namespacedPids.join(" → ")),
        row(words.uid, "status", ({ uid }) => ids(uid)),
        row(words.gid, "status", ({ gid }) => ids(gid)),
        row(words.groups, "status", ({ groups }) => groups.join(" ") || words.none),
        row(words.uidMap, "uid_map", ({ uidMap }) => map(uidMap)),
        row(words.gidMap, "gid_map", ({ gidMap }) => map(gidMap)),
        row(words.setgroups, "setgroups", ({ setgroups }) => setgroups),
      ],
    },
    {
      title: words.namespaces,
      rows: namespaceTypes.map((type) =>
        row(type, `ns/${type}`, ({ namespaces }) => {
          const inode = namespaces[type];
          if (inode === undefined) return words.none;
          return inode === snapshot.initial[type] ? `${type}:[${inode}] (${words.shared})` : `${type}:[${inode}]`;
        }),
      ),
    },
    {
      title: words.capabilities,
      rows: sets.map((set) => row(words.sets[set], "status", ({ capabilities }) => capabilityWords(capabilities[set]))),
    },
    {
      title: words.confinement,
      rows: [
        row(words.cgroup, "cgroup", ({ cgroup }) => cgroup ?? words.none),
        row(words.root, "root", ({ root }) => root ?? words.none),
        row(words.noNewPrivs, "status", ({ noNewPrivs }) => (noNewPrivs ? words.yes : words.no)),
        row(words.seccomp, "status", ({ seccompMode, seccompFilters }) => words.seccompMode(seccompMode, seccompFilters)),
        row(words.label, "attr/current", ({ securityLabel }) => securityLabel ?? words.none),
      ],
    },
  ];
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
