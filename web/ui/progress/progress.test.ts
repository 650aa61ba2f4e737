import { expect, test } from "vitest";
import { forgetLab, forgetSteps, noteProgress, parseProgress, progressJson } from "./progress.ts";

test("steps keep the time at which they were first done", () => {
  const first = noteProgress({}, "pid", ["a"], 1000);
  const second = noteProgress(first, "pid", ["a", "b"], 2000);
  expect(second).toEqual({ pid: { startedAt: 1000, lastAt: 2000, steps: { a: 1000, b: 2000 } } });
  expect(noteProgress(second, "pid", ["a"], 3000)).toBe(second);
  expect(forgetSteps(second, "pid", ["b"])["pid"]?.steps).toEqual({ a: 1000 });
  expect(forgetLab(second, "pid")).toEqual({});
});

test.each([undefined, "", "{", "[]", "null", '{"version":2,"labs":{}}', '{"version":1,"labs":{"pid":{"steps":1}}}'])(
  "stored %j is no progress, and no failure",
  (text) => {
    expect(parseProgress(text)).toEqual({});
  },
);

test("what was stored comes back, and is exported with times that people read", () => {
  const progress = noteProgress({}, "pid", ["a"], Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(parseProgress(JSON.stringify({ version: 1, labs: progress }))).toEqual(progress);
  expect(JSON.parse(progressJson(progress))).toEqual({
    format: "nslab-progress",
    version: 1,
    labs: [
      {
        id: "pid",
        startedAt: "2026-01-02T03:04:05.000Z",
        lastAt: "2026-01-02T03:04:05.000Z",
        steps: [{ id: "a", doneAt: "2026-01-02T03:04:05.000Z" }],
      },
    ],
  });
});
