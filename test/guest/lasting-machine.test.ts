import { expect, onTestFinished, test } from "vitest";
import { nodeAssets } from "../../scripts/guest/node-assets.ts";
import { LastingMachine } from "../../scripts/lab/lasting-machine.ts";
import { imageFolder } from "../../scripts/paths.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import { LabSession } from "./support/lab-session.ts";

function lasting() {
  const emulators: Emulator[] = [];
  const ended = new Set<Emulator>();
  const machines = new LastingMachine(() => {
    const emulator = new Emulator(nodeAssets(imageFolder));
    const { dispose } = emulator;
    emulator.dispose = () => {
      ended.add(emulator);
      dispose.call(emulator);
    };
    emulators.push(emulator);
    return emulator;
  });
  onTestFinished(() => machines.dispose());
  return { machines, emulators, ended };
}

test("one session after the other has the same emulator and another machine", async () => {
  const { machines, emulators, ended } = lasting();
  const compiledIn = async (lab: LabSession, line: string) => {
    const compiled = async () => (await (emulators[0] as Emulator).statistics()).jitFunctions;
    const before = await compiled();
    await lab.run(line);
    return (await compiled()) - before;
  };
  // The shell's own work, in pages that each machine begins with.
  const work = "for ((i = 0; i < 8000; i++)); do x=$((i % 7)); done";
  const first = await LabSession.ready({ createMachine: machines.lend, lab: "one" });
  const cold = await compiledIn(first, work);
  await first.run("hostname first; echo mine > /root/mine; sleep 4000 &");
  first.session.dispose();
  const second = await LabSession.ready({ createMachine: machines.lend, lab: "two", setup: "echo set up > /root/yours" });
  expect(await compiledIn(second, work)).toBeLessThan(cold / 3);
  const shown = await second.run("hostname; cat /root/yours /root/mine; pgrep -c sleep");
  expect(shown).toMatch(/lab\s+set up\s+cat: \/root\/mine: No such file or directory\s+0\s/);
  expect(emulators).toHaveLength(1);
  second.session.dispose();
  expect(ended.size).toBe(0);
  machines.dispose();
  expect(ended.size).toBe(1);
});

test("two sessions at once have an emulator each; of what they give back one is kept", async () => {
  const { machines, emulators, ended } = lasting();
  const [one, other] = await Promise.all([
    LabSession.ready({ createMachine: machines.lend }),
    LabSession.ready({ createMachine: machines.lend }),
  ]);
  await one.run("hostname one");
  expect(await other.run("hostname")).toContain("lab");
  expect(emulators).toHaveLength(2);
  one.session.dispose();
  other.session.dispose();
  expect(ended).toEqual(new Set(emulators.slice(0, 1)));
});

test("a machine that is given up while it starts is not lent again; nor is one that ended", async () => {
  const { machines, emulators, ended } = lasting();
  const early = machines.lend();
  const start = expect(early.start("restore")).rejects.toThrow("switched off");
  early.dispose();
  expect(ended.size).toBe(1);
  await start;
  const panics = await LabSession.ready({ createMachine: machines.lend });
  panics.type("echo c > /proc/sysrq-trigger");
  await panics.phase("stopped");
  panics.session.dispose();
  expect(ended.size).toBe(2);
  const after = await LabSession.ready({ createMachine: machines.lend });
  expect(await after.run("echo $((6 * 7))")).toContain("42");
  expect(emulators).toHaveLength(3);
});
