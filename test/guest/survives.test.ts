import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { LabSession } from "./support/lab-session.ts";

/** What a learner can do from the terminal without the page losing sight of the machine. */

test("kill -9 -1: the shell ends with a note, a new one works, looks go on", async () => {
  const lab = await LabSession.ready();
  // kill(2) with -1 spares its caller, so a bare `kill -9 -1`, a builtin, leaves its own shell alive.
  await lab.run("sleep 1000 & kill -9 -1");
  expect((await lab.furtherLooks(1)).processes.size).toBe(1);
  lab.type("sh -c 'kill -9 -1'");
  const { terminals } = await lab.reaches((state) => state.terminals[0]?.status === "ended", 20_000, "The shell's end");
  expect(terminals).toMatchObject([{ status: "ended", note: "The shell was killed by signal 9 (SIGKILL)." }]);
  const nobody = await lab.furtherLooks(1);
  expect([...nobody.processes.values()].filter(({ state }) => state !== "Z")).toEqual([]);
  await lab.session.reopen(terminals[0]?.id as number);
  expect(lab.state.terminals).toMatchObject([{ status: "open", note: undefined }]);
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
  expect((await lab.furtherLooks(1)).processes.size).toBe(1);
  expect(lab.phases.map(({ kind }) => kind)).toEqual(["loading", "ready"]);
});

test("out of memory: the kernel kills the hog, not the agent", async () => {
  const lab = await LabSession.ready();
  const shown = await lab.run("tail /dev/zero; echo status $?", 90_000);
  expect(shown).toContain("status 137");
  const after = await lab.furtherLooks(2);
  expect([...after.processes.values()].map(({ name }) => name)).toEqual(["bash"]);
  expect(lab.phases.map(({ kind }) => kind)).toEqual(["loading", "ready"]);
});

test("a disk that is full: programs are told so, the machine lives and can be tidied", async () => {
  const lab = await LabSession.ready();
  const filling = await lab.run("dd if=/dev/zero of=/fill bs=1M", 90_000);
  expect(filling).toContain("No space left on device");
  await lab.furtherLooks(2);
  expect(await lab.run("echo more > /more")).toContain("No space left on device");
  expect(await lab.run("rm /fill /more; echo room > /more && cat /more")).toMatch(/^room$/m);
});

test("rm -rf /: looks go on, and a reset brings everything back", async () => {
  const lab = await LabSession.ready();
  lab.type("rm -rf / --no-preserve-root 2> /dev/null; echo go''ne");
  await lab.furtherLooks(2);
  await lab.prints("gone\n", 100_000);
  expect(await lab.run("/bin/ls /")).toContain("No such file or directory");
  const { processes, mounts } = await lab.furtherLooks(2);
  expect([...processes.values()].map(({ name }) => name)).toEqual(["bash"]);
  expect(mounts.size).toBe(1);
  await lab.session.reset();
  await lab.phase("ready");
  expect(await lab.run("echo /*")).toMatch(/\/bin .*\/etc .*\/usr/);
});

test("a paste of 200 KB arrives whole", async () => {
  const lab = await LabSession.ready();
  const text = Array.from({ length: 2500 }, (_, n) => `${n} ${"lorem ipsum dolor sit amet ".repeat(3)}`.slice(0, 79)).join("\n");
  lab.type("stty -echo; cat > /tmp/paste");
  lab.terminal.write(`${text}\n\u0004`);
  const shown = await lab.run("stty echo; wc -c < /tmp/paste; sha256sum /tmp/paste", 90_000);
  expect(shown).toContain(String(text.length + 1));
  expect(shown).toContain(createHash("sha256").update(`${text}\n`).digest("hex"));
});
