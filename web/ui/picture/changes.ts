import { diffSnapshots } from "../../kernel/diff.ts";
import { type NamespaceInode, type NamespaceType, namespaceKey, type Process, type Snapshot } from "../../kernel/snapshot.ts";
import { text } from "../text.ts";
import { commandOf } from "./describe.ts";

export interface Change {
  readonly kind: "appeared" | "vanished" | "changed";
  readonly sentence: string;
}

const words = text.picture.changes;

/** What is different between two looks, in sentences; the largest things first. */
export function changesBetween(since: Snapshot, now: Snapshot): Change[] {
  const diff = diffSnapshots(since, now);
  const appeared = (what: string): Change => ({ kind: "appeared", sentence: words.appeared(what) });
  const vanished = (what: string): Change => ({ kind: "vanished", sentence: words.vanished(what) });
  const changed = (sentence: string): Change => ({ kind: "changed", sentence });
  const who = (process: Process) => words.process(process.pid, commandOf(process));
  const place = (type: NamespaceType, inode: NamespaceInode) => namespaceKey(type, inode);
  return [
    ...diff.namespaces.appeared.map(({ key }) => appeared(words.namespace(key))),
    ...diff.namespaces.vanished.map(({ key }) => vanished(words.namespace(key))),
    ...diff.hostnames.map(({ key, before, after }) => changed(words.hostname(key, before, after))),
    ...diff.processes.appeared.map((process) => appeared(who(process))),
    ...diff.processes.vanished.map((process) => vanished(who(process))),
    ...diff.processes.memberships.map(({ process, type, before, after }) =>
      changed(words.moved(who(process), place(type, before), place(type, after))),
    ),
    ...diff.processes.cgroupMoves.map(({ process, before, after }) => changed(words.moved(who(process), before, after))),
    ...diff.processes.changed.flatMap(({ after, aspects }) => {
      // Moves are told one by one above.
      const rest = aspects.filter((aspect) => aspect !== "namespaces" && aspect !== "cgroup");
      return rest.length > 0 ? [changed(words.aspect(who(after), rest.join(", ")))] : [];
    }),
    ...diff.networks.flatMap((network) => {
      const where = place("net", network.namespace);
      return [
        ...network.linksAdded.map(({ name }) => appeared(words.link(name, where))),
        ...network.linksRemoved.map(({ name }) => vanished(words.link(name, where))),
        ...network.linksChanged.map(({ before, after }) =>
          changed(words.linkChanged(after.name, where, linkChanges(before, after))),
        ),
        ...network.addressesAdded.map(({ address, link }) =>
          appeared(words.address(`${address.address}/${address.prefixLength}`, link.name)),
        ),
        ...network.addressesRemoved.map(({ address, link }) =>
          vanished(words.address(`${address.address}/${address.prefixLength}`, link.name)),
        ),
        ...network.routesAdded.filter(isMain).map(({ destination }) => appeared(words.route(destination, where))),
        ...network.routesRemoved.filter(isMain).map(({ destination }) => vanished(words.route(destination, where))),
      ];
    }),
    ...diff.mounts.flatMap((mounts) => {
      const where = place("mnt", mounts.namespace);
      return [
        ...mounts.added.map(({ mountPoint }) => appeared(words.mount(mountPoint, where))),
        ...mounts.removed.map(({ mountPoint }) => vanished(words.mount(mountPoint, where))),
        ...mounts.changed.map(({ after }) => changed(words.mountChanged(after.mountPoint, where))),
      ];
    }),
    ...diff.cgroups.added.map(({ path }) => appeared(words.cgroup(path))),
    ...diff.cgroups.removed.map(({ path }) => vanished(words.cgroup(path))),
    ...diff.cgroups.files.map(({ path, file, before, after }) => changed(words.file(path, file, before ?? "–", after ?? "–"))),
  ];
}

/** Those that people write; the kernel makes others by itself. */
function isMain({ table }: { readonly table: number }): boolean {
  return table === 254;
}

function linkChanges(before: object, after: object): string {
  const was = before as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(([key, value]) => key !== "counters" && key !== "addresses" && JSON.stringify(value) !== JSON.stringify(was[key]))
    .map(([key, value]) => `${key} ${String(was[key])} → ${String(value)}`)
    .join(", ");
}
