import { capabilitiesIn, capabilitiesText, capabilityNames, capabilitySet, maskText } from "../../../web/lab/capabilities.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { plantIn } from "../../../web/lab/scene.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** The answer names just what is in the clerk's effective set. */
export const decoded: Check = ({ now, scene, answer }) => {
  const clerk = plantIn(now, scene, "clerk");
  if (!clerk) return fail("The clerk has ended.", "Start over: what it was allowed is gone with it.");
  if (answer === undefined) return fail("You have not said yet what the clerk may do.", undefined);
  const { effective, bounding } = clerk.capabilities;
  const words = answer.toLowerCase().match(/[a-z][a-z_]*/g) ?? [];
  const said = capabilitySet(...capabilityNames.filter((name) => words.some((word) => `cap_${word}` === name || word === name)));
  const evidence: Evidence[] = [{ path: `/proc/${clerk.pid}/status`, value: `CapEff: ${maskText(effective)}`, note: clerk.name }];
  const unknown = words.find((word) => word.startsWith("cap_") && !(capabilityNames as readonly string[]).includes(word));
  if (unknown)
    return fail(
      `There is no capability called ${unknown}.`,
      "Names, as capsh prints them: `capsh --decode=` and the mask.",
      evidence,
    );
  if (said === effective) return pass(...evidence);
  if (said === bounding) {
    return fail(
      `That is its bounding set, CapBnd: ${maskText(bounding)}.`,
      "The bounding set is what it could ever get. What it may do now is CapEff, the effective one.",
      evidence,
    );
  }
  if (said === 0n)
    return fail(
      `"${answer.trim()}" names no capability.`,
      "Names, as capsh prints them: `capsh --decode=` and the mask.",
      evidence,
    );
  const [extra] = capabilitiesIn(said & ~effective);
  return fail(
    extra
      ? `${extra} is not in the effective set of process ${clerk.pid} (clerk).`
      : `${capabilitiesText(said)}: right, and there are more.`,
    "Decode the mask behind CapEff as it stands, with all its digits: bits beyond 31 count.",
    evidence,
  );
};
