import {
  capabilitiesIn,
  capabilitiesText,
  capabilitySet,
  maskText,
  parseFileCapabilities,
} from "../../../web/lab/capabilities.ts";
import { octalMode, setUserId, statsOf } from "../../../web/lab/file-facts.ts";
import { type Inquiry, neededFiles, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";

const tool = "/srv/tools/ping";
const attribute = "security.capability";
const wanted = capabilitySet("cap_net_raw");

export function tryPing(): Inquiry[] {
  return [
    {
      kind: "files",
      key: "tool",
      queries: [
        {
          directory: "/srv/tools",
          files: [
            { operation: "stat", path: "ping" },
            { operation: "getxattr", path: `ping\0${attribute}` },
          ],
        },
      ],
    },
    { kind: "probe", key: "as student", ids: { uid: 1000, gid: 1000 }, argv: ["sh", "-c", `exec ${tool} -c 1 -w 2 127.0.0.1`] },
  ];
}

/** The file has CAP_NET_RAW, no other, and no set-user-ID bit; and so it works for uid 1000. */
export const fileCapability: Check = ({ found }) => {
  const files = neededFiles(found, "tool");
  const [file] = statsOf(files);
  if (!file) return fail(`${tool} is gone.`, "`cp /usr/bin/ping /srv/tools/ping`: a copy has no capabilities, as this had none.");
  const raw = files.find(({ path }) => path !== tool);
  const capabilities = raw && parseFileCapabilities(raw.data);
  const tried = neededProbe(found, "as student");
  const works = tried.output.includes("bytes from 127.0.0.1");
  const evidence: Evidence[] = [
    { path: tool, value: `mode ${octalMode(file)}, uid ${file.uid}` },
    {
      path: `${tool}: ${attribute}`,
      value: capabilities
        ? `permitted ${maskText(capabilities.permitted)}, inheritable ${maskText(capabilities.inheritable)}, effective ${capabilities.effective ? 1 : 0}, rootid ${capabilities.rootId}`
        : "none",
    },
    { path: `${tool} 127.0.0.1`, value: works ? "an answer" : "refused", note: "tried as uid 1000" },
  ];
  if ((file.mode & setUserId) !== 0) {
    return fail(
      `${tool} has mode ${octalMode(file)}: the set-user-ID bit, and with it all ${file.uid === 0 ? "41 capabilities" : `that uid ${file.uid} may`}.`,
      "That is what file capabilities are there to replace. Take the bit away: `chmod u-s /srv/tools/ping`.",
      evidence,
    );
  }
  if (!capabilities) {
    return works
      ? fail(
          `${tool} has no capabilities; student can ping all the same.`,
          "Then something else lets everybody ping, as `sysctl net.ipv4.ping_group_range`. Here the file is to do it.",
          evidence,
        )
      : fail(`${tool} has no capabilities, and student can't ping with it.`, undefined, evidence);
  }
  const { permitted, inheritable, rootId } = capabilities;
  const more = (permitted | inheritable) & ~wanted;
  if (more !== 0n) {
    return fail(
      `${tool} gives more than it has to: ${capabilitiesText(more)}.`,
      "A program that sends raw packets needs cap_net_raw alone. setcap replaces what was there before.",
      evidence,
    );
  }
  if (permitted === 0n) {
    return fail(
      `The file's permitted set is empty; ${capabilitiesIn(inheritable).join("")} is only in its inheritable one.`,
      "That gives something only to who has it as inheritable already. `+ep`: permitted, and effective at once.",
      evidence,
    );
  }
  if (rootId !== 0) {
    return fail(
      `${tool} has the attribute with rootid ${rootId}: it counts only in user namespaces whose root is uid ${rootId} here.`,
      "On the host it gives nothing. Set it once more, without `-n`.",
      evidence,
    );
  }
  if (!works) {
    return fail(
      `${tool} has the right attribute, and yet student can't ping with it: ${tried.errors.trim() || "no answer"}.`,
      tried.errors.includes("Permission denied")
        ? `Its mode is ${octalMode(file)}, owner ${file.uid}: may others execute it, and come to it through /srv/tools? Is it mounted noexec?`
        : `The attribute is not what is missing. Is it mounted nosuid (\`findmnt -T ${tool}\`)? Is lo up? Is it still ping?`,
      evidence,
    );
  }
  return pass(...evidence);
};
