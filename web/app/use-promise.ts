import { useEffect, useState } from "react";

export type Settled<T> = { readonly value: T } | { readonly error: unknown } | undefined;

/** Undefined until the promise settles. `start` is called again when `key` changes; an answer that comes too late is dropped. */
export function usePromise<T>(key: string, start: () => Promise<T>): Settled<T> {
  const [settled, setSettled] = useState<{ readonly key: string; readonly result: Settled<T> }>();
  useEffect(() => {
    let wanted = true;
    start().then(
      (value) => wanted && setSettled({ key, result: { value } }),
      (error: unknown) => wanted && setSettled({ key, result: { error } }),
    );
    return () => {
      wanted = false;
    };
    // A new `start` on each render is the same question.
  }, [key]);
  return settled?.key === key ? settled.result : undefined;
}
