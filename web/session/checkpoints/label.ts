import * as z from "zod/mini";
import type { StoredState } from "../../machine/store/store-api.ts";
import { type CheckpointInfo, checkpointKinds } from "../state.ts";

const label = z.object({
  kind: z.enum(checkpointKinds),
  name: z.string(),
  parent: z.optional(z.string()),
  step: z.optional(z.string()),
  completedSteps: z.number(),
});

/** What lists say of a checkpoint. */
export type CheckpointLabel = z.infer<typeof label>;

export function labelOf(value: unknown): CheckpointLabel {
  const parsed = label.safeParse(value);
  return parsed.success ? parsed.data : { kind: "manual", name: "?", completedSteps: 0 };
}

export function infoOf({ id, savedAt, bytes, label: value }: StoredState): CheckpointInfo {
  const { kind, name, parent, step, completedSteps } = labelOf(value);
  return { id, kind, name, parent, step, completedSteps, savedAt, bytes };
}

export function isAutomatic(kind: CheckpointInfo["kind"]): boolean {
  return kind !== "manual" && kind !== "import";
}
