import { describe, expect, test } from "vitest";
import { recorded, snapshotOf } from "../../test/fixtures/kernel/load.ts";
import { cheapLook, fullLook, watchQueries } from "./look.ts";

const filesOf = (look: typeof fullLook, directory: string) => look.find((query) => query.directory === directory)?.files ?? [];

describe("what a look asks", () => {
  test("a process's stat comes last, so that its death during the look shows", () => {
    expect(filesOf(fullLook, "/proc/[pid]").at(-1)?.path).toBe("stat");
  });

  test("PID 1 comes first, so that a cut-off answer keeps its baseline", () => {
    expect(fullLook[0]?.directory).toBe("/proc/1");
  });

  test("a cheap look holds no file that changes by itself", () => {
    const restless = /(^|\/)(stat|status|uptime|cmdline|cgroup\.procs|net\/dev)$|\.(current|peak|stat|pressure)$/;
    const paths = cheapLook.flatMap(({ files }) => files.map(({ path }) => path));
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => restless.test(path))).toEqual([]);
    expect(filesOf(fullLook, "/proc/[pid]").filter(({ path }) => restless.test(path)).length).toBeGreaterThan(0);
  });

  test("everything the recorded guest was asked was answered by a directory of its kind", () => {
    const groups = new Set(recorded("after").first.records.map(({ group }) => group));
    expect([...groups]).toEqual(fullLook.map((_, index) => index));
  });
});

describe("what a cheap look adds for known namespaces", () => {
  const snapshot = snapshotOf(recorded("after"));
  const watched = watchQueries(snapshot);
  const readsOf = (file: string) =>
    watched.filter(({ files }) => files.some(({ path }) => path === file)).map(({ directory }) => directory);

  test("one id map, one set of offsets, one host name, one mountinfo for each that holds a process", () => {
    const held = (type: string, kind = "process") =>
      [...snapshot.namespaces.values()].filter(
        (ns) => ns.type === type && !ns.initial && ns.holders.some((holder) => holder.kind === kind),
      ).length;
    expect(readsOf("uid_map")).toHaveLength(held("user"));
    expect(readsOf("timens_offsets")).toHaveLength(held("time"));
    expect(readsOf("ns/uts\0/proc/sys/kernel/hostname")).toHaveLength(held("uts"));
    expect(readsOf("mountinfo")).toHaveLength(held("mnt"));
    expect([held("user"), held("time"), held("uts"), held("mnt")]).toEqual([1, 1, 1, 2]);
  });

  test("nothing for a guest in which nobody made a namespace", () => {
    expect(watchQueries(snapshotOf(recorded("before")))).toEqual([]);
  });
});
