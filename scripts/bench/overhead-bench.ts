import { Agent } from "../../web/agent/agent.ts";
import type { CounterKind } from "../../web/agent/look-at-counters.ts";
import type { BytePort } from "../../web/core/byte-port.ts";
import { nextEvent } from "../../web/core/emitter.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import { Watcher } from "../../web/session/watcher.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { imageFolder } from "../paths.ts";
import { idleOf } from "./guest-bench.ts";
import { rounded } from "./statistics.ts";

const seconds = 12;
const rounds = 2;

/**
 * Share of an idle guest's time that watching takes: how much less idle it is with the watcher than without, in turn. `counters`:
 * what the picture follows while it is shown.
 */
export async function guestOverhead(counters: readonly CounterKind[]): Promise<number> {
  const machine = new Emulator(nodeAssets(imageFolder));
  const port: BytePort = machine.port;
  const agent = new Agent(port);
  try {
    await machine.start("restore");
    await agent.hello(1n);
    await agent.watchProcesses(true);
    const watcher = new Watcher(agent, {
      onLook: () => Promise.resolve(),
      onCounters: () => undefined,
      onBlind: () => undefined,
    });
    watcher.follow(new Set(counters));
    // Until the JIT has compiled what watching runs.
    watcher.start();
    await pass(seconds);
    let watched = 0;
    let alone = 0;
    for (let i = 0; i < rounds; i++) {
      watched += await busyShare(agent);
      watcher.stop();
      alone += await busyShare(agent);
      watcher.start();
    }
    watcher.dispose();
    return rounded((watched - alone) / rounds, 4);
  } finally {
    agent.dispose();
    machine.dispose();
  }
}

async function busyShare(agent: Agent): Promise<number> {
  const before = await idleOf(agent);
  await pass(seconds);
  const after = await idleOf(agent);
  return 1 - (after.idle - before.idle) / (after.up - before.up);
}

/** A window of time in which to measure; nothing waits for it to be over. */
async function pass(windowSeconds: number): Promise<void> {
  await nextEvent(
    () => ({ dispose: () => undefined }),
    () => true,
    windowSeconds * 1000,
    "The end of the window",
  ).catch(() => undefined);
}
