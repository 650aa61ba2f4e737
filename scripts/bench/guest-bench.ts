import { Agent } from "../../web/agent/agent.ts";
import { look } from "../../web/agent/look.ts";
import { decodeText, encodeText } from "../../web/core/bytes.ts";
import { ProcessDetails } from "../../web/kernel/process-details.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { GuestShell } from "../guest/shell.ts";
import { imageFolder } from "../paths.ts";
import { median, rounded, type Spread, spread } from "./statistics.ts";

interface Guest {
  readonly machine: Emulator;
  readonly agent: Agent;
  readonly shell: GuestShell;
  /** From the start of loading until a line typed at the prompt is answered by the next prompt. */
  readonly promptMs: number;
}

const promptMs = 120_000;

async function startGuest(how: "restore" | "boot", jitMaxPages = 1): Promise<Guest> {
  const began = performance.now();
  const machine = new Emulator(nodeAssets(imageFolder), { jitMaxPages });
  const report = await machine.start(how);
  const agent = new Agent(machine.port);
  for (;;) {
    const greeted = await agent.hello(BigInt(Math.floor(Math.random() * 2 ** 48))).catch(() => undefined);
    if (greeted) break;
  }
  const saved = report.terminals[0];
  const shell = saved ? GuestShell.attach(agent, saved.id) : await GuestShell.open(agent);
  if (saved) await agent.writePty(saved.id, encodeText("\n"));
  await shell.prompt(promptMs);
  return { machine, agent, shell, promptMs: performance.now() - began };
}

function stopGuest({ machine, agent }: Guest): void {
  agent.dispose();
  machine.dispose();
}

async function withGuest<T>(how: "restore" | "boot", run: (guest: Guest) => Promise<T>): Promise<T> {
  const guest = await startGuest(how);
  try {
    return await run(guest);
  } finally {
    stopGuest(guest);
  }
}

export function coldBootMs(): Promise<number> {
  return withGuest("boot", (guest) => Promise.resolve(rounded(guest.promptMs, 0)));
}

export async function restoreToPromptMs(): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) times.push(await withGuest("restore", (guest) => Promise.resolve(guest.promptMs)));
  return rounded(median(times), 0);
}

/** The very first `lsns` after a restore, and how many parts of the disk it had to wait for. */
export async function firstLsns(): Promise<{ firstLsnsMs: number; firstLsnsFetches: number }> {
  const runs: Array<{ ms: number; fetches: number }> = [];
  for (let i = 0; i < 3; i++) {
    runs.push(
      await withGuest("restore", async ({ shell, machine }) => {
        const fetched = (await machine.statistics()).fetchedChunks;
        const began = performance.now();
        await shell.run("lsns");
        return { ms: performance.now() - began, fetches: (await machine.statistics()).fetchedChunks - fetched };
      }),
    );
  }
  return {
    firstLsnsMs: rounded(median(runs.map(({ ms }) => ms)), 0),
    firstLsnsFetches: Math.max(...runs.map(({ fetches }) => fetches)),
  };
}

/** A full look, parsed, with 40 processes in the guest. */
export function snapshotMs(): Promise<Spread & { processes: number; instructions: number }> {
  return withGuest("restore", async ({ agent, shell, machine }) => {
    await agent.writeFile({ path: "/root/many", data: encodeText("for i in $(seq 39); do sleep 1000 & done\n") });
    await shell.run("bash /root/many");
    const details = new ProcessDetails();
    let processes = 0;
    const times: number[] = [];
    const instructions: number[] = [];
    for (let i = 0; i < 60; i++) {
      const before = (await machine.statistics()).instructions;
      const began = performance.now();
      processes = (await look(agent, i, details)).processes.size;
      // The JIT compiles in the first few looks.
      if (i < 20) continue;
      times.push(performance.now() - began);
      instructions.push(((await machine.statistics()).instructions - before) >>> 0);
    }
    return { ...spread(times), processes, instructions: median(instructions) };
  });
}

/** Cold code over and over: the paired runs differ in MAX_PAGES only. */
export async function jitSpeedup(): Promise<number> {
  const workload = [
    "lsns",
    "ps aux",
    "ip -details address",
    "busybox ls -l /usr/bin",
    "findmnt",
    "unshare --uts true",
    "id; date; uname -a",
  ];
  const run = async (maxPages: number) => {
    const guest = await startGuest("restore", maxPages);
    try {
      const began = performance.now();
      for (const command of workload) await guest.shell.run(command, promptMs);
      return performance.now() - began;
    } finally {
      stopGuest(guest);
    }
  };
  const ratios: number[] = [];
  for (let i = 0; i < 3; i++) {
    const stock = await run(3);
    ratios.push(stock / (await run(1)));
  }
  return rounded(median(ratios), 2);
}

/** Millions of guest instructions a second in warm code. */
export function guestMips(): Promise<number> {
  return withGuest("restore", async ({ shell, machine }) => {
    const load = "busybox dd if=/dev/zero bs=64k count=400 2>/dev/null | busybox sha256sum";
    await shell.run(load, promptMs);
    const before = (await machine.statistics()).instructions;
    const began = performance.now();
    await shell.run(load, promptMs);
    const executed = ((await machine.statistics()).instructions - before) >>> 0;
    return rounded(executed / (performance.now() - began) / 1000);
  });
}

/** `/proc/uptime`: seconds up and idle. */
export async function idleOf(agent: Agent): Promise<{ up: number; idle: number }> {
  const { directories } = await agent.batch([{ directory: "/proc", files: [{ operation: "read", path: "uptime" }] }]);
  const [up, idle] = decodeText(directories[0]?.files[0]?.data ?? new Uint8Array(0))
    .trim()
    .split(" ")
    .map(Number);
  return { up: up ?? 0, idle: idle ?? 0 };
}
