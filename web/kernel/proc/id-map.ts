import { byteLines } from "../byte-string.ts";
import { allOf, decimal } from "../numbers.ts";
import type { IdMapping } from "../snapshot.ts";

/** `/proc/PID/uid_map` and `gid_map` (user_namespaces(7)); empty until somebody writes it. */
export function parseIdMap(bytes: Uint8Array): IdMapping[] | undefined {
  return allOf(
    byteLines(bytes).map((line) => {
      const fields = allOf(line.trim().split(/\s+/).map(decimal));
      const [inside, outside, count] = fields ?? [];
      if (inside === undefined || outside === undefined || count === undefined || fields?.length !== 3) return undefined;
      return { inside, outside, count };
    }),
  );
}
