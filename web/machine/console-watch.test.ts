import { beforeEach, describe, expect, test } from "vitest";
import { ConsoleWatch } from "./console-watch.ts";
import type { Stopped } from "./machine.ts";

let told: Stopped[];
let watch: ConsoleWatch;

beforeEach(() => {
  told = [];
  watch = new ConsoleWatch((stopped) => told.push(stopped));
});

function print(text: string): void {
  for (const byte of new TextEncoder().encode(text)) watch.push(byte);
}

describe("the kernel's last words", () => {
  test.each([
    ["[    9.1] Kernel panic - not syncing: sysrq triggered crash", "panic"],
    ["[    9.1] reboot: System halted", "halt"],
    ["[    9.1] reboot: Power down", "halt"],
    ["[    9.1] reboot: Power off not available: System halted instead", "halt"],
  ] as const)("%s", (line, reason) => {
    print(`before\n${line}\n`);
    expect(told).toMatchObject([{ reason }]);
    expect(told[0]?.console).toContain(line);
  });

  test("are told once", () => {
    print("Kernel panic - not syncing: one\nKernel panic - not syncing: two\nreboot: System halted\n");
    expect(told).toHaveLength(1);
  });

  test("are told when the line is whole", () => {
    print("Kernel panic - not syncing: half a li");
    expect(told).toEqual([]);
    print("ne\n");
    expect(told[0]?.console).toContain("half a line");
  });

  test("are no other line", () => {
    print("reboot: Restarting system\nEXT4-fs panic\nSystem halted by a learner's echo\n");
    expect(told).toEqual([]);
  });
});

test("a panic is remembered for the reset that follows it, a reboot is not one", () => {
  print("reboot: Restarting system\n");
  expect(watch.lastWords).toBeUndefined();
  print("Kernel panic - not syncing: now\n");
  expect(watch.lastWords).toBe("panic");
});

test("a talkative console is kept from its end", () => {
  print(`${"x".repeat(10_000)}end`);
  expect(watch.text).toHaveLength(4096);
  expect(watch.text.endsWith("end")).toBe(true);
});
