import type { Process, Snapshot } from "../../../web/kernel/snapshot.ts";
import { allCapabilities, maskText } from "../../../web/lab/capabilities.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { isAway } from "../../../web/lab/namespaces.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { planted } from "../containers.ts";

interface Gift {
  readonly letter: string;
  readonly words: string;
  readonly has: (process: Process, now: Snapshot) => boolean;
}

/** In the order of the guide's list. */
const gifts: readonly Gift[] = [
  { letter: "a", words: "all capabilities", has: ({ capabilities }) => capabilities.effective === allCapabilities },
  { letter: "b", words: "the host's devices", has: (process, now) => mountAt(now, process, "/dev")?.type === "devtmpfs" },
  { letter: "c", words: "the host's network", has: (process, now) => !isAway(now, process, "net") },
  { letter: "d", words: "the host's processes", has: (process, now) => !isAway(now, process, "pid") },
  { letter: "e", words: "a /proc/sys to write to", has: (process, now) => !mountAt(now, process, "/proc/sys") },
  { letter: "f", words: "the host's IPC", has: (process, now) => !isAway(now, process, "ipc") },
];

/** The learner names just what the one container has; the other has none of it. */
export const compared: Check = (context) => {
  const { now, answer } = context;
  const privileged = planted(context, "privileged");
  const plain = planted(context, "plain");
  if (!privileged || !plain) {
    return fail(
      `The ${privileged ? "plain" : "privileged"} container has ended.`,
      "Both have to run to be compared. Start over, or go back to the checkpoint before.",
    );
  }
  const given = gifts.filter(({ has }) => has(privileged, now));
  const evidence: Evidence[] = [privileged, plain].flatMap((process) => [
    { path: `/proc/${process.pid}/status`, value: `CapEff: ${maskText(process.capabilities.effective)}`, note: process.name },
    { path: `/proc/${process.pid}/mountinfo`, value: `/dev is ${mountAt(now, process, "/dev")?.type}`, note: process.name },
  ]);
  if (answer === undefined) return fail("You have not said yet what --privileged gave.", undefined);
  const words = answer.toLowerCase().trim();
  // "abe", or letters among words.
  const said = new Set(/^[a-f]+$/.test(words) ? words : words.match(/\b[a-z]\b/g));
  const missing = given.find(({ letter }) => !said.has(letter));
  const extra = gifts.find((gift) => said.has(gift.letter) && !given.includes(gift));
  if (extra) {
    return fail(
      `${extra.letter} is not it: ${extra.words}.`,
      `Look at process ${privileged.pid} again: it has none of that, --privileged or not.`,
      evidence,
    );
  }
  if (missing) {
    return fail(
      `${said.size === 0 ? "No letter is named" : "What you named is right"}, and something is missing.`,
      "Capabilities: CapEff. Devices and /proc/sys: the mounts. The others: the links in /proc/PID/ns.",
      evidence,
    );
  }
  return pass(...evidence, { path: "--privileged", value: given.map(({ words }) => words).join(", ") });
};

function mountAt(now: Snapshot, { namespaces }: Process, path: string) {
  return now.mounts.get(namespaces.mnt ?? 0)?.mounts.findLast(({ mountPoint }) => mountPoint === path);
}
