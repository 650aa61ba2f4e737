import { expect, test } from "vitest";
import { LabSession } from "./support/lab-session.ts";

test("a session that is paused while it starts goes on where it was, with the machine that was saved", async () => {
  const lab = new LabSession();
  lab.session.pause();
  await lab.reaches(({ phase }) => phase.kind === "loading" && phase.stage === "agent", 30_000, "A machine that waits");
  lab.session.resume();
  await lab.phase("ready");
  expect(lab.state.notice).toBeUndefined();
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
});

test("a pause in the middle of a program: it goes on, nothing is lost, looks go on", async () => {
  const lab = await LabSession.ready();
  lab.type("for n in $(seq 2000); do echo $n; done; echo do''ne");
  await lab.prints("\n100\n", 20_000);
  lab.session.pause();
  lab.type("echo typed''-meanwhile");
  lab.session.resume();
  await lab.prints("typed-meanwhile", 30_000);
  // What was typed is echoed somewhere among them.
  const counted = lab.output.split("\n").filter((line) => /^\d+$/.test(line));
  expect(counted).toEqual(Array.from({ length: 2000 }, (_, n) => String(n + 1)));
  await lab.furtherLooks(2);
  expect(lab.phases.map(({ kind }) => kind)).toEqual(["loading", "ready"]);
});
