import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { Emitter } from "../../core/emitter.ts";
import { readStored, writeStored } from "../stored.ts";

const labProgress = z.object({
  /** Milliseconds since the epoch: when the lab was first opened, and last worked in. */
  startedAt: z.number(),
  lastAt: z.number(),
  /** By step id: when the kernel first showed it. */
  steps: z.record(z.string(), z.number()),
});
const stored = z.object({ version: z.literal(1), labs: z.record(z.string(), labProgress) });

export type LabProgress = z.infer<typeof labProgress>;
/** By lab id. */
export type Progress = Readonly<Record<string, LabProgress>>;

const key = "progress";
const changed = new Emitter<void>();
let progress: Progress = parseProgress(readStored(key));

// Another tab of the same browser works too.
if (typeof addEventListener === "function") {
  addEventListener("storage", () => {
    progress = parseProgress(readStored(key));
    changed.fire();
  });
}

/** Nothing for what makes no sense: a learner's page opens whatever lies in the storage. */
export function parseProgress(text: string | undefined): Progress {
  if (text === undefined) return {};
  try {
    return stored.parse(JSON.parse(text)).labs;
  } catch {
    return {};
  }
}

/** The lab is open, and these steps are done; the first time counts. */
export function noteProgress(before: Progress, lab: string, done: readonly string[], now: number): Progress {
  const known = before[lab] ?? { startedAt: now, lastAt: now, steps: {} };
  const added = done.filter((step) => known.steps[step] === undefined);
  if (before[lab] && added.length === 0) return before;
  const steps = { ...known.steps, ...Object.fromEntries(added.map((step) => [step, now])) };
  return { ...before, [lab]: { ...known, lastAt: now, steps } };
}

export function forgetSteps(before: Progress, lab: string, steps: readonly string[]): Progress {
  const known = before[lab];
  if (!known) return before;
  const left = Object.entries(known.steps).filter(([step]) => !steps.includes(step));
  return { ...before, [lab]: { ...known, steps: Object.fromEntries(left) } };
}

export function forgetLab(before: Progress, lab: string): Progress {
  return Object.fromEntries(Object.entries(before).filter(([id]) => id !== lab));
}

/** What is exported: times in ISO 8601. */
export function progressJson(of: Progress): string {
  const iso = (ms: number) => new Date(ms).toISOString();
  const labs = Object.entries(of).map(([id, { startedAt, lastAt, steps }]) => ({
    id,
    startedAt: iso(startedAt),
    lastAt: iso(lastAt),
    steps: Object.entries(steps).map(([step, doneAt]) => ({ id: step, doneAt: iso(doneAt) })),
  }));
  return `${JSON.stringify({ format: "nslab-progress", version: 1, labs }, null, 2)}\n`;
}

/** Replaces what is known, here and for other tabs. */
export function changeProgress(change: (before: Progress) => Progress): void {
  const next = change(progress);
  if (next === progress) return;
  progress = next;
  writeStored(key, JSON.stringify({ version: 1, labs: progress }));
  changed.fire();
}

export function useProgress(): Progress {
  return useSyncExternalStore(
    (listener) => {
      const subscription = changed.event(listener);
      return () => subscription.dispose();
    },
    () => progress,
  );
}
