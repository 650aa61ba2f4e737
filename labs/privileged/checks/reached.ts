import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

const disk = "/srv/disk.img";
const original = "the host's disk, as it was";

/** The first line of the disk; where that is another than it was, who last opened it for writing (`files/openers.c`). */
const script = `
echo "$(head -c 256 ${disk} | head -n 1 | tr -d '\\000')"
head -n 1 ${disk} | grep -aq "^${original}" || /run/openers`;

export function readOpeners(): Inquiry[] {
  return [{ kind: "probe", key: "openers", argv: ["sh", "-c", script], timeoutMs: 30_000 }];
}

/** The host's disk was changed, and who opened it was a process of the privileged container's PID namespace. */
export const reached: Check = ({ found }) => {
  const [line = "", noted = ""] = neededProbe(found, "openers").output.split("\n");
  const evidence: Evidence = { path: disk, value: line, note: "the first line of the host's disk, read on the host" };
  if (line.startsWith(original)) return fail("The host's disk is as it was.", undefined, [evidence]);
  const [where, opener] = noted.split(" ");
  // equivalent: that it can't be read can't be had on demand
  if (!opener) return unknown("Who opened the host's disk could not be read just now.");
  if (where === "1") {
    return pass(evidence, {
      path: "/dev/loop0",
      value: `opened for writing by process ${opener}`,
      note: "of the privileged container: a BPF program looked at its PID namespace",
    });
  }
  return fail(
    where === "2"
      ? `The disk now begins with "${line}"; who opened it, process ${opener}, was not of the privileged container.`
      : `The disk now begins with "${line}", but nobody has opened /dev/loop0 for it: the file below was written to.`,
    "Write it from inside: `crun exec privileged sh`, and there `hostname > /dev/loop0`. Whatever else has written here was not that container.",
    [evidence],
  );
};
