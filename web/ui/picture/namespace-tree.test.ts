import { expect, test } from "vitest";
import type { Namespace, NamespaceType, Process, Snapshot } from "../../kernel/snapshot.ts";
import { layoutBoxes } from "./box-layout.ts";
import { namespaceTree } from "./namespace-tree.ts";

const host = 100;

function process(pid: number, parent: number, inode: number, type: NamespaceType, depth = 1): Process {
  return {
    pid,
    parent,
    name: `p${pid}`,
    namespaces: { [type]: inode },
    namespacedPids: Array.from({ length: depth }, () => pid),
  } as unknown as Process;
}

function snapshotOf(type: NamespaceType, processes: readonly Process[], empty: readonly number[] = []): Snapshot {
  const inodes = new Set([host, ...processes.map(({ namespaces }) => namespaces[type] as number), ...empty]);
  return {
    initial: { [type]: host },
    processes: new Map(processes.map((one) => [one.pid, one])),
    namespaces: new Map(
      [...inodes].map((inode) => [
        `${type}:${inode}`,
        { type, inode, key: `${type}:${inode}`, initial: inode === host, holders: [] } as Namespace,
      ]),
    ),
  } as unknown as Snapshot;
}

/** `100(1 200(2))`: namespaces with their processes, children inside. */
function drawn(snapshot: Snapshot, type: NamespaceType): string {
  const show = (node: ReturnType<typeof namespaceTree>): string =>
    `${node.data.namespace?.inode ?? ""}(${[...node.data.processes.map(({ pid }) => pid), ...(node.children ?? []).map(show)].join(" ")})`;
  return show(namespaceTree(snapshot, type));
}

test("user namespaces nest as their makers do", () => {
  const processes = [
    process(1, 0, host, "user"),
    process(2, 1, 200, "user"),
    process(3, 2, 300, "user"),
    process(4, 3, 300, "user"),
  ];
  expect(drawn(snapshotOf("user", processes), "user")).toBe("(100(1 200(2 300(3 4))))");
});

test("PID namespaces nest by depth, whatever the parent's own is", () => {
  // unshare --pid --fork: 2 stays in the host's, its child 3 is the first inside; 4 was started by nsenter from the host, two levels down.
  const processes = [
    process(1, 0, host, "pid"),
    process(2, 1, host, "pid"),
    process(3, 2, 200, "pid", 2),
    process(4, 3, 300, "pid", 3),
    process(5, 1, 300, "pid", 3),
  ];
  expect(drawn(snapshotOf("pid", processes), "pid")).toBe("(100(1 2 200(3 300(4 5))))");
});

test("other types lie side by side, the host's first, also those that nobody is in", () => {
  const processes = [process(1, 0, host, "uts"), process(2, 1, 50, "uts")];
  expect(drawn(snapshotOf("uts", processes, [70]), "uts")).toBe("(100(1) 50(2) 70())");
});

test.each([240, 700, 1400])(
  "200 processes in nested namespaces are laid out in %i pixels: inside their boxes, none on another",
  (width) => {
    const processes = Array.from({ length: 200 }, (_, i) =>
      i < 80 ? process(i + 1, 1, host, "pid") : i < 150 ? process(i + 1, 1, 200, "pid", 2) : process(i + 1, 90, 300, "pid", 3),
    );
    const snapshot = snapshotOf("pid", processes);
    const { boxes, height } = layoutBoxes(namespaceTree(snapshot, "pid"), width);
    const chips = boxes.flatMap((box) => box.chips.map((chip) => ({ ...chip, height: 22, box })));
    expect(chips).toHaveLength(200);
    for (const { x, y, width: chipWidth, box } of chips) {
      expect(x).toBeGreaterThanOrEqual(box.x);
      expect(x + chipWidth).toBeLessThanOrEqual(box.x + box.width + 0.01);
      expect(y + 22).toBeLessThanOrEqual(box.y + box.height + 0.01);
    }
    const overlaps = chips.filter((one, i) =>
      chips.some(
        (other, j) =>
          j > i && one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + 22 && other.y < one.y + 22,
      ),
    );
    expect(overlaps).toEqual([]);
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
    }
  },
);
