import type { Check } from "../../../web/lab/lab.ts";
import { learnersProcesses, nameOf } from "../../../web/lab/processes.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";
import { isEnforced, isPlanted, labelEvidence, learnersProfiles, profileList, profileOf } from "../profiles.ts";

/** A process of the learner's under a profile of theirs, which refuses and does not only log. */
export const enforced: Check = ({ now, scene, found }) => {
  const confined = learnersProcesses(now, { scene }).flatMap((process) => {
    const profile = profileOf(process);
    return profile ? [{ process, profile }] : [];
  });
  const own = confined.filter(({ profile }) => !isPlanted(profile, scene));
  const done = own.find(({ profile }) => isEnforced(profile));
  if (done) return pass(labelEvidence(done.process));
  const [lenient] = own;
  if (lenient) {
    const { process, profile } = lenient;
    return fail(
      `Process ${nameOf(process)} is under ${profile.name}, in ${profile.mode} mode: ${profile.mode === "complain" ? "what the profile forbids is only logged" : "nothing is forbidden"}.`,
      `Take \`${profile.mode}\` out of the profile's flags, and load it again with \`apparmor_parser --replace\`: whoever is under it follows at once.`,
      [labelEvidence(process)],
    );
  }
  const [foreign] = confined;
  if (foreign) {
    return fail(
      `Process ${nameOf(foreign.process)} is under ${foreign.profile.name}; the lab loaded ${scene.facts.get("profile")} for its own use.`,
      "Put it under the profile that you loaded, and no other.",
      [labelEvidence(foreign.process)],
    );
  }
  const ready = learnersProfiles(found, scene).find(isEnforced);
  return fail(
    ready
      ? `The profile ${ready.name} is loaded and would be enforced, but no process of yours is under it.`
      : "No process of yours is under a profile: each one's label is “unconfined”.",
    ready &&
      `A profile that names no program is taken on when a program starts: \`aa-exec -p ${ready.name} -- bash\`. What runs already stays as it is.`,
    ready && [{ path: profileList, value: `${ready.name} (${ready.mode})` }],
  );
};
