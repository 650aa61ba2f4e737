import { describe, expect, test } from "vitest";
import { decodeText } from "../../web/core/bytes.ts";
import type { Process } from "../../web/kernel/snapshot.ts";
import { filesFound, fileText, type Inquiry, neededSeccomp, probeFound } from "../../web/lab/inquiry.ts";
import type { CheckContext } from "../../web/lab/lab.ts";
import { plantIn } from "../../web/lab/scene.ts";
import { fail, pass } from "../../web/lab/verdict.ts";
import { LabSession, type LabSessionOptions } from "./support/lab-session.ts";

/** What the step was judged by last. */
const last = ({ contexts }: LabSession): CheckContext => contexts.at(-1) as CheckContext;
const first = ({ contexts }: LabSession): CheckContext => contexts[0] as CheckContext;

async function setUpFails(options: LabSessionOptions): Promise<{ code: string; message: string; shown: string }> {
  const lab = new LabSession(options);
  const { error } = await lab.phase("failed");
  expect(lab.looks).toEqual([]);
  return { code: error.code, message: error.message, shown: error.userMessage };
}

describe("a lab's setup", () => {
  test("plants processes that outlive it, and tells facts; both are there at the first look", async () => {
    const lab = await LabSession.ready({
      setup: `plant sleeper sleep 4242
              plant shell sh -c 'trap : USR1; while :; do sleep 1000; done'
              fact port 4711
              fact words 'two words'
              sleep 3000 & # what is left of the setup itself goes with it
              echo this goes nowhere`,
    });
    const { now, scene } = first(lab);
    expect(plantIn(now, scene, "sleeper")).toMatchObject({ commandLine: ["sleep", "4242"], uid: { real: 0 } });
    const shell = plantIn(now, scene, "shell") as Process;
    expect(shell.name).toBe("sh");
    expect(shell.session).toBe(shell.pid);
    expect([...scene.facts]).toEqual([
      ["port", "4711"],
      ["words", "two words"],
    ]);
    const { processes } = await lab.lookShows(() => true, 20_000, "A look");
    const commands = [...processes.values()].map(({ commandLine }) => commandLine.join(" "));
    expect(commands).toContain("sleep 4242");
    expect(commands).not.toContain("sleep 3000");
    expect(plantIn(last(lab).now, last(lab).scene, "sleeper")).toBeDefined();
  });

  test("a plant that is gone is not found, whoever has its pid", async () => {
    const lab = await LabSession.ready({ setup: "plant sleeper sleep 4242" });
    await lab.run(`kill ${plantIn(first(lab).now, first(lab).scene, "sleeper")?.pid}`);
    await lab.lookShows((now) => plantIn(now, first(lab).scene, "sleeper") === undefined, 20_000, "The plant's end");
  });

  test("gets another seed each time", async () => {
    const setup = 'fact seed "$SEED"';
    const seeds: Array<string | undefined> = [];
    for (let n = 0; n < 2; n++) {
      const lab = await LabSession.ready({ setup });
      seeds.push(first(lab).scene.facts.get("seed"));
      if (n === 0) {
        // Starting over is another attempt as well.
        await lab.session.reset();
        await lab.phase("ready");
        seeds.push(last(lab).scene.facts.get("seed"));
      }
      lab.session.dispose();
    }
    expect(seeds).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
    expect(new Set(seeds).size).toBe(3);
  });

  test("that fails is the lab's fault: it says what it printed, and nothing is judged", async () => {
    const failed = await setUpFails({ setup: "fact port 1\necho 'no bridge here' >&2\nfalse\nfact never 2" });
    expect(failed).toMatchObject({ code: "lab-broken", shown: expect.stringContaining("fault of its own") });
    expect(failed.message).toMatch(/setup\.sh exited \(1\): .*no bridge here/s);
  });

  test.each([
    ["a variable that nobody set", 'fact x "$NOBODY_SET_IT"', /NOBODY_SET_IT/],
    ["a failure inside a pipe", "false | cat", /exited \(1\)/],
    ["an end by a signal", "kill -KILL $$", /signalled \(9\)/],
  ])("fails with %s", async (_, setup, message) => {
    expect(await setUpFails({ setup })).toMatchObject({ code: "lab-broken", message: expect.stringMatching(message) });
  });

  test("that prints what is neither plant nor fact is broken, and shows the line", async () => {
    const failed = await setUpFails({ setup: "fact port 1\necho rubbish >&9" });
    expect(failed).toMatchObject({ code: "lab-broken", message: expect.stringMatching(/setup\.sh.*"rubbish".*\/dev\/null/) });
  });
});

