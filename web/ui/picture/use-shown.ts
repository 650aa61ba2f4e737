import { useCallback, useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../kernel/snapshot.ts";
import { readStored, writeStored } from "../stored.ts";
import { parseShown, type Seen, type Shown, seen, shownText, turnToNew } from "./turn-to-new.ts";

/** What a lab's picture shows: chosen by hand until something new appears, and kept over a reload. */
export function useShown(lab: string, snapshot: Snapshot | undefined): readonly [Shown, (change: Partial<Shown>) => void] {
  const stored = `picture.${lab}`;
  const [shown, setShown] = useState<Shown>(() => parseShown(readStored(stored)) ?? { view: "namespaces", type: "pid" });
  const before = useRef<Seen>(undefined);
  const current = useRef(shown);

  useEffect(() => writeStored(stored, shownText(shown)), [stored, shown]);

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
