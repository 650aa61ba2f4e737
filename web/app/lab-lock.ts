import { type Disposable, toDisposable } from "../core/disposable.ts";

/** A lab's machine belongs to one tab at a time. */
export interface LabLock {
  release(): void;
}

const lockName = (lab: string) => `nslab:lab:${lab}`;
const channelName = "nslab:labs";

/** Undefined when another tab has it. Where browsers have no locks (pages without TLS) everybody gets one. */
export function takeLab(lab: string): Promise<LabLock | undefined> {
  return request(lab, { ifAvailable: true });
}

/** Asks the other tab to leave, and waits until it has. */
export async function takeOverLab(lab: string): Promise<LabLock> {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ leave: lab });
  channel.close();
  return (await request(lab, {})) ?? { release: () => undefined };
}

/** Another tab wants it. */
export function onAskedToLeave(lab: string, leave: () => void): Disposable {
  if (typeof BroadcastChannel !== "function") return toDisposable(() => undefined);
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "object" && data !== null && "leave" in data && data.leave === lab) leave();
  });
  return toDisposable(() => channel.close());
}

function request(lab: string, options: LockOptions): Promise<LabLock | undefined> {
  // Missing on pages without TLS, whatever the typings say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve, reject) => {
    locks
      .request(lockName(lab), options, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve({ release }));
      })
      .catch(reject);
  });
}
