import type { Lab } from "../lab/lab.ts";
import { WorkerMachine } from "../machine/worker-machine.ts";
import type { Session } from "./api.ts";
import { LiveSession } from "./live-session.ts";

export interface SessionOptions {
  readonly lab: Lab;
  /** Address of the image folder, absolute, with a slash at its end. */
  readonly assets: string;
  /** Contents of a file of the lab's `files/`. */
  readonly readLabFile: (source: string) => Promise<Uint8Array>;
}

/** A session in the browser: the machine runs in a worker. Loading starts at once. */
export function createSession({ lab, assets, readLabFile }: SessionOptions): Session {
  return new LiveSession({ lab, readLabFile, createMachine: () => new WorkerMachine(assets) });
}
