import { describe, expect, test } from "vitest";
import { labIds, loadLab, parseScript } from "./library.ts";

describe("a script", () => {
  test("is its lines, as they are typed", () => {
    expect(parseScript("unshare --uts\n\n  hostname red  \n# a comment is typed too\n")).toEqual({
      lines: ["unshare --uts", "  hostname red  ", "# a comment is typed too"],
      expect: undefined,
    });
  });

  test.each(["#: hint: put it back ", "#:reason: put it back"])("says what is expected: %s", (line) => {
    expect(parseScript(`${line}\nhostname red\n`)).toEqual({ lines: ["hostname red"], expect: "put it back" });
  });

  test("of nothing types nothing", () => {
    expect(parseScript("\n \n").lines).toEqual([]);
  });
});

test("a folder is a lab: its steps, scripts and guides are read", async () => {
  expect(await labIds()).toContain("uts-time");
  const folder = await loadLab("uts-time");
  expect(folder.lab.id).toBe("uts-time");
  expect(folder.guides.size).toBe(folder.lab.steps.length);
  expect(folder.wrong.every(({ expect, lines }) => expect !== undefined && lines.length > 0)).toBe(true);
});

test.each(["nothing", "../labs/uts-time", ""])("no lab %j: the error says which there are", async (id) => {
  await expect(loadLab(id)).rejects.toMatchObject({ code: "lab-unknown", userMessage: expect.stringContaining("uts-time") });
});
