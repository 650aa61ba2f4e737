import type { Lab } from "./lab.ts";

/** A lab with its text, as the page shows it. */
export interface LabContent {
  readonly lab: Lab;
  /** Markdown by step id. */
  readonly guides: ReadonlyMap<string, string>;
}
