import type { StoredState } from "./store-api.ts";

export interface StoreLimits {
  /** Of all labs together. */
  readonly bytes: number;
  /** Automatic ones of one lab. */
  readonly automaticPerLab: number;
}

export const limits: StoreLimits = { bytes: 160 * 1024 * 1024, automaticPerLab: 24 };

/**
 * What has to go, the first first, so that `wanted` bytes more fit: automatic ones only, the oldest first, those of this lab after
 * those of others. `saving` is never chosen.
 */
export function chooseDropped(
  entries: readonly StoredState[],
  { bytes, automaticPerLab }: StoreLimits,
  wanted: number,
  lab: string,
  saving: string | undefined,
): StoredState[] {
  const automatic = entries.filter((entry) => entry.automatic && !entry.rolling && entry.id !== saving);
  const mine = automatic.filter((entry) => entry.lab === lab);
  const dropped = mine.slice(0, Math.max(0, mine.length + 1 - automaticPerLab));
  let over = entries.reduce((sum, entry) => sum + entry.bytes, wanted) - bytes;
  for (const entry of dropped) over -= entry.bytes;
  for (const entry of [...automatic.filter((other) => other.lab !== lab), ...mine]) {
    if (over <= 0) break;
    if (dropped.includes(entry)) continue;
    dropped.push(entry);
    over -= entry.bytes;
  }
  return dropped;
}
