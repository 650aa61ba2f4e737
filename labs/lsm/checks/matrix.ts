import type { Process } from "../../../web/kernel/snapshot.ts";
import type { Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { plantIn } from "../../../web/lab/scene.ts";
import { type Attempt, triedAs, tryAs } from "../../../web/lab/try-as.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

/** As the guide's table has them. */
const attempts: Readonly<Record<string, Attempt>> = {
  r: { action: "read", to: "/srv/keys/host.pem" },
  m: { action: "mount", to: "/mnt" },
  c: { action: "connect", to: "8080" },
  s: { action: "signal", to: "1" },
};

const layers = {
  user: "It is not root: file modes, capabilities and signals all ask for the uid first.",
  capabilities: "It is root, with a CapEff of 0: what root owns it may use, what needs a capability it may not.",
  seccomp: "A filter sees the number of the system call and refuses it to everybody alike; file names it cannot see.",
  apparmor: "A profile refuses what it does not name, or denies: files, mounts, signals, and kinds of network.",
  landlock: "A domain holds for files, always with mounts, and for TCP ports where it was asked to.",
} as const;
type Layer = keyof typeof layers;

/** Asked when there is an answer to judge. */
export function tryBoxes({ now, scene, answer }: InquiryContext): Inquiry[] {
  return answer === undefined ? [] : tryAs("boxes", [...boxes({ now, scene }).values()], Object.values(attempts));
}

/** Each layer's letters are those of what the kernel refuses its box now. */
export const matrix: Check = ({ now, scene, found, answer }) => {
  if (answer === undefined) return fail("You have not answered yet.", undefined);
  const processes = boxes({ now, scene });
  const said = parse(answer);
  const evidence: Evidence[] = [];
  for (const [layer, why] of Object.entries(layers)) {
    const process = processes.get(layer as Layer);
    if (!process)
      return fail(
        `The box with the layer ${layer} has ended.`,
        "Start the lab over, or go back to the checkpoint before: there is one box for each layer.",
      );
    const letters = said.get(layer as Layer);
    if (!letters)
      return fail(
        `Your answer says nothing about ${layer}.`,
        "Name each of the five layers, and the letters of what it refuses; `-` is none.",
        evidence,
      );
    for (const [letter, attempt] of Object.entries(attempts)) {
      const got = triedAs(found, "boxes", process, attempt);
      if (letters.has(letter) === (got === "allowed")) {
        return fail(
          `${layer}: you said “${letter}” is ${got === "allowed" ? "refused" : "allowed"}. Process ${nameOf(process)} was asked to ${attempt.action} ${attempt.to}: ${got}.`,
          why,
          evidence,
        );
      }
      evidence.push({
        path: `try-as ${process.pid} ${attempt.action} ${attempt.to}`,
        value: got,
        note: `${layer}, ${process.name}`,
      });
    }
  }
  return pass(...evidence);
};

function boxes({ now, scene }: Pick<InquiryContext, "now" | "scene">): Map<Layer, Process> {
  return new Map(
    (Object.keys(layers) as Layer[]).flatMap((layer) => {
      const process = plantIn(now, scene, layer);
      return process ? [[layer, process] as const] : [];
    }),
  );
}

/** `user r m, capabilities: m; seccomp -` and the like: a layer, and the letters up to the next one. */
function parse(answer: string): Map<Layer, Set<string>> {
  const words: readonly string[] = answer.toLowerCase().match(/[a-z]+/g) ?? [];
  const said = words.filter(isLayer).map((layer) => {
    const rest = words.slice(words.indexOf(layer) + 1);
    const end = rest.findIndex(isLayer);
    return [layer, new Set(rest.slice(0, end === -1 ? undefined : end).join(""))] as const;
  });
  return new Map(said);
}

function isLayer(word: string): word is Layer {
  return Object.hasOwn(layers, word);
}
