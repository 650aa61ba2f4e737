import { fileText, type Inquiry } from "../../../web/lab/inquiry.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass, unknown } from "../../../web/lab/verdict.ts";

const disk = "/srv/disk.img";

export function readDisk(): Inquiry[] {
  return [
    {
      kind: "files",
      key: "disk",
      queries: [{ directory: "/srv", files: [{ operation: "read", path: "disk.img", limit: 256 }] }],
    },
  ];
}

/** The host's disk begins with the name of the privileged container. */
export const reached: Check = ({ found, scene }) => {
  const text = fileText(found, "disk", disk);
  if (text === undefined) return unknown("The host's disk could not be read just now.");
  const [line = ""] = text.split("\n");
  const evidence: Evidence = { path: disk, value: line, note: "the first line of the host's disk, read on the host" };
  const name = scene.facts.get("name") ?? "";
  if (line === name) return pass(evidence);
  if (line.startsWith("the host's disk, as it was")) return fail("The host's disk is as it was.", undefined, [evidence]);
  return fail(
    `The disk now begins with "${line}"; the privileged container is called ${name}.`,
    "Write it from inside: `crun exec privileged sh`, and there `hostname > /dev/loop0`. Whatever else has written here was not that container.",
    [evidence],
  );
};
