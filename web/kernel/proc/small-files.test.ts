import { describe, expect, test } from "vitest";
import { bytesOf } from "../../../test/fixtures/kernel/load.ts";
import { parseBootTime } from "./boot-time.ts";
import { parseCgroupMembership } from "./cgroup-membership.ts";
import { parseCommandLine } from "./command-line.ts";
import { parseIdMap } from "./id-map.ts";
import { parseNamespaceLink } from "./namespace-link.ts";
import { parseSecurityLabel } from "./security-label.ts";
import { parseSetgroups } from "./setgroups.ts";
import { parseTimeOffsets } from "./time-offsets.ts";
import { parseIdleTime, parseUptime } from "./uptime.ts";

describe("uid_map and gid_map", () => {
  test("a map of several lines, up to the whole range", () => {
    expect(parseIdMap(bytesOf("         0       1000          1\n         1     100000      65536\n"))).toEqual([
      { inside: 0, outside: 1000, count: 1 },
      { inside: 1, outside: 100000, count: 65536 },
    ]);
    expect(parseIdMap(bytesOf("0 0 4294967295\n"))).toEqual([{ inside: 0, outside: 0, count: 4294967295 }]);
  });

  test("a map nobody has written yet is empty, which is not the same as unreadable", () => {
    expect(parseIdMap(bytesOf(""))).toEqual([]);
    for (const text of ["0 0", "0 0 1 1", "a b c", "0 0 -1", "0 0 1\nx"]) expect(parseIdMap(bytesOf(text)), text).toBeUndefined();
  });
});

describe("timens_offsets", () => {
  test("offsets may be negative", () => {
    expect(parseTimeOffsets(bytesOf("monotonic          -5         0\nboottime        86400 500000000\n"))).toEqual({
      monotonic: { seconds: -5n, nanoseconds: 0 },
      boottime: { seconds: 86400n, nanoseconds: 500000000 },
    });
  });

  test("a clock it does not know is passed over, a broken line is not", () => {
    expect(parseTimeOffsets(bytesOf("tai 1 2\nboottime 1 0\n"))).toEqual({ boottime: { seconds: 1n, nanoseconds: 0 } });
    expect(parseTimeOffsets(bytesOf("boottime 1\n"))).toBeUndefined();
    expect(parseTimeOffsets(bytesOf("boottime 1.5 0\n"))).toBeUndefined();
  });
});

describe("/proc/PID/cgroup", () => {
  test("v2 and v1 hierarchies side by side, named ones too", () => {
    const { v2, v1 } = parseCgroupMembership(bytesOf("5:cpu,cpuacct:/docker\n1:name=systemd:/init\n0::/demo/inner\n"));
    expect(v2).toBe("/demo/inner");
    expect([...v1]).toEqual([
      ["cpu,cpuacct", "/docker"],
      ["name=systemd", "/init"],
    ]);
  });

  test("a path may hold colons and brackets", () => {
    expect(parseCgroupMembership(bytesOf("0::/a:b (deleted)\n")).v2).toBe("/a:b (deleted)");
  });

  test("a line that is none gives nothing", () => {
    expect(parseCgroupMembership(bytesOf("0:\n::/x\n7::/x\nx\n0::relative\n"))).toEqual({ v2: undefined, v1: new Map() });
  });
});

describe("namespace links", () => {
  test("type and inode of what the link shows", () => {
    expect(parseNamespaceLink("uts:[4026531838]")).toEqual({ type: "uts", inode: 4026531838 });
  });

  test.each([
    "socket:[123]",
    "uts:[]",
    "uts:[1",
    "uts:[-1]",
    "uts:[1] (deleted)",
    "/tmp/uts:[1]",
    "uts:[99999999999999999999]",
    "toString:[1]",
  ])("%j names no namespace", (text) => {
    expect(parseNamespaceLink(text)).toBeUndefined();
  });
});

describe("/proc/PID/cmdline", () => {
  test("arguments may be empty and may hold newlines", () => {
    expect(parseCommandLine(bytesOf("sh\0-c\0\0a\nb\0"))).toEqual(["sh", "-c", "", "a\nb"]);
  });

  test("a title written over the arguments has no NUL at the end; a kernel's child has nothing", () => {
    expect(parseCommandLine(bytesOf("nginx: master process"))).toEqual(["nginx: master process"]);
    expect(parseCommandLine(bytesOf(""))).toEqual([]);
    expect(parseCommandLine(bytesOf("\0"))).toEqual([""]);
  });

  test("one argument that is not UTF-8 leaves the others alone", () => {
    expect(parseCommandLine(bytesOf("\xff\0\xc3\xa4\0"))).toEqual(["\\xff", "ä"]);
  });
});

test("setgroups is allow or deny and nothing else", () => {
  expect(parseSetgroups(bytesOf("deny\n"))).toBe("deny");
  expect(parseSetgroups(bytesOf("allow"))).toBe("allow");
  expect(parseSetgroups(bytesOf("denyallow"))).toBeUndefined();
});

test("a security label loses its newline or NUL and keeps its mode", () => {
  expect(parseSecurityLabel(bytesOf("docker-default (enforce)\n"))).toBe("docker-default (enforce)");
  expect(parseSecurityLabel(bytesOf("kernel\0"))).toBe("kernel");
  expect(parseSecurityLabel(bytesOf("\n"))).toBeUndefined();
});

test("idle time is the second number of uptime", () => {
  expect(parseIdleTime(bytesOf("1234.56 7890.12\n"))).toBe(7890.12);
  for (const text of ["", "1", "1 x", "1 -2"]) expect(parseIdleTime(bytesOf(text)), text).toBeUndefined();
});

test("uptime is the first number", () => {
  expect(parseUptime(bytesOf("1234.56 7890.12\n"))).toBe(1234.56);
  for (const text of ["", "x", "-1 2", "1e9 1"]) expect(parseUptime(bytesOf(text)), text).toBeUndefined();
});

test("the boot time is the btime line of /proc/stat, wherever it stands", () => {
  expect(parseBootTime(bytesOf("cpu  1 2 3\nintr 5 btime 7\nbtime 1790000000\nprocesses 9\n"))).toBe(1790000000);
  expect(parseBootTime(bytesOf("cpu 1\n"))).toBeUndefined();
  expect(parseBootTime(bytesOf("btime soon\n"))).toBeUndefined();
});
