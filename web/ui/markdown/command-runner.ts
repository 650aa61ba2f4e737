import { createContext } from "react";

/** How a text's commands reach a terminal; the page provides it, the texts know nothing of sessions. */
export interface CommandRunner {
  readonly ready: boolean;
  /** Types the lines and Enter. `pointer`: the person clicked, and will want to go on in the terminal. */
  run(command: string, how: { readonly pointer: boolean }): void;
}

export const CommandRunnerContext = createContext<CommandRunner>({ ready: false, run: () => undefined });
