import type { Check } from "../../../web/lab/lab.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { learnersProfiles, profileList } from "../profiles.ts";

/** A profile of the learner's in the kernel's list, in whatever mode. */
export const loaded: Check = ({ found, scene }) => {
  const profiles = learnersProfiles(found, scene);
  const evidence = profiles.map(({ name, mode }) => ({ path: profileList, value: `${name} (${mode})` }));
  if (profiles.length > 0) return pass(...evidence);
  return fail(
    `The kernel holds no profile but ${scene.facts.get("profile")}, which was there before you: a file in /etc/apparmor.d is only a file.`,
    undefined,
  );
};
