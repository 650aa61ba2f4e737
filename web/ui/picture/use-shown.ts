import { useCallback, useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../kernel/snapshot.ts";
import { type Seen, type Shown, seen, turnToNew } from "./turn-to-new.ts";

/** What the picture shows: chosen by hand until something new appears. */
export function useShown(snapshot: Snapshot | undefined): readonly [Shown, (change: Partial<Shown>) => void] {
  const [shown, setShown] = useState<Shown>({ view: "namespaces", type: "pid" });
  const before = useRef<Seen>(undefined);
  const current = useRef(shown);

  // Newer counters come with the namespaces of the same look.
  const namespaces = snapshot?.namespaces;
  useEffect(() => {
    const last = before.current;
    before.current = namespaces && seen(namespaces, last);
    if (!namespaces || !last) return;
    const now = current.current;
    const next = turnToNew(now, last, namespaces);
    if (next.type !== now.type) before.current = seen(namespaces, last, now.type);
    current.current = next;
    setShown(next);
  }, [namespaces]);

  const choose = useCallback((change: Partial<Shown>) => {
    // What was chosen by hand is not taken back.
    if (before.current) before.current = { ...before.current, turnedFrom: undefined };
    current.current = { ...current.current, ...change };
    setShown(current.current);
  }, []);
  return [shown, choose];
}
