import * as z from "zod/mini";
import type { CheckerSave } from "../../checker/checker-save.ts";
import { LabError } from "../../core/errors.ts";

const bytes = z.instanceof(Uint8Array);
const optional = <T extends z.core.$ZodType>(type: T) => z.optional(type);

const openFile = z.object({
  path: z.string(),
  unsaved: optional(z.string()),
  cursor: optional(z.object({ line: z.number(), column: z.number() })),
});

const savedSession = z.object({
  /** Rises when what a checker remembers of the kernel changes its shape. */
  version: z.literal(2),
  terminals: z.array(
    z.object({
      id: z.number(),
      /** The agent's number for it. */
      pty: z.number(),
      pid: z.number(),
      status: z.enum(["open", "ended"]),
      note: optional(z.string()),
      name: optional(z.string()),
      scrollback: bytes,
    }),
  ),
  desk: z.object({
    groups: z.array(z.object({ terminals: z.array(z.number()), active: optional(z.number()) })),
    files: z.array(openFile),
    activeFile: optional(z.string()),
  }),
  answers: z.record(z.string(), z.string()),
  /** Made and read by the checker alone; the store proves that it is what was saved. */
  checker: z.custom<CheckerSave>(
    (value) => typeof value === "object" && value !== null && "scene" in value && "snapshots" in value && "steps" in value,
  ),
  /** The checkpoint from which the machine came. */
  current: optional(z.string()),
});

/** What is kept with a machine: terminals, desk, steps. */
export type SavedSession = z.infer<typeof savedSession>;

export function parseSavedSession(value: unknown): SavedSession {
  const parsed = savedSession.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new LabError(
    "checkpoint-foreign",
    "This checkpoint was saved by another version of the page, which kept other things. Choose another, or start over.",
    { detail: parsed.error.message },
  );
}
