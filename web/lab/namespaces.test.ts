import { describe, expect, test } from "vitest";
import type { Namespace, NamespaceHolder, Process, Snapshot } from "../kernel/snapshot.ts";
import { namespaceKey } from "../kernel/snapshot.ts";
import type { ProcessEvent } from "./events.ts";
import { arrivedIn, inNew, isAway, newNamespaces } from "./namespaces.ts";
import { emptyScene } from "./scene.ts";

const host = 100;

interface Given {
  readonly pid: number;
  /** Inode of its UTS namespace. */
  readonly uts: number;
  readonly startTime?: bigint;
}

/** A look of which only processes and UTS namespaces count here. `pinned`: inodes that a mount keeps. */
function lookAt(given: readonly Given[], pinned: readonly number[] = []): Snapshot {
  const processes = given.map(
    ({ pid, uts, startTime }) => ({ pid, startTime: startTime ?? BigInt(pid), namespaces: { uts } }) as Process,
  );
  const namespaces = new Map<string, Namespace>();
  const hold = (inode: number, holder: NamespaceHolder) => {
    const key = namespaceKey("uts", inode);
    const holders = [...(namespaces.get(key)?.holders ?? []), holder];
    namespaces.set(key, { type: "uts", inode, key, initial: inode === host, holders });
  };
  for (const { pid, uts } of given) hold(uts, { kind: "process", pid });
  for (const inode of pinned) hold(inode, { kind: "mount", path: "/pinned", mountNamespace: 1 });
  return {
    initial: { uts: host },
    processes: new Map(processes.map((process) => [process.pid, process])),
    namespaces,
  } as unknown as Snapshot;
}

const fork = (pid: number, parent: number): ProcessEvent => ({ kind: "fork", pid, parent });
const shell = { pid: 10, uts: host };

function pidsInNew(since: Snapshot, now: Snapshot, events: readonly ProcessEvent[] = []): number[] {
  return inNew("uts", { since, now, events, answer: undefined, scene: emptyScene, found: new Map() }).map(({ pid }) => pid);
}

describe("in a namespace made since the step began", () => {
  test("is who is in one that was not there", () => {
    expect(pidsInNew(lookAt([shell]), lookAt([shell, { pid: 20, uts: 7 }]))).toEqual([20]);
  });

  test("is not who is in the host's", () => {
    expect(pidsInNew(lookAt([shell]), lookAt([shell, { pid: 20, uts: host }]))).toEqual([]);
  });

  test("is not who was there before, nor a child of theirs, even when the parent has gone", () => {
    const since = lookAt([shell, { pid: 20, uts: 7 }]);
    expect(pidsInNew(since, lookAt([shell, { pid: 20, uts: 7 }]))).toEqual([]);
    expect(pidsInNew(since, lookAt([shell, { pid: 20, uts: 7 }, { pid: 21, uts: 7 }]), [fork(21, 20)])).toEqual([]);
    expect(pidsInNew(since, lookAt([shell, { pid: 22, uts: 7 }]), [fork(21, 20), fork(22, 21)])).toEqual([]);
  });

  test("is who got an inode number that a namespace of before had, when that one is gone", () => {
    const since = lookAt([shell, { pid: 20, uts: 7 }]);
    expect(pidsInNew(since, lookAt([shell, { pid: 30, uts: 7 }]), [fork(30, 10)])).toEqual([30]);
  });

  test("is who got the inode and the pid of one that is gone", () => {
    const since = lookAt([shell, { pid: 20, uts: 7, startTime: 1n }]);
    const now = lookAt([shell, { pid: 20, uts: 7, startTime: 999n }]);
    expect(pidsInNew(since, now, [fork(20, 10)])).toEqual([20]);
  });

  test("is not who ended while the look was taken, but is who got their pid", () => {
    const end: ProcessEvent = { kind: "exit", pid: 20, code: 0 };
    const now = lookAt([shell, { pid: 20, uts: 7 }]);
    expect(pidsInNew(lookAt([shell]), now, [fork(20, 10), end])).toEqual([]);
    expect(pidsInNew(lookAt([shell]), now, [end, fork(20, 10)])).toEqual([20]);
    expect(pidsInNew(lookAt([shell]), now, [end, { kind: "exec", pid: 20 }])).toEqual([20]);
  });

  test("is not who entered one that a mount kept all along", () => {
    expect(pidsInNew(lookAt([shell], [7]), lookAt([shell, { pid: 20, uts: 7 }], [7]))).toEqual([]);
  });

  test("a parent that is its own ancestor in the events does not hang the search", () => {
    const since = lookAt([shell, { pid: 20, uts: 7 }]);
    expect(pidsInNew(since, lookAt([shell, { pid: 30, uts: 7 }]), [fork(30, 31), fork(31, 30)])).toEqual([30]);
  });
});

test("arrived in a namespace is who was elsewhere or not there when the step began, and no namesake of theirs", () => {
  const since = lookAt([shell, { pid: 11, uts: host }, { pid: 20, uts: 7 }, { pid: 21, uts: 7, startTime: 1n }], [7]);
  const now = lookAt(
    [shell, { pid: 11, uts: 7 }, { pid: 20, uts: 7 }, { pid: 21, uts: 7, startTime: 999n }, { pid: 30, uts: 7 }],
    [7],
  );
  expect(arrivedIn({ type: "uts", inode: 7 }, { since, now }).map(({ pid }) => pid)).toEqual([11, 21, 30]);
});

test("a namespace that only a mount keeps is new when it was not there", () => {
  const since = lookAt([shell], [7]);
  const now = lookAt([shell], [7, 8]);
  expect(
    newNamespaces("uts", { since, now, events: [], answer: undefined, scene: emptyScene, found: new Map() }).map(
      ({ inode }) => inode,
    ),
  ).toEqual([8]);
});

test("a process whose namespace is not shown is away from nothing", () => {
  const now = lookAt([shell]);
  expect(isAway(now, { pid: 5, namespaces: {} } as Process, "uts")).toBe(false);
});
