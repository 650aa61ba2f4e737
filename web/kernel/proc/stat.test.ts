import { describe, expect, test } from "vitest";
import { bytesOf } from "../../../test/fixtures/kernel/load.ts";
import { parseStat } from "./stat.ts";

const rest = "S 12 34 56 34817 35 4194304 103 0 0 0 7 9 0 0 20 0 3 0 157659 3133440 398 18446744073709551615 1 2 3 4";
const named = (name: string) => parseStat(bytesOf(`214 (${name}) ${rest}\n`));

describe("/proc/PID/stat", () => {
  test("the numbered fields are those of proc_pid_stat(5)", () => {
    expect(named("bash")).toEqual({
      pid: 214,
      name: "bash",
      state: "S",
      parent: 12,
      processGroup: 34,
      session: 56,
      terminal: 34817,
      foregroundGroup: 35,
      threads: 3,
      startTime: 157659n,
      cpuTicks: { user: 7n, system: 9n },
    });
  });

  test.each(["a) R 1 (b", ") R 1 1 1 0", "((", "))", " ", "", "a b\tc", ") ", "two\nlines", "two\nlines\\n", ") Z 1\n7 (x"])(
    "a process named %j cannot pretend other fields",
    (name) => {
      expect(named(name)).toEqual({ ...named("x"), name });
    },
  );

  test("a name that is not UTF-8 keeps its bytes apart", () => {
    expect(named("\xff\xfe")?.name).toBe("\\xff\\xfe");
    expect(named("\xc3\xa4")?.name).toBe("ä");
  });

  test("a process that is being reaped has no group and session any more", () => {
    expect(parseStat(bytesOf(`214 (x) ${rest.replace("12 34 56", "0 -1 -1")}`))).toMatchObject({ processGroup: -1, session: -1 });
  });

  test.each([
    "",
    "214",
    "214 (x",
    "214 x) S 1",
    `214 (x) ${rest.slice(0, 40)}`,
    `x (x) ${rest}`,
    `214 (x) ${rest.replace("S", "SS")}`,
    ") S (",
  ])("%j is no stat line", (text) => {
    expect(parseStat(bytesOf(text))).toBeUndefined();
  });
});
