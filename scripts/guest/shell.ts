import type { Agent } from "../../web/agent/agent.ts";
import { decodeText } from "../../web/core/bytes.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { LabError } from "../../web/core/errors.ts";
import { endsInPrompt } from "./plain-text.ts";

export const shellEnvironment = [
  "HOME=/root",
  "USER=root",
  "LOGNAME=root",
  "SHELL=/bin/bash",
  "TERM=xterm-256color",
  "LANG=C.UTF-8",
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
];

/** A learner's shell, driven by a script: for building the state and for tests below the session. */
export class GuestShell {
  readonly #agent: Agent;
  readonly terminal: number;
  readonly #changed = new Emitter<string>();
  #output = "";

  private constructor(agent: Agent, terminal: number) {
    this.#agent = agent;
    this.terminal = terminal;
    agent.onPtyOutput(({ terminal: from, data }) => {
      if (from !== terminal) return;
      this.#output += decodeText(data);
      agent.creditPty(terminal, data.length).catch(() => undefined);
      this.#changed.fire(this.#output);
    });
  }

  static async open(agent: Agent, options: { uid?: number; gid?: number; cwd?: string } = {}): Promise<GuestShell> {
    const early: Array<{ terminal: number; data: Uint8Array }> = [];
    const listening = agent.onPtyOutput((output) => early.push(output));
    const { terminal } = await agent.openPty({
      columns: 80,
      rows: 24,
      uid: options.uid ?? 0,
      gid: options.gid ?? 0,
      cwd: options.cwd ?? "/root",
      argv: ["/bin/bash", "--login"],
      environment: shellEnvironment,
    });
    listening.dispose();
    const shell = new GuestShell(agent, terminal);
    for (const output of early) if (output.terminal === terminal) shell.#output += decodeText(output.data);
    return shell;
  }

  /** A shell that was there already, as after a restore. */
  static attach(agent: Agent, terminal: number): GuestShell {
    return new GuestShell(agent, terminal);
  }

  /** Everything printed since the last `run`. */
  get output(): string {
    return this.#output;
  }

  async prompt(ms: number): Promise<string> {
    if (!endsInPrompt(this.#output)) {
      await nextEvent(this.#changed.event, endsInPrompt, ms, "A shell's prompt").catch((cause: unknown) => {
        throw new LabError(
          "agent-silent",
          `No prompt within ${ms} ms. The terminal shows: ${JSON.stringify(this.#output.slice(-400))}`,
          { cause },
        );
      });
    }
    return this.#output;
  }

  /** Types a line and waits for the next prompt; returns what was printed. */
  async run(line: string, ms = 20_000): Promise<string> {
    await this.prompt(ms);
    this.#output = "";
    await this.#agent.writePty(this.terminal, new TextEncoder().encode(`${line}\n`));
    return this.prompt(ms);
  }
}
