import type { Table } from "./table.ts";

/** The editor. */
export const editorText = {
  editor: {},
} as const satisfies Table;
