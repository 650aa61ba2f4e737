import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, InquiryContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { containerIn, containers, infectedName } from "../container.ts";

/** What is attached to each container's cgroup, and whether a packet leaves it: one shell sends one from each. */
export function askDropped({ now, scene }: InquiryContext): Inquiry[] {
  const cgroups = containers.flatMap((name) => containerIn(now, scene, name)?.cgroup ?? []);
  const script = `for cgroup; do
    echo "cgroup $cgroup"; cgroup-bpf list "/sys/fs/cgroup$cgroup"
    (echo $BASHPID > "/sys/fs/cgroup$cgroup/cgroup.procs" && echo probe > /dev/udp/127.0.0.1/9) && echo sent
  done; true`;
  return [{ kind: "probe", key: "cgroups", argv: ["bash", "-c", script, "bash", ...cgroups] }];
}

/** A program at the infected container's egress, by which no packet of it leaves; the others' do. */
export const dropped: Check = ({ now, scene, found }) => {
  const name = infectedName(scene);
  const container = containerIn(now, scene, name);
  if (!container) {
    return fail(
      `The container ${name} has ended: there is nobody left whose packets could be dropped.`,
      "Cut it off and leave it running: who is watched can still be learnt from. Start the lab over, or go back to the checkpoint before.",
    );
  }
  const parts = neededProbe(found, "cgroups").output.split("cgroup /").slice(1);
  const seen = new Map(
    parts.map((part) => {
      const [cgroup = "", ...lines] = part.trim().split("\n");
      return [cgroup, { sends: lines.includes("sent"), programs: lines.filter((line) => line !== "sent") }] as const;
    }),
  );
  const own = seen.get(name) ?? { sends: true, programs: [] };
  const evidence = [...seen].flatMap(([cgroup, { sends, programs }]): Evidence[] => [
    { path: `cgroup-bpf list /sys/fs/cgroup/${cgroup}`, value: programs.join("; ") || "nothing" },
    { path: `a packet from /sys/fs/cgroup/${cgroup}`, value: sends ? "leaves" : "is dropped" },
  ]);
  const others = [...seen].filter(([cgroup]) => cgroup !== name);
  const hit = others.find(([, { sends }]) => !sends);
  if (hit) {
    return fail(
      `A packet from the container ${hit[0]} does not leave either.`,
      `Only ${name} is to be cut off: attach the program to its cgroup and no other, neither to the root, which holds them all. \`cgroup-bpf detach\` takes one off again.`,
      evidence,
    );
  }
  const egress = own.programs.find((program) => /^\d+ egress /.test(program));
  if (egress && !own.sends) return pass(...evidence);
  if (!own.sends) {
    return fail(
      `No packet leaves the container ${name}, but no BPF program is at the egress of its cgroup: something else drops them.`,
      "Take that away again, and let a program on the cgroup do it: it holds wherever the container's processes go, whatever network they are in.",
      evidence,
    );
  }
  const [program] = own.programs;
  return fail(
    program === undefined
      ? `The kernel lists no program on the cgroup of ${name}, and its packets leave.`
      : `To the cgroup of ${name} is attached: ${program}. Its packets leave all the same.`,
    program &&
      "What it sends is `egress`, what it receives is `ingress`; and a program drops a packet with a result of 0, and lets it pass with 1.",
    evidence,
  );
};
