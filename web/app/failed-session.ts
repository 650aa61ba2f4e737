import { Checker } from "../checker/checker.ts";
import { LabError } from "../core/errors.ts";
import type { Lab } from "../lab/lab.ts";
import type { Session, Terminal } from "../session/api.ts";
import { NoCheckpoints } from "../session/checkpoints/no-checkpoints.ts";
import { KernelFeed } from "../session/kernel-feed.ts";
import { SessionFiles } from "../session/session-files.ts";
import { emptyDesk, noCheckpoints, type SessionState } from "../session/state.ts";

/** A lab that cannot be run in this browser: its guide can be read, and the page says why nothing starts. Trying again reloads the page. */
export class FailedSession implements Session {
  readonly lab: Lab;
  readonly kernel = new KernelFeed(() => undefined);
  readonly files = new SessionFiles(() => undefined);
  readonly checkpoints = new NoCheckpoints();
  readonly closed = Promise.resolve();
  readonly #state: SessionState;

  constructor(lab: Lab, error: LabError) {
    this.lab = lab;
    this.#state = {
      phase: { kind: "failed", error },
      steps: new Checker(lab.steps).states,
      terminals: [],
      desk: emptyDesk,
      checkpoints: noCheckpoints,
      answers: {},
      resetting: false,
      notice: undefined,
    };
  }

  getState(): SessionState {
    return this.#state;
  }
  subscribe(): () => void {
    return () => undefined;
  }
  terminal(): Terminal | undefined {
    return undefined;
  }
  openTerminal(): Promise<number> {
    return Promise.reject(new LabError("terminal-limit", "There is no machine to open a shell in."));
  }
  async closeTerminal(): Promise<void> {}
  renameTerminal(): void {}
  answer(): void {}
  setDesk(): void {}
  async reopen(): Promise<void> {}
  async reset(): Promise<void> {
    location.reload();
  }
  async retry(): Promise<void> {
    location.reload();
  }
  pause(): void {}
  resume(): void {}
  dispose(): void {}
}
