import type { Agent } from "../agent/agent.ts";
import { LabError } from "../core/errors.ts";
import type { FileStatus, GuestFile, GuestFiles } from "./api.ts";

/** Files of the guest, read and written through the agent. */
export class SessionFiles implements GuestFiles {
  readonly #agent: () => Agent | undefined;

  constructor(agent: () => Agent | undefined) {
    this.#agent = agent;
  }

  status(path: string): Promise<FileStatus | undefined> {
    return this.#refuse(path);
  }

  read(path: string): Promise<GuestFile> {
    return this.#refuse(path);
  }

  list(path: string): Promise<readonly string[]> {
    return this.#refuse(path);
  }

  write(path: string): Promise<FileStatus> {
    return this.#refuse(path);
  }

  #refuse(path: string): Promise<never> {
    const reason = this.#agent() ? "not yet" : "no machine";
    return Promise.reject(new LabError("file-refused", `${path} cannot be opened.`, { detail: reason }));
  }
}
