import { describe, expect, test } from "vitest";
import { bytesOf, recorded } from "../../../test/fixtures/kernel/load.ts";
import { parseStatus } from "./status.ts";

const lines = [
  "Name:\tsleep",
  "Pid:\t214",
  "Uid:\t0\t1000\t0\t1000",
  "Gid:\t1\t2\t3\t4",
  "Groups:\t0 27 ",
  "NSpid:\t214\t9\t1",
  "SigIgn:\t0000000000000004",
  "SigCgt:\t8000000000000001",
  "CapInh:\t0000000000000000",
  "CapPrm:\t000001ffffffffff",
  "CapEff:\t00000000a80425fb",
  "CapBnd:\t000001ffffffffff",
  "CapAmb:\t0000000000000000",
  "NoNewPrivs:\t1",
  "Seccomp:\t2",
  "Seccomp_filters:\t3",
];
const parse = (of: readonly string[]) => parseStatus(bytesOf(of.join("\n")));

describe("/proc/PID/status", () => {
  test("ids, pids of every level, capability masks beyond 32 bits, seccomp", () => {
    expect(parse(lines)).toEqual({
      pid: 214,
      namespacedPids: [214, 9, 1],
      uid: { real: 0, effective: 1000, saved: 0, filesystem: 1000 },
      gid: { real: 1, effective: 2, saved: 3, filesystem: 4 },
      groups: [0, 27],
      capabilities: { inheritable: 0n, permitted: 0x1ffffffffffn, effective: 0xa80425fbn, bounding: 0x1ffffffffffn, ambient: 0n },
      caughtSignals: 0x8000000000000001n,
      noNewPrivs: true,
      seccompMode: 2,
      seccompFilters: 3,
    });
  });

  test("a mask of signals that is missing or none claims nothing", () => {
    const others = lines.filter((line) => !line.startsWith("Sig"));
    expect(parse(others)).toMatchObject({ caughtSignals: 0n });
    expect(parse([...others, "SigCgt:\tx"])).toMatchObject({ caughtSignals: 0n });
  });

  test("lines it does not know, and text after a colon in the name, change nothing", () => {
    expect(parse(["Name:\tPid:\t7", ...lines.slice(1), "Shiny:\tnew", "no colon"])).toEqual(parse(lines));
  });

  test("a name that brings its own lines does not override the kernel's", () => {
    expect(parse(["Name:\tx", "Uid:\t5\t5\t5\t5", "CapEff:\t0", ...lines.slice(1)])).toEqual(parse(lines));
  });

  test.each(["Pid", "Uid", "Gid", "Groups", "CapEff", "CapBnd"])("without a %s line nothing is claimed", (name) => {
    expect(parse(lines.filter((line) => !line.startsWith(`${name}:`)))).toBeUndefined();
  });

  test.each([
    "Uid:\t0\t0\t0",
    "Uid:\t0\t0\t0\tx",
    "Uid:\t-1\t0\t0\t0",
    "CapEff:\tzz",
    "CapEff:\t00000000000000000",
    "NSpid:\t",
    "NSpid:\t1\tx",
  ])("%j is not half understood", (line) => {
    expect(parse([...lines, line])).toBeUndefined();
  });

  test("what the guest's kernel wrote is understood for each of its processes", () => {
    const files = recorded("after").first.records.flatMap(({ files }) => files.filter(({ path }) => path === "status"));
    expect(files.length).toBeGreaterThan(10);
    for (const { data } of files) expect(parseStatus(data)).toBeDefined();
  });
});
