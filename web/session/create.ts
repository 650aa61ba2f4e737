import type { Lab } from "../lab/lab.ts";
import { LastingMachine } from "../machine/lasting-machine.ts";
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

/** A machine that nobody uses is kept for the next lab so long. */
const keptMs = 300_000;

const machines = new Map<string, LastingMachine>();
/** The last session, which may still be keeping its machine when the next is opened. */
let last: LiveSession | undefined;

/** A session in the browser: the machine runs in a worker. Loading starts at once, or when the last session has let go of its machine. */
export function createSession({ lab, assets, readLabFile }: SessionOptions): Session {
  const store = new WorkerStateStore(assets);
  last = new LiveSession({
    lab,
    readLabFile,
    createMachine: machinesOf(assets).lend,
    keep: { store, point: browserResumePoint(), free: last?.closed ?? Promise.resolve() },
  });
  return last;
}

function machinesOf(assets: string): LastingMachine {
  const own = machines.get(assets) ?? new LastingMachine(() => new WorkerMachine(assets), keptMs);
  machines.set(assets, own);
  return own;
}
