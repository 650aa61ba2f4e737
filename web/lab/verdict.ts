/** One thing that a check looked at: the very path and value, so that the page can show why. */
export interface Evidence {
  /** As a learner could read it: `/proc/214/ns/uts`. */
  readonly path: string;
  readonly value: string;
  /** What it means here, in a few words. */
  readonly note?: string;
  /** For one of several conditions: whether it is met; shown as a light. */
  readonly met?: boolean;
}

/**
 * What the kernel shows now. Data, never an exception. `unknown` is never the learner's fault: the agent was silent or
 * something the check needs could not be seen.
 */
export type Verdict =
  | { readonly kind: "pass"; readonly evidence: readonly Evidence[] }
  | { readonly kind: "fail"; readonly reason: string; readonly hint: string | undefined; readonly evidence: readonly Evidence[] }
  | { readonly kind: "unknown"; readonly reason: string; readonly evidence: readonly Evidence[] };

export function pass(...evidence: Evidence[]): Verdict {
  return { kind: "pass", evidence };
}

/** `reason`: what is so now, with pids, paths and values. `hint`: what to do about it; leave it out while nothing was tried. */
export function fail(reason: string, hint?: string, evidence: readonly Evidence[] = []): Verdict {
  return { kind: "fail", reason, hint, evidence };
}

export function unknown(reason: string, evidence: readonly Evidence[] = []): Verdict {
  return { kind: "unknown", reason, evidence };
}

/** Thrown by a check, or by what it asks, for something that it needs and that was not seen: the verdict is then `unknown`. */
export class Unseen extends Error {}