describe("what a step asks for", () => {
  const program = "20000000040000001500000003000000060000000000ff7f";
  const setup = `
    printf 'one\\n' > /root/one; printf two > /root/two
    plant away unshare --uts sh -c 'hostname elsewhere; exec sleep 4242'
    echo ${program} | xxd -r -p > /root/filter
    plant filtered sh -c 'exec bwrap --dev-bind / / --seccomp 5 sleep 4343 5< /root/filter'
    until [ "$(pgrep -xc sleep)" = 2 ] && grep -q '^Seccomp:.2' "/proc/$(pgrep -xn sleep)/status"; do sleep 0.1; done`;

  test("comes with the answers: probes, files, filters", async () => {
    const inquire = ({ now, scene }: Omit<CheckContext, "found">): Inquiry[] => {
      const away = plantIn(now, scene, "away") as Process;
      const filtered = [...now.processes.values()].find(({ commandLine }) => commandLine[1] === "4343") as Process;
      return [
        { kind: "probe", key: "inside", target: away, enter: ["uts"], argv: ["hostname"] },
        { kind: "probe", key: "outside", argv: ["hostname"] },
        {
          kind: "probe",
          key: "as student",
          argv: ["sh", "-c", "id -u; cat; exit 3"],
          ids: { uid: 1000, gid: 1000 },
          input: "read",
        },
        { kind: "probe", key: "late", argv: ["sleep", "100"], timeoutMs: 200 },
        { kind: "probe", key: "nothing", argv: ["/no/such/program"] },
        { kind: "files", key: "files", queries: [{ directory: "/root", files: [{ operation: "read", path: "[ot]*" }] }] },
        { kind: "files", key: "no match", queries: [{ directory: "/nowhere/*", files: [{ operation: "read", path: "x" }] }] },
        { kind: "seccomp", key: "filters", process: filtered },
      ];
    };
    const lab = await LabSession.ready({ setup, inquire });
    const { found } = first(lab);
    expect(probeFound(found, "inside")).toMatchObject({ how: "exited", status: 0, output: "elsewhere\n" });
    expect(probeFound(found, "outside")).toMatchObject({ how: "exited", status: 0, output: "lab\n" });
    expect(probeFound(found, "as student")).toMatchObject({ how: "exited", status: 3, output: "1000\nread" });
    expect(probeFound(found, "late")).toMatchObject({ how: "timed-out" });
    expect(found.get("nothing")).toMatchObject({ how: "not-started", status: 2 });
    expect(filesFound(found, "files")?.map(({ path, data }) => [path, decodeText(data)])).toEqual([
      ["/root/one", "one\n"],
      ["/root/two", "two"],
    ]);
    expect(fileText(found, "files", "/root/one")).toBe("one");
    expect(filesFound(found, "no match")).toEqual([]);
    expect(neededSeccomp(found, "filters").map((filter) => Buffer.from(filter).toString("hex"))).toEqual([program]);
  });

  test("is left out when its process has gone; the other answers come all the same", async () => {
    const gone = { pid: 4_000_000 } as Process;
    const lab = await LabSession.ready({
      inquire: () => [
        { kind: "seccomp", key: "filters", process: gone },
        { kind: "probe", key: "inside", target: gone, enter: ["uts"], argv: ["true"] },
        { kind: "probe", key: "outside", argv: ["true"] },
      ],
    });
    const { found } = first(lab);
    expect(found.has("filters")).toBe(false);
    expect(probeFound(found, "inside")).toBeUndefined();
    expect(probeFound(found, "outside")).toMatchObject({ how: "exited", status: 0 });
  });

  test("is about the look that it was asked at", async () => {
    const lab = await LabSession.ready({
      inquire: ({ now }) => [{ kind: "probe", key: "n", argv: ["echo", `${now.sequence}`] }],
    });
    await lab.furtherLooks(3);
    for (const { now, found } of lab.contexts) expect(probeFound(found, "n")?.output).toBe(`${now.sequence}\n`);
  });
});

