import { Checker } from "../checker/checker.ts";
import type { LabError } from "../core/errors.ts";
import type { Lab } from "../lab/lab.ts";
import type { Session, Terminal } from "../session/api.ts";
import type { SessionState } from "../session/state.ts";

/** A lab that cannot be run in this browser: its guide can be read, and the page says why nothing starts. Trying again reloads the page. */
export class FailedSession implements Session {
  readonly lab: Lab;
  readonly #state: SessionState;

  constructor(lab: Lab, error: LabError) {
    this.lab = lab;
    this.#state = {
      phase: { kind: "failed", error },
      steps: new Checker(lab.steps).states,
      terminals: [],
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
