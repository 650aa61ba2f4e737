import type { Process } from "../../web/kernel/snapshot.ts";
import { type Findings, fileText, type Inquiry } from "../../web/lab/inquiry.ts";
import type { Scene } from "../../web/lab/scene.ts";
import { type Evidence, Unseen } from "../../web/lab/verdict.ts";

export const profileList = "/sys/kernel/security/apparmor/profiles";

/** A profile that the kernel holds, or the one that a process is under. */
export interface Profile {
  readonly name: string;
  /** enforce, complain, kill, unconfined, mixed … */
  readonly mode: string;
}

export function askProfiles(): Inquiry[] {
  const [directory, file] = ["/sys/kernel/security/apparmor", "profiles"];
  return [{ kind: "files", key: "profiles", queries: [{ directory, files: [{ operation: "read", path: file }] }] }];
}

/** What is loaded but for what the lab itself loaded. */
export function learnersProfiles(found: Findings, scene: Scene): Profile[] {
  const text = fileText(found, "profiles", profileList);
  // equivalent: only a look that failed lacks the list
  if (text === undefined) throw new Unseen("The list of loaded profiles could not be read just now.");
  return text.split("\n").flatMap((line) => {
    const profile = parseProfile(line);
    // equivalent: every line of the list is a profile
    return profile && !isPlanted(profile, scene) ? [profile] : [];
  });
}

/** `box (enforce)`; undefined for `unconfined`. */
export function parseProfile(text: string): Profile | undefined {
  const match = /^(.+) \((\w+)\)$/.exec(text);
  return match ? { name: match[1] as string, mode: match[2] as string } : undefined;
}

/** The lab's own profile is not the learner's work, nor is what it refuses within a stack (`box//&warden`). */
export function isPlanted({ name }: Profile, { facts }: Scene): boolean {
  return name.split("//&").includes(facts.get("profile") ?? "");
}

export function profileOf({ securityLabel = "" }: Process): Profile | undefined {
  return parseProfile(securityLabel);
}

export function isEnforced(profile: Profile | undefined): profile is Profile {
  return profile?.mode === "enforce" || profile?.mode === "kill";
}

export function labelEvidence({ pid, name, securityLabel = "not shown" }: Process): Evidence {
  return { path: `/proc/${pid}/attr/current`, value: securityLabel, note: name };
}
