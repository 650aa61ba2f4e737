import type { Table } from "./table.ts";

/** Settings and shortcuts. */
export const settingsText = {
  settings: {},
} as const satisfies Table;
