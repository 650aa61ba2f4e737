import { afterAll, expect, onTestFinished } from "vitest";
import { nodeAssets } from "../../../scripts/guest/node-assets.ts";
import { GuestShell, shellEnvironment } from "../../../scripts/guest/shell.ts";
import { imageFolder } from "../../../scripts/paths.ts";
import { Agent } from "../../../web/agent/agent.ts";
import { decodeText, encodeText } from "../../../web/core/bytes.ts";
import { Emulator } from "../../../web/machine/emulator.ts";
import type { HelloOk, ProbeResult } from "../../../web/protocol/results.ts";

/** A restored machine below the session: its port, and its agent greeted. */
export interface Guest {
  readonly machine: Emulator;
  readonly agent: Agent;
  readonly hello: HelloOk;
}

/** `owner`: who disposes it: the running test, or the file after its last test. */
export async function restoreGuest(owner: "test" | "file"): Promise<Guest> {
  const machine = new Emulator(nodeAssets(imageFolder));
  const agent = new Agent(machine.port);
  const dispose = () => {
    agent.dispose();
    machine.dispose();
  };
  if (owner === "test") onTestFinished(dispose);
  else afterAll(dispose);
  const report = await machine.start("restore");
  expect(report).toMatchObject({ how: "restored", bootReason: undefined });
  const hello = await agent.hello(crypto.getRandomValues(new BigUint64Array(1))[0] as bigint);
  await Promise.all([agent.setClock(Date.now()), agent.seedEntropy(crypto.getRandomValues(new Uint8Array(64)))]);
  return { machine, agent, hello };
}

export async function openShell(agent: Agent, options: { uid?: number; gid?: number; cwd?: string } = {}): Promise<GuestShell> {
  const shell = await GuestShell.open(agent, options);
  await shell.prompt(20_000);
  return shell;
}

/** Runs a script with sh outside every terminal, as root in the host's namespaces. Fails unless it exits with 0. */
export async function sh(agent: Agent, script: string, timeoutMs = 20_000): Promise<string> {
  const result = await probeShell(agent, script, timeoutMs);
  expect(result, `${script}\n${decodeText(result.errorOutput)}`).toMatchObject({ how: "exited", status: 0 });
  return decodeText(result.output);
}

export function probeShell(agent: Agent, script: string, timeoutMs = 20_000): Promise<ProbeResult> {
  return agent.probe({
    target: 0,
    enter: 0,
    timeoutMs,
    outputLimit: 262_144,
    cwd: "/root",
    argv: ["/bin/sh", "-c", script],
    environment: shellEnvironment,
    input: new Uint8Array(0),
  });
}

/**
 * Starts programs that stay when the script is over, from a terminal's shell: what a probe leaves behind is killed. The script's last line
 * must come only when all is as the test wants it.
 */
export async function scene(agent: Agent, shell: GuestShell, script: string): Promise<string> {
  await agent.writeFile({ path: "/root/scene.sh", data: encodeText(script), truncate: true });
  const output = await shell.run("bash /root/scene.sh; echo status $?", 60_000);
  expect(output).toContain("status 0");
  return output;
}
