import type { Table } from "./table.ts";

/** What was done, and where. */
export const progressText = {
  progress: {},
} as const satisfies Table;
