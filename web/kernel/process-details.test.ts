import { describe, expect, test } from "vitest";
import { encodeText } from "../core/bytes.ts";
import { ProcessDetails } from "./process-details.ts";
import type { DirectoryRecord, FileRecord } from "./query.ts";

function file(path: string, text: string, errno = 0): FileRecord {
  return { query: 0, path, errno, data: encodeText(text) };
}

function stat(pid: number, { startTime = 100, threads = 1, state = "S" } = {}): FileRecord {
  return file("stat", `${pid} (sh) ${state} 1 ${pid} ${pid} 0 -1 0 0 0 0 0 1 1 0 0 20 0 ${threads} 0 ${startTime} 0 0`);
}

function first(pid: number, ran: string, options: Parameters<typeof stat>[1] = {}): DirectoryRecord {
  return { group: 2, directory: `/proc/${pid}`, files: [file("schedstat", ran), stat(pid, options)] };
}

function details(pid: number, uts: string): DirectoryRecord {
  return { group: 0, directory: `/proc/${pid}`, files: [file("ns/uts", uts), file("status", "Name:\tsh"), stat(pid)] };
}

const asked = (known: ProcessDetails, ...records: DirectoryRecord[]) => known.queries(records).map(({ directory }) => directory);
const uts = (records: readonly DirectoryRecord[]) =>
  records.flatMap(({ files }) => files.filter(({ path }) => path === "ns/uts").map(({ data }) => data));

describe("a process's own details are asked for again when, and only when, it may have changed them", () => {
  test("not while it has not run", () => {
    const known = new ProcessDetails();
    expect(asked(known, first(7, "5 0 1"))).toEqual(["/proc/7"]);
    known.complete([first(7, "5 0 1")], [details(7, "uts:[1]")]);
    expect(asked(known, first(7, "5 0 1"))).toEqual([]);
    expect(uts(known.complete([first(7, "5 0 1")], []))).toEqual([encodeText("uts:[1]")]);
    expect(uts(known.complete([first(7, "5 0 1")], []))).toEqual([encodeText("uts:[1]")]);
  });

  test("when it has run, is another process of the same pid, stopped, or has several threads", () => {
    const known = new ProcessDetails();
    known.complete([first(7, "5 0 1")], [details(7, "uts:[1]")]);
    expect(asked(known, first(7, "6 0 2"))).toEqual(["/proc/7"]);
    expect(asked(known, first(7, "5 0 1", { startTime: 101 }))).toEqual(["/proc/7"]);
    expect(asked(known, first(7, "5 0 1", { state: "T" }))).toEqual(["/proc/7"]);
    known.complete([first(7, "5 0 1", { threads: 2 })], [details(7, "uts:[1]")]);
    expect(asked(known, first(7, "5 0 1", { threads: 2 }))).toEqual(["/proc/7"]);
  });

  test("what it was is forgotten with the process", () => {
    const known = new ProcessDetails();
    known.complete([first(7, "5 0 1")], [details(7, "uts:[1]")]);
    known.complete([], []);
    expect(asked(known, first(7, "5 0 1"))).toEqual(["/proc/7"]);
  });

  test("a schedstat that could not be read says nothing", () => {
    const known = new ProcessDetails();
    const blind: DirectoryRecord = { group: 2, directory: "/proc/7", files: [file("schedstat", "", 3), stat(7)] };
    known.complete([blind], [details(7, "uts:[1]")]);
    expect(asked(known, blind)).toEqual(["/proc/7"]);
  });

  test("of many processes all are asked for by one pattern, PID 1 never", () => {
    const many = Array.from({ length: 60 }, (_, i) => first(i + 1, "1 0 1"));
    expect(asked(new ProcessDetails(), ...many)).toEqual(["/proc/[pid]"]);
    expect(asked(new ProcessDetails(), first(1, "1 0 1"))).toEqual([]);
  });
});

test("a process that ended between the rounds is seen to have ended: the later stat is the one that counts", () => {
  const known = new ProcessDetails();
  const gone = { group: 0, directory: "/proc/7", files: [file("status", "", 3), file("stat", "", 3)] };
  const [record] = known.complete([first(7, "5 0 1")], [gone]);
  expect(record?.files.findLast(({ path }) => path === "stat")?.errno).toBe(3);
});
