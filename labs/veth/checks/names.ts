import type { Snapshot } from "../../../web/kernel/snapshot.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type NamedNetwork, namedNetworks, networkLabel } from "../../../web/lab/network-names.ts";
import { type Evidence, fail, pass, type Verdict } from "../../../web/lab/verdict.ts";

/** Two network namespaces, neither the host's, with a name for everybody: an nsfs mount right below /run/netns. */
export const names: Check = ({ now }) => {
  const all = namedNetworks(now);
  const own = all.filter(({ inode }) => inode !== now.initial.net);
  if (new Set(own.map(({ inode }) => inode)).size > 1) return pass(...own.map(evidence));
  const host = all.find(({ inode }) => inode === now.initial.net);
  if (host) {
    return fail(
      `${host.path} is the host's own network namespace, ${link(host.inode)}, under another name.`,
      "Whatever was bound there was in the host's namespace at that moment. Delete the name (`ip netns delete`), and let `ip netns add` make a new namespace for it.",
      [...all.map(evidence), { path: "/proc/1/ns/net", value: link(now.initial.net), note: "the host's" }],
    );
  }
  const [first, second] = own;
  if (second) {
    return fail(
      `${first?.name} and ${second.name} are two names of one namespace, ${link(second.inode)}.`,
      "A bind mount copies nothing: both paths lead to the same network. Make a second namespace.",
      own.map(evidence),
    );
  }
  return unnamed(now) ?? (first ? onlyOne(first) : none);
};

const none = fail("No network namespace has a name: nothing is mounted below /run/netns.");

function onlyOne(named: NamedNetwork): Verdict {
  return fail(`Only one network namespace has a name: ${named.name}.`, "A cable has two ends: make another one.", [
    evidence(named),
  ]);
}

/** A namespace that exists, but that `ip netns` doesn't know. */
function unnamed(now: Snapshot): Verdict | undefined {
  const known = new Set(namedNetworks(now).map(({ inode }) => inode));
  const other = [...now.namespaces.values()].find(
    ({ type, inode }) => type === "net" && !known.has(inode) && inode !== now.initial.net,
  );
  if (!other) return undefined;
  const mount = other.holders.find((holder) => holder.kind === "mount");
  if (!mount) {
    return fail(
      `There is a new network namespace, ${networkLabel(now, other.inode)}, but it has no name.`,
      "A name is a bind mount of /proc/PID/ns/net on a file in /run/netns, no more. `ip netns add` makes namespace and name at once; `ip netns attach NAME PID` names one that a process is in.",
      [{ path: "net", value: link(other.inode) }],
    );
  }
  if (mount.mountNamespace !== now.initial.mnt) {
    return fail(
      `The namespace ${link(other.inode)} is pinned at ${mount.path}, but only in mount namespace mnt:[${mount.mountNamespace}]; the host doesn't see it.`,
      "A name is a mount, and yours are private to the mount namespace that you made. Leave it, and name your namespaces where everybody sees them.",
      [{ path: mount.path, value: link(other.inode), note: `in mnt:[${mount.mountNamespace}]` }],
    );
  }
  return fail(
    `The namespace ${link(other.inode)} is pinned at ${mount.path}, where \`ip netns\` doesn't look.`,
    "It calls a namespace by the file's name in /run/netns. Bind it there.",
    [{ path: mount.path, value: link(other.inode) }],
  );
}

function evidence({ path, inode }: NamedNetwork): Evidence {
  return { path, value: link(inode), note: "nsfs mount" };
}

function link(inode: number): string {
  return `net:[${inode}]`;
}
