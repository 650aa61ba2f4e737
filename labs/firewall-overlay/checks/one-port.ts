import type { Snapshot } from "../../../web/kernel/snapshot.ts";
import { type Findings, type Inquiry, neededFiles, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import type { Scene } from "../../../web/lab/scene.ts";
import { type Evidence, fail, pass, Unseen } from "../../../web/lab/verdict.ts";
import { rulesOf } from "../rules.ts";
import { openedPorts } from "../sockets.ts";

/** The box's addresses, on its two cables, from where each is tried: the host has no way to the second. */
const attempts = [
  { from: "the host", address: "10.9.0.2" },
  { from: "peer", address: "10.9.0.2" },
  { from: "peer", address: "10.9.1.2" },
] as const;

/** The legacy tables are only asked when there are some: asking would make them. */
const listRules = `nft -j list ruleset; for v in ip ip6; do read -r t < /proc/net/\${v}_tables_names && \${v}tables-legacy-save; done`;

/** From the host and from a neighbour that reaches the box without the host; and what rules there are on either side. */
export function onePortInquiries({ now, scene }: InquiryContext): readonly Inquiry[] {
  if (missing(now)) return [];
  const { web, debug } = ports(scene);
  const within = (name: string) => ["nsenter", `--net=/run/netns/${name}`];
  const sockets = (name: string) => ({ operation: "read-inside" as const, path: `box\0/proc/thread-self/net/${name}` });
  const probe = (key: string, argv: readonly string[]): Inquiry => ({ kind: "probe", key, argv, timeoutMs: 20_000 });
  return [
    ...attempts.map(({ from, address }) => {
      const connect = ["nc", "-n", "-v", "-z", "-w", "1", address, `${web}-${debug}`];
      return probe(`${address} from ${from}`, from === "peer" ? [...within("peer"), ...connect] : connect);
    }),
    probe("the host's rules", ["sh", "-c", listRules]),
    probe("box's rules", [...within("box"), "sh", "-c", listRules]),
    { kind: "files", key: "sockets", queries: [{ directory: "/run/netns", files: [sockets("tcp"), sockets("tcp6")] }] },
  ];
}

/** One port of the box is closed to everybody, by the box alone: the other is open, the host's rules are as they were (none). */
export const onePort: Check = ({ now, scene, found }) => {
  const { web, debug } = ports(scene);
  const gone = missing(now);
  if (gone !== undefined)
    return fail(
      `The network namespace ${gone} is gone: /run/netns/${gone} pins nothing any more.`,
      "This lab cannot go on without it. Start the lab over.",
    );
  const answers = attempts.map((attempt) => ({ ...attempt, text: printed(found, `${attempt.address} from ${attempt.from}`) }));
  const [hostRules, rules] = [printed(found, "the host's rules"), printed(found, "box's rules")];
  const sockets = neededFiles(found, "sockets");

  const [strange] = rulesOf(hostRules);
  if (strange !== undefined)
    return fail(
      `The host's own ruleset was changed: it has ${strange}.`,
      "Rules belong to a network namespace, and this one is the host's: every other container would live by them too, and peer's packets never pass here. Take them out (`nft flush ruleset`, or iptables with -F and -P … ACCEPT), and work inside: `ip netns exec box …`.",
      [{ path: "nft list ruleset, on the host", value: strange }],
    );
  if (!sockets.flatMap(openedPorts).includes(Number(debug)))
    return fail(
      `Nobody listens on port ${debug} in box any more: the service was stopped, not its port closed.`,
      `Start it again: \`ip netns exec box httpd -p ${debug} -h /srv/box/debug\`. Then let the kernel drop what comes for that port.`,
      [{ path: "/proc/net/tcp, in box", value: `no socket listens on ${debug}` }],
    );
  const open = (text: string, port: string) => text.includes(` ${port} port `);
  const evidence = answers.flatMap(({ from, address, text }) =>
    [web, debug].map(
      (port): Evidence => ({
        path: `${address}:${port}, from ${from}`,
        value: open(text, port) ? "open" : "no connection",
      }),
    ),
  );
  const tooWide = answers.find(({ text }) => !open(text, web));
  const shut = answers.find(({ text }) => !open(text, debug));
  const left = answers.find(({ text }) => open(text, debug));
  if (tooWide !== undefined)
    return fail(
      `Port ${web}, the service itself, no longer answers ${tooWide.from} at ${tooWide.address}.`,
      shut === undefined
        ? `That is the wrong one: close ${debug} and leave ${web} open.`
        : `That is too wide: only ${debug} is to be closed. Take the rule out and name the port in the next.`,
      evidence,
    );
  if (left === undefined) return pass(...evidence, { path: "nft list ruleset, on the host", value: "no rule" });
  if (shut !== undefined)
    return fail(
      `Port ${debug} is closed to ${shut.from} at ${shut.address}, but not to ${left.from} at ${left.address}.`,
      "What the packets of one neighbour pass on their way, the other's don't. Close it where all of them arrive: in box, whatever the interface, the sender and the address.",
      evidence,
    );
  const [rule] = rulesOf(rules);
  if (rule !== undefined)
    return fail(
      `Port ${debug} still answers everybody, though box has ${rule}.`,
      `A connection to a program on this machine is TCP, passes the hook *input*, and has ${debug} as its destination port. Is that what your rule says?`,
      evidence,
    );
  return fail(`Port ${debug} of box answers the host and peer.`, undefined, evidence);
};

/** The first of the lab's own namespaces that nobody can find any more. */
function missing(now: Snapshot): string | undefined {
  const pinned = new Set(
    // equivalent: only mounts have a path
    [...now.namespaces.values()].flatMap(({ holders }) => holders.flatMap((h) => (h.kind === "mount" ? [h.path] : []))),
  );
  return ["box", "peer"].find((name) => !pinned.has(`/run/netns/${name}`));
}

function ports({ facts }: Scene): { web: string; debug: string } {
  return { web: facts.get("web") ?? "", debug: facts.get("debug") ?? "" };
}

/** Both outputs: nc says on the one which ports it reached, nft lists rules on the other. */
function printed(found: Findings, key: string): string {
  const { how, output, errors } = neededProbe(found, key);
  // equivalent: a probe ends in time unless the machine is in trouble
  if (how !== "exited") throw new Unseen(`What was to be tried (${key}) took too long.`);
  return output + errors;
}
