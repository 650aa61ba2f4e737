import { expect, test } from "vitest";
import { type Namespace, type NamespaceHolder, namespaceKey, type Snapshot } from "../kernel/snapshot.ts";
import type { Findings } from "./inquiry.ts";
import { askPinnedMounts, pinnedMounts } from "./pinned-mounts.ts";
import { emptyScene } from "./scene.ts";

const host = 100;

/** A look at mount namespaces, of which the host's and 200 were read. */
function lookAt(held: Readonly<Record<number, readonly NamespaceHolder[]>>): Snapshot {
  const namespaces = Object.entries(held).map(([digits, holders]): Namespace => {
    const inode = Number(digits);
    return { type: "mnt", inode, key: namespaceKey("mnt", inode), initial: inode === host, holders };
  });
  return {
    initial: { mnt: host },
    mounts: new Map([
      [host, {}],
      [200, {}],
    ]),
    namespaces: new Map(namespaces.map((namespace) => [namespace.key, namespace])),
  } as unknown as Snapshot;
}

const now = lookAt({
  [host]: [{ kind: "process", pid: 1 }],
  200: [{ kind: "process", pid: 20 }],
  300: [
    { kind: "mount", path: "/inside", mountNamespace: 200 },
    { kind: "mount", path: "/run/box", mountNamespace: host },
  ],
  400: [{ kind: "descriptor", pid: 40, fd: 3 }],
  500: [{ kind: "mount", path: "/inside", mountNamespace: 200 }],
});

test("namespaces that no process is in are asked for, by a path of the host", () => {
  const inquiries = askPinnedMounts({ now, since: now, events: [], answer: undefined, scene: emptyScene });
  expect(inquiries.map((inquiry) => inquiry.kind === "probe" && inquiry.argv[1])).toEqual([
    "--mount=/run/box",
    "--mount=/proc/40/fd/3",
  ]);
});

test("what was printed are their mounts, and what could not be read is left out", () => {
  const line = "60 40 0:35 / /mnt rw,relatime - tmpfs mine rw\n";
  const printed = { kind: "probe", how: "exited", status: 0, output: line, errors: "" } as const;
  const found: Findings = new Map([["mounts of mnt:[300]", printed]]);
  expect(pinnedMounts({ now, found })).toMatchObject([
    { inode: 300, path: "/run/box", mounts: [{ id: 60, mountPoint: "/mnt" }] },
  ]);
});
