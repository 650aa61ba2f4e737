import { expect, test } from "vitest";
import { LabSession } from "./support/lab-session.ts";

/** What ends the machine: each is told by its name, and a reset gives another. */

test.each([
  { command: "busybox reboot -f", reason: "reboot", says: "rebooted" },
  { command: "busybox poweroff -f", reason: "halt", says: "switched off" },
  { command: "echo c > /proc/sysrq-trigger", reason: "panic", says: "panicked" },
  { command: "echo b > /proc/sysrq-trigger", reason: "reboot", says: "rebooted" },
  { command: "busybox halt -f", reason: "halt", says: "switched off" },
] as const)("$command", async ({ command, reason, says }) => {
  const lab = await LabSession.ready();
  lab.type(command);
  const stopped = await lab.phase("stopped");
  expect(stopped.reason).toBe(reason);
  expect(stopped.error.userMessage).toContain(says);
  expect(stopped.error.userMessage).toContain("Start over");
  await lab.session.reset();
  await lab.phase("ready");
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
});
