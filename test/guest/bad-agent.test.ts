import { expect, test } from "vitest";
import { preparedIndex, SpoiltAssets } from "./support/assets.ts";
import { LabSession, within } from "./support/lab-session.ts";
import { type Tampering, tampered } from "./support/tampered-machine.ts";

test.each(["silence", "noise"] as const)(
  "an agent that falls into %s is told of, and heard again when it answers",
  async (how) => {
    let tampering: Tampering = "none";
    const lab = await LabSession.ready({ wrap: (machine) => tampered(machine, () => tampering) });
    tampering = how;
    lab.type("echo heard''-too");
    const { error } = await lab.phase("stalled");
    expect(error.code).toBe("agent-silent");
    expect(error.userMessage).toMatch(/does not answer\. .*start over/);
    expect(lab.state.steps[0]?.verdict).toMatchObject({ kind: "unknown" });
    tampering = "none";
    await lab.phase("ready");
    await lab.furtherLooks(2);
    expect(lab.state.steps[0]?.verdict).toMatchObject({ kind: "fail" });
    expect(await lab.run("echo $((6 * 7))")).toContain("42");
  },
);

test("an agent that talks nonsense is no fault of the learner's: the verdict is unknown until it makes sense", async () => {
  let tampering: Tampering = "none";
  const lab = await LabSession.ready({ wrap: (machine) => tampered(machine, () => tampering) });
  tampering = "nonsense";
  void lab.session.lookAgain();
  const blind = await lab.reaches(({ steps }) => steps[0]?.verdict?.kind === "unknown", 20_000, "An unknown verdict");
  expect(blind.steps[0]?.verdict).toMatchObject({ kind: "unknown", reason: expect.stringMatching(/./) });
  tampering = "none";
  await lab.reaches(({ steps }) => steps[0]?.verdict?.kind === "fail", 20_000, "A verdict");
  await lab.furtherLooks(1);
});

test("a restored machine whose agent says nothing is booted instead, with a notice", async () => {
  const machines: number[] = [];
  const lab = new LabSession({
    wrap: (machine) => {
      const number = machines.push(machines.length);
      return tampered(machine, () => (number === 1 ? "silence" : "none"));
    },
  });
  await lab.phase("ready", 100_000);
  expect(machines).toHaveLength(2);
  expect(lab.state.notice).toBe("Booted from scratch: the saved machine did not wake up.");
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
});

test("a session that is closed while it starts leaves nothing behind", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  try {
    const index = preparedIndex();
    for (const file of ["index.json", index.wasm.file, index.state?.file, "disk"]) {
      const assets = new SpoiltAssets();
      let lab: LabSession | undefined;
      const asked = new Promise<void>((resolve) => {
        assets.spoil = (name) => {
          if (name === file || (file === "disk" && name.startsWith(file))) resolve();
          return undefined;
        };
        lab = new LabSession({ assets });
      });
      await within(asked, 30_000, `Asking for ${file}`);
      lab?.session.dispose();
    }
    // What was left of them would come to light while another one starts.
    await LabSession.ready();
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", note);
  }
});
