import { useCallback, useSyncExternalStore } from "react";
import type { Session } from "../../session/api.ts";

/** The kernel, drawn. */
export function PicturePane({ session }: { readonly session: Session }) {
  const subscribe = useCallback((listener: () => void) => session.kernel.subscribe(listener), [session]);
  const look = useSyncExternalStore(subscribe, () => session.kernel.get());
  return <p data-testid="picture-sequence">{look?.now.sequence}</p>;
}
