import type { Lab } from "../lab/lab.ts";
import { WorkerStateStore } from "../machine/store/worker-store.ts";
import { WorkerMachine } from "../machine/worker-machine.ts";
import type { Session } from "./api.ts";
import { browserResumePoint } from "./checkpoints/resume-point.ts";
import { LiveSession } from "./live-session.ts";

export interface SessionOptions {
  readonly lab: Lab;
  /** Address of the image folder, absolute, with a slash at its end. */
  readonly assets: string;
  /** Contents of a file of the lab's `files/`. */
  readonly readLabFile: (source: string) => Promise<Uint8Array>;
}

/** The last session of each lab, which may still be keeping its machine when the next is opened. */
const before = new Map<string, LiveSession>();

/** A session in the browser: the machine runs in a worker. Loading starts at once. */
export function createSession({ lab, assets, readLabFile }: SessionOptions): Session {
  const store = new WorkerStateStore(assets);
  const session = new LiveSession({
    lab,
    readLabFile,
    createMachine: () => new WorkerMachine(assets),
    keep: { store, point: browserResumePoint(), free: before.get(lab.id)?.closed ?? Promise.resolve() },
  });
  before.set(lab.id, session);
  return session;
}
