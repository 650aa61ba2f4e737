import type { Agent } from "../agent/agent.ts";
import { decodeText, encodeText } from "../core/bytes.ts";
import { LabError } from "../core/errors.ts";
import type { Lab } from "../lab/lab.ts";
import { emptyScene, parseScene, type Scene } from "../lab/scene.ts";
import { guestEnvironment } from "./guest-environment.ts";

const setupMs = 60_000;

/**
 * The learner waits for the setup, on a processor that has run none of it yet: few programs, and the same ones.
 * `plant` waits until its process has a session of its own: what is left of the setup's is killed when it ends. Not by busybox's shell:
 * that takes its own applets for programs of their names. The start time is field 22 of stat; the name, field 2, may hold spaces.
 */
const prelude = `
plant() {
  local name=$1 stat; shift
  planted=$(setsid -f sh -c 'echo $$; exec "$@" </dev/null >/dev/null 2>&1' plant "$@")
  stat=$(</proc/$planted/stat)
  stat=(\${stat##*) })
  echo "plant $name $planted \${stat[19]}" >&9
}
named() {
  local is=
  while read -r is </proc/$1/comm && [ "$is" != "$2" ]; do sleep 0.02; done
  [ "$is" = "$2" ]
}
applets() {
  local bin=$1; shift
  cp /usr/bin/busybox "$bin/"
  busybox sh -c 'cd "$1"; shift; for name; do ln -s busybox "$name"; done' applets "$bin" "$@"
}
fact() { local name=$1; shift; echo "fact $name $*" >&9; }
exec 9>&1 >&2
`;

/** Puts the lab's files into a fresh machine and runs its setup. Rejects with `lab-broken` when that fails. */
export async function setUpLab(agent: Agent, lab: Lab, readLabFile: (source: string) => Promise<Uint8Array>): Promise<Scene> {
  for (const file of lab.files ?? []) {
    await agent.writeFile({
      path: file.path,
      data: await readLabFile(file.source),
      truncate: true,
      makeParents: true,
      mode: file.mode ?? 0o644,
      ...(file.owner ? { owner: file.owner } : {}),
    });
  }
  if (lab.setup === undefined) return emptyScene;
  const script = decodeText(await readLabFile(lab.setup));
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  const { how, status, output, errorOutput } = await agent.probe({
    target: 0,
    enter: 0,
    timeoutMs: setupMs,
    outputLimit: 64 * 1024,
    cwd: "",
    argv: ["/bin/bash", "-eu", "-o", "pipefail"],
    environment: [...guestEnvironment, `SEED=${seed}`],
    input: encodeText(prelude + script),
  });
  if (how !== "exited" || status !== 0) throw broken(`${lab.setup} ${how} (${status}): ${decodeText(errorOutput).slice(-600)}`);
  const scene = parseScene(decodeText(output));
  if ("problem" in scene) throw broken(`${lab.setup}: ${scene.problem}`);
  return scene;
}

function broken(detail: string): LabError {
  return new LabError("lab-broken", "This lab could not be set up: it has a fault of its own. The others work.", { detail });
}
