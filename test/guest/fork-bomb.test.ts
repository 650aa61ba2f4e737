import { expect, test } from "vitest";
import { LabSession } from "./support/lab-session.ts";

const bomb = ":(){ :|:& };:";

test("a fork bomb inside a pids limit: looks go on and show the limit at work", async () => {
  const lab = await LabSession.ready();
  await lab.run(
    "echo +pids > /sys/fs/cgroup/cgroup.subtree_control; mkdir /sys/fs/cgroup/cage; echo 20 > /sys/fs/cgroup/cage/pids.max",
  );
  lab.type(`sh -c 'echo $$ > /sys/fs/cgroup/cage/cgroup.procs; exec bash -c "${bomb}"'`);
  const caged = await lab.lookShows(
    ({ cgroups }) => /^max [1-9]/m.test(cgroups.get("/cage")?.files.get("pids.events") ?? ""),
    60_000,
    "A fork that the kernel refused",
  );
  expect(caged.cgroups.get("/cage")?.files.get("pids.max")).toBe("20");
  await lab.furtherLooks(5);
  expect(lab.phases.map(({ kind }) => kind)).toEqual(["loading", "ready"]);
});

test("a fork bomb: looks go on, and a reset gives a fresh machine", async () => {
  const lab = await LabSession.ready();
  lab.type(bomb);
  await lab.lookShows(({ processes }) => processes.size > 80, 100_000, "A look with dozens of processes");
  await lab.furtherLooks(3);
  expect(lab.phases.map(({ kind }) => kind)).toEqual(["loading", "ready"]);
  await lab.session.reset();
  await lab.phase("ready");
  expect(lab.looks.findLast(({ sequence }) => sequence === 1)?.processes.size).toBe(1);
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
});
