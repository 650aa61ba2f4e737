import { useCallback, useEffect, useState } from "react";

const shownMs = 1600;

/** A value that goes back to undefined after a moment: "Copied". */
export function useBrief<T>(): [T | undefined, (value: T) => void] {
  const [shown, setShown] = useState<{ readonly value: T } | undefined>();
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown?.value, useCallback((value: T) => setShown({ value }), [])];
}
