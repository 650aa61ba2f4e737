import type { ProcessEvent } from "../lab/events.ts";
import type { RawProcessEvent } from "../protocol/results.ts";

/** Values of `what` in linux/cn_proc.h. */
const what = { fork: 0x1, exec: 0x2, uid: 0x4, gid: 0x40, session: 0x80, exit: 0x8000_0000 };

/** The proc connector's records as a check reads them; threads and kinds that no check asks for are left out. */
export function processEvents(raw: readonly RawProcessEvent[]): ProcessEvent[] {
  return raw.flatMap((event): ProcessEvent[] => {
    const { pid, threadGroup, a, b } = event;
    if (pid !== threadGroup) return [];
    switch (event.what) {
      case what.fork:
        return [{ kind: "fork", pid, parent: b }];
      case what.exec:
        return [{ kind: "exec", pid }];
      case what.exit:
        return [{ kind: "exit", pid, code: a }];
      case what.uid:
        return [{ kind: "uid", pid, real: a, effective: b }];
      case what.gid:
        return [{ kind: "gid", pid, real: a, effective: b }];
      case what.session:
        return [{ kind: "session", pid }];
      default:
        return [];
    }
  });
}
