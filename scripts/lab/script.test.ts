import { describe, expect, test } from "vitest";
import { parseScript } from "./script.ts";

const kinds = (text: string) => parseScript(text).actions.map(({ line, ...action }) => [line, action]);

describe("a script", () => {
  test("is its lines, as they are typed", () => {
    expect(kinds("unshare --uts\n\n  hostname red  \n# a comment is typed too\n")).toEqual([
      [1, { kind: "line", text: "unshare --uts" }],
      [3, { kind: "line", text: "  hostname red  " }],
      [4, { kind: "line", text: "# a comment is typed too" }],
    ]);
  });

  test.each(["#: hint: put it back ", "#:reason: put it back"])("says what is expected: %s", (line) => {
    expect(parseScript(`${line}\nhostname red\n`)).toMatchObject({ expect: "put it back", after: false });
  });

  test("directs the typist", () => {
    const text =
      "#: terminal 2\nsleep 9\n#: wait ready\n#: key ctrl-c\n#: answer\n#: answer 17\n#: look\n#: reached /a/b x [1-9]\n#: after the solution\n";
    expect(kinds(text)).toEqual([
      [1, { kind: "terminal", number: 2 }],
      [2, { kind: "line", text: "sleep 9" }],
      [3, { kind: "wait", text: "ready" }],
      [4, { kind: "key", letter: "c" }],
      [5, { kind: "answer", text: undefined }],
      [6, { kind: "answer", text: "17" }],
      [7, { kind: "look" }],
      [8, { kind: "reached", file: "/a/b", pattern: /x [1-9]/ }],
    ]);
    expect(parseScript(text).after).toBe(true);
  });

  test("of nothing types nothing", () => {
    expect(parseScript("\n \n").actions).toEqual([]);
  });

  test("a direction that is none is reported with its line", () => {
    expect(parseScript("id\n#: termnal 2\n#: reached /a [\n").problems).toEqual([
      { line: 2, what: expect.stringContaining("termnal 2") },
      { line: 3, what: expect.stringContaining("reached /a [") },
    ]);
  });
});
