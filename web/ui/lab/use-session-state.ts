import { useCallback, useSyncExternalStore } from "react";
import type { Session } from "../../session/api.ts";
import type { SessionState } from "../../session/state.ts";

export function useSessionState(session: Session): SessionState {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.getState());
}