test("what a typed line undid is asked for long before its time, though no process came or went", async () => {
  const lab = await LabSession.ready({
    setup: "echo 1 > /root/flag",
    inquire: () => [
      { kind: "files", key: "flag", queries: [{ directory: "/root", files: [{ operation: "read", path: "flag" }] }] },
    ],
    check: ({ found }) => (fileText(found, "flag", "/root/flag") === "1" ? pass() : fail("It is off.")),
  });
  const uptime = () => lab.session.kernel.get()?.now.uptime ?? 0;
  while (!lab.state.steps[0]?.completed) await lab.session.lookAgain();
  const held = uptime();
  lab.type("echo 0 > /root/flag");
  await lab.reaches(({ steps }) => steps[0]?.verdict?.kind === "fail", 60_000, "The step's undoing");
  // By the guest's clock; without a sign it is every twelve seconds.
  expect(uptime() - held).toBeLessThan(10);
});

describe("probes leave no trace", () => {
  test("neither processes nor events are theirs, and they bring no looks about", async () => {
    const lab = await LabSession.ready({
      setup: "cp /bin/sleep /tmp/probed; cp /bin/true /tmp/child",
      inquire: () => [
        { kind: "probe", key: "slow", argv: ["sh", "-c", "/tmp/child; /tmp/probed 0.05"] },
        { kind: "probe", key: "left behind", argv: ["sh", "-c", "/tmp/probed 1000 &"] },
      ],
    });
    await lab.run("true");
    // What the shell did is heard with the next looks.
    await lab.furtherLooks(2);
    const before = last(lab);
    const looks = 4;
    await lab.looksByItself(looks, 30_000);
    const quiet = lab.contexts.slice(lab.contexts.indexOf(before) + 1);
    const after = last(lab);
    expect(after.events).toEqual(before.events);
    for (const { now } of quiet) {
      expect([...now.processes.values()].filter(({ name }) => name === "probed" || name === "child")).toEqual([]);
      expect([...now.processes.keys()]).toEqual([...before.now.processes.keys()]);
    }
    // By itself the watcher looks every two seconds at the most. If probes were signs of change, it would look on and on.
    const [began, ended] = [quiet[0], quiet.at(-1)].map((context) => context?.now.uptime ?? 0);
    expect(quiet).toHaveLength(looks);
    expect(((ended ?? 0) - (began ?? 0)) / (looks - 1)).toBeGreaterThan(1.5);
  });

  test("a step that is done and must hold asks every three seconds of the guest's clock, however much happens", async () => {
    const asked: number[] = [];
    const lab = await LabSession.ready({
      inquire: ({ now }) => {
        asked.push(now.uptime);
        return [{ kind: "probe", key: "true", argv: ["true"] }];
      },
      check: () => pass(),
    });
    // Until it has held for a moment it is asked as the current step is.
    while (!lab.state.steps[0]?.completed) await lab.session.lookAgain();
    asked.splice(0, asked.length - 1);
    const uptime = () => lab.session.kernel.get()?.now.uptime ?? 0;
    const until = uptime() + 8;
    let looks = 0;
    for (; uptime() < until; looks++) {
      await lab.run("/bin/true");
      await lab.session.lookAgain();
    }
    const pauses = asked.slice(1).map((time, i) => time - (asked[i] as number));
    expect(looks).toBeGreaterThan(pauses.length);
    expect(pauses.length).toBeGreaterThanOrEqual(1);
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(3);
    expect(lab.state.steps[0]).toMatchObject({ completed: true, verdict: { kind: "pass" } });
  });
});

test("plants and facts are in a machine that comes back: it is not set up again", async () => {
  const setup = 'plant sleeper sleep 4242; fact seed "$SEED"; echo once >> /root/setups';
  const inquire = () => [
    {
      kind: "files" as const,
      key: "setups",
      queries: [{ directory: "/root", files: [{ operation: "read" as const, path: "setups" }] }],
    },
  ];
  const lab = await LabSession.ready({ setup, inquire });
  const captured = await lab.session.capture();
  if (!captured) throw new Error("nothing was captured");
  const { scene, now } = first(lab);
  lab.session.dispose();

  const again = await LabSession.ready({ setup, inquire, from: structuredClone(captured) });
  expect(first(again).scene).toEqual(scene);
  expect(plantIn(first(again).now, first(again).scene, "sleeper")).toMatchObject({
    pid: plantIn(now, scene, "sleeper")?.pid,
    commandLine: ["sleep", "4242"],
  });
  expect(fileText(first(again).found, "setups", "/root/setups")).toBe("once");
});
