import { expect, test } from "vitest";
import { endOfShell } from "./end-of-shell.ts";

test.each([
  [0, "The shell ended."],
  [3 << 8, "The shell ended with status 3."],
  [0xff00, "The shell ended with status 255."],
  [9, "The shell was killed by signal 9 (SIGKILL)."],
  [1, "The shell was killed by signal 1."],
  // Bit 7: it left a core dump.
  [11 | 0x80, "The shell was killed by signal 11."],
])("wait status %i: %s", (status, sentence) => {
  expect(endOfShell(status)).toBe(sentence);
});
