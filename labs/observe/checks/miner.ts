import type { Check } from "../../../web/lab/lab.ts";
import { nameOf } from "../../../web/lab/processes.ts";
import { plantIn } from "../../../web/lab/scene.ts";
import { fail, pass } from "../../../web/lab/verdict.ts";

/** The answer is the pid of the process that starts the burning children. */
export const miner: Check = ({ now, scene, answer, events }) => {
  const mining = plantIn(now, scene, "miner");
  if (!mining)
    return fail(
      "The miner has ended: whoever it was, it can't be shown any more.",
      "Start the lab over, or go back to the checkpoint before.",
    );
  if (answer === undefined) return fail("You have not answered yet.", undefined);
  const pid = Number.parseInt(answer, 10);
  const cpu = usage(now.cgroups.get(mining.cgroup ?? ""));
  if (pid === mining.pid) return pass({ path: `/sys/fs/cgroup${mining.cgroup}/cpu.stat`, value: cpu, note: nameOf(mining) });
  // equivalent: no other event has a parent
  const forks = events.flatMap((event) => (event.kind === "fork" ? [event] : []));
  if (forks.some((fork) => fork.pid === pid && fork.parent === mining.pid)) {
    return fail(
      `Process ${pid} burns, but it is soon over: the next one has another pid.`,
      "Who starts it, again and again? Its parent is the miner.",
    );
  }
  const said = now.processes.get(pid);
  if (!said) return fail(`There is no process ${answer.trim()}.`, "Answer with a pid.");
  const path = `/sys/fs/cgroup${said.cgroup}/cpu.stat`;
  return fail(
    `Process ${nameOf(said)} is not it.`,
    "Names lie, and so does a look at who runs just now. The kernel counts what each cgroup has used, ended children included: `usage_usec` in `cpu.stat`. Which one grows while nobody asks anything of it?",
    [{ path, value: usage(now.cgroups.get(said.cgroup ?? "")) }],
  );
};

function usage(cgroup: { readonly files: ReadonlyMap<string, string> } | undefined): string {
  return cgroup?.files.get("cpu.stat")?.split("\n")[0] ?? "not shown";
}
