import { useCallback, useSyncExternalStore } from "react";
import type { Snapshot } from "../../kernel/snapshot.ts";
import type { Session } from "../../session/api.ts";

/** The newest look at the kernel. */
export function useForegroundLook(session: Session): Snapshot | undefined {
  const subscribe = useCallback((listener: () => void) => session.kernel.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.kernel.get())?.now;
}
