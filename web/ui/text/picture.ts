import type { Table } from "./table.ts";

/** The kernel picture. */
export const pictureText = {
  picture: {},
} as const satisfies Table;
