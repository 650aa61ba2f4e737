import { describe, expect, test } from "vitest";
import { parsePressure } from "./pressure.ts";
import { controllersIn, cpuMax, flatKeyed, limitOf, nestedKeyed, processesIn } from "./values.ts";

describe("the formats of cgroup v2", () => {
  test("flat keyed", () => {
    const events = flatKeyed("low 0\nhigh 3\noom_kill 1\nbroken\ntoo many words\nx -1\n");
    expect([...events]).toEqual([
      ["low", 0],
      ["high", 3],
      ["oom_kill", 1],
    ]);
  });

  test("nested keyed", () => {
    const limits = nestedKeyed("8:16 rbps=2097152 wbps=max riops=max wiops=120\n254:0 rbytes=1");
    expect(limits.get("8:16")?.get("wbps")).toBe("max");
    expect(limits.get("254:0")?.get("rbytes")).toBe("1");
    expect(nestedKeyed("").size).toBe(0);
  });

  test("no limit is above every number, and an absent file is no limit of any kind", () => {
    expect(limitOf("67108864\n")).toBe(67108864);
    expect(limitOf("max")).toBe(Number.POSITIVE_INFINITY);
    for (const text of [undefined, "", "maximum", "-1", "1 2", "64M"]) expect(limitOf(text), text).toBeUndefined();
  });

  test("cpu.max is a quota in a period", () => {
    expect(cpuMax("50000 100000")).toEqual({ quota: 50000, period: 100000 });
    expect(cpuMax("max 100000\n")).toEqual({ quota: Number.POSITIVE_INFINITY, period: 100000 });
    for (const text of [undefined, "", "50000", "50000 0", "1 2 3"]) expect(cpuMax(text), text).toBeUndefined();
  });

  test("cgroup.procs: processes of other PID namespaces, shown as 0, are left out", () => {
    expect(processesIn("0\n12\n\n345\nx\n")).toEqual([12, 345]);
  });

  test("controllers are words on a line", () => {
    expect(controllersIn("cpu memory pids\n")).toEqual(["cpu", "memory", "pids"]);
    expect(controllersIn("")).toEqual([]);
    expect(controllersIn(undefined)).toEqual([]);
  });

  test("pressure: both lines, or only the first as in the root's cpu.pressure", () => {
    const some = "some avg10=1.08 avg60=0.19 avg300=0.04 total=145070";
    const parsed = { average10: 1.08, average60: 0.19, average300: 0.04, total: 145070n };
    expect(parsePressure(some)).toEqual({ some: parsed });
    expect(parsePressure(`${some}\n${some.replace("some", "full")}\n`)).toEqual({ some: parsed, full: parsed });
    expect(parsePressure("some avg10=1.08 avg60=0.19 total=1")).toEqual({});
  });
});
