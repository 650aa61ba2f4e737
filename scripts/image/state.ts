import { Agent } from "../../web/agent/agent.ts";
import { crc32 } from "../../web/core/crc32.ts";
import { LabError } from "../../web/core/errors.ts";
import type { AssetSource } from "../../web/machine/assets.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import type { ImageIndex, SavedState } from "../../web/machine/image-index.ts";
import { plainText } from "../guest/plain-text.ts";
import { GuestShell } from "../guest/shell.ts";
import { writeNamed } from "./parts.ts";
import { compressZstd } from "./zstd.ts";

/** What a learner runs first. Their files stay in the page cache of the saved state, or are on the list of what to fetch next. */
const cachedCommands = ["lsns", "unshare --uts true", "readlink /proc/self/ns/uts", "hostname", "id", "ls /"];
const wantedCommands = [
  "nsenter --target 1 --uts hostname",
  "ps aux",
  "su student -c id",
  "unshare --user --map-root-user true",
  "unshare --time --boottime 60 uptime --pretty",
  "ip -brief address; ip route",
  "cat /proc/self/status | grep Cap",
  "mount | head -3; findmnt /",
  "man unshare | head -3",
  "sleep 0; date; ls -l /; grep -c . /etc/passwd",
];
/** In KiB; small while the page cache is filled on purpose, so that only what was wanted is saved. */
const readAhead = "/sys/block/sda/queue/read_ahead_kb";
const bootDeadlineMs = 120_000;
const commandMs = 60_000;

/** Boots, waits for a prompt, and saves the machine there. Returns what the index says of the state. */
export async function makeState(folder: string, index: Omit<ImageIndex, "state">, source: AssetSource): Promise<SavedState> {
  const machine = new Emulator(source);
  const stopped = new Promise<never>((_, reject) => {
    machine.onStopped(({ reason, console }) =>
      reject(new LabError("guest-stopped", `The guest stopped while it was prepared (${reason}):\n${console}`)),
    );
  });
  try {
    return await Promise.race([saveAtPrompt(machine, folder, index), stopped]);
  } finally {
    machine.dispose();
  }
}

async function saveAtPrompt(machine: Emulator, folder: string, index: Omit<ImageIndex, "state">): Promise<SavedState> {
  await machine.start("boot");
  const agent = new Agent(machine.port);
  try {
    await greet(agent);
    // A shell of its own for the warming up, so that the learner's has no history.
    const warm = await GuestShell.open(agent);
    await warm.prompt(commandMs);
    await warm.run(`sync; echo 3 > /proc/sys/vm/drop_caches; echo 16 > ${readAhead}`, commandMs);
    for (const command of cachedCommands) await warm.run(command, commandMs);
    await warm.run(`echo 128 > ${readAhead}`, commandMs);
    const exited = new Promise<void>((resolve) => agent.onPtyExit(() => resolve()));
    await agent.writePty(warm.terminal, new TextEncoder().encode(" exit\n"));
    await exited;
    const shell = await GuestShell.open(agent);
    const output = await shell.prompt(commandMs);
    await machine.pause();
    const bytes = await compressZstd(await machine.save(), 19);
    const file = await writeNamed(folder, "state.bin.zst", bytes);
    return {
      ...file,
      crc32: crc32(bytes),
      image: index.image,
      emulator: index.emulator,
      terminals: [{ id: shell.terminal, output }],
    };
  } finally {
    agent.dispose();
  }
}

/** Restores the state and notes which parts of the disk the usual commands fetch, in their order; and what commands there are. */
export async function explore(
  index: ImageIndex,
  source: AssetSource,
): Promise<{ readonly wanted: number[]; readonly commands: readonly string[] }> {
  const order: number[] = [];
  const numbers = new Map(index.disk.chunks.map(({ file }, number) => [file, number]));
  const noting: AssetSource = {
    read(file, options) {
      const number = numbers.get(file);
      if (number !== undefined) order.push(number);
      return source.read(file, options);
    },
  };
  const machine = new Emulator(noting);
  const agent = new Agent(machine.port);
  try {
    await machine.start("restore");
    await greet(agent);
    const shell = await GuestShell.open(agent);
    for (const command of [...cachedCommands, ...wantedCommands]) await shell.run(command, commandMs);
    const wanted = [...new Set(order)];
    const printed = plainText(await shell.run("compgen -bckA function | sort -u", commandMs)).split("\n");
    return { wanted, commands: printed.slice(1, -1) };
  } finally {
    agent.dispose();
    machine.dispose();
  }
}

async function greet(agent: Agent): Promise<void> {
  const deadline = performance.now() + bootDeadlineMs;
  for (;;) {
    try {
      await agent.hello(crypto.getRandomValues(new BigUint64Array(1))[0] as bigint);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
