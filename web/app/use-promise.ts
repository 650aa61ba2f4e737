import { useEffect, useState } from "react";

/** What the promise gave; undefined until it does, and if it fails. `start` is a function that stays the same. */
export function usePromise<T>(start: () => Promise<T>): T | undefined {
  const [value, setValue] = useState<T | undefined>();
  useEffect(() => {
    let wanted = true;
    start().then(
      (given) => wanted && setValue(() => given),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [start]);
  return value;
}
