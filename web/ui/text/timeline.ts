import type { Table } from "./table.ts";

/** Checkpoints. */
export const timelineText = {
  timeline: {},
} as const satisfies Table;
