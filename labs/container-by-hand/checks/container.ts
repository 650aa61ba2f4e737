import type { Check } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { allLights, candidate, lightEvidence } from "../lights.ts";

/** One process meets all conditions at once. Shown is the one that meets most. */
export const container: Check = (context) => {
  const process = candidate(context);
  if (!process) return fail("No process that was started since this step began is in a namespace of its own.");
  const lights = allLights(context, process);
  const evidence = lights.map(lightEvidence);
  const missing = lights.find(({ met }) => !met);
  if (!missing) return pass(...evidence);
  const count = lights.filter(({ met }) => met).length;
  return fail(
    `Process ${nameOf(process)} meets ${count} of ${lights.length} conditions. Missing: ${missing.name} (${missing.path}: ${missing.value}).`,
    missing.hint,
    evidence,
  );
};
