import { useCallback, useEffect, useRef, useState } from "react";
import { type NamespaceKey, type NamespaceType, namespaceTypes, type Snapshot } from "../../kernel/snapshot.ts";

export const views = ["namespaces", "network", "cgroups", "process", "changes"] as const;
export type View = (typeof views)[number];

interface ShownType {
  readonly type: NamespaceType;
  /** By hand: it stays until something new appears. */
  readonly chooseType: (type: NamespaceType) => void;
}

/**
 * The picture turns to what has just been made: who types `unshare --net` sees an empty network appear beside the host's. Only while the
 * namespaces or the network are looked at: whoever looks at something else is left alone.
 */
export function useShownType(snapshot: Snapshot | undefined, setView: (change: (view: View) => View) => void): ShownType {
  const [type, setType] = useState<NamespaceType>("pid");
  const known = useRef<ReadonlySet<NamespaceKey>>(undefined);

  useEffect(() => {
    const before = snapshot && known.current;
    known.current = snapshot && new Set(snapshot.namespaces.keys());
    if (!before) return;
    const made = [...snapshot.namespaces.values()].filter(({ key }) => !before.has(key)).map((namespace) => namespace.type);
    if (made.length === 0) return;
    setType((shown) => (made.includes(shown) ? shown : (namespaceTypes.find((candidate) => made.includes(candidate)) ?? shown)));
    const onlyNetwork = made.every((one) => one === "net");
    const noNetwork = !made.includes("net");
    setView((view) => (onlyNetwork && view === "namespaces" ? "network" : noNetwork && view === "network" ? "namespaces" : view));
  }, [snapshot, setView]);

  return { type, chooseType: useCallback((chosen) => setType(chosen), []) };
}
