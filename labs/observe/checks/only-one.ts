import { type Inquiry, neededProbe } from "../../../web/lab/inquiry.ts";
import type { Check, CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { type Evidence, fail, pass } from "../../../web/lab/verdict.ts";
import { containers, infectedName, pidsOf } from "../container.ts";

/** Where tracefs is mounted on the host. */
function tracefs({ now }: InquiryContext): string | undefined {
  return now.mounts.get(now.initial.mnt)?.mounts.find(({ type }) => type === "tracefs")?.mountPoint;
}

/**
 * Of the tracer and of each of its instances: what execs were recorded last (by whichever event), and which processes it follows. They go on
 * when tracefs is unmounted, or mounted in a namespace of the learner's only: then the probe mounts it for itself.
 */
export function askTrace(context: InquiryContext): Inquiry[] {
  const mounted = tracefs(context);
  const script = `for tracer in "$1" "$1"/instances/*; do
    [ -e "$tracer/trace" ] || continue
    echo "tracer $tracer"; echo "follows $(cat "$tracer/options/event-fork") $(tr '\\n' ' ' < "$tracer/set_event_pid")"
    grep -aE -e '-[0-9]+ +\\[.* [a-z0-9_]*exec[a-z0-9_]*[:(]' "$tracer/trace" | tail -n 40
  done; true`;
  const mount = 'mount -t tracefs nodev "$1" && ';
  const argv =
    mounted === undefined
      ? ["unshare", "--mount", "sh", "-c", `${mount}${script}`, "sh", "/sys/kernel/tracing"]
      : ["sh", "-c", script, "sh", mounted];
  return [{ kind: "probe", key: "traces", argv }];
}

/**
 * A trace that holds all that the infected container executed for a while, and nothing that others did meanwhile. What they did is what the
 * kernel reported by another way (the proc connector), so filters of every kind are judged by what they let through.
 */
export const onlyOne: Check = (context) => {
  const { scene, found, events } = context;
  const own = pidsOf(infectedName(scene), context);
  const reported = events.flatMap((event) => (event.kind === "exec" ? [event.pid] : []));
  const between = (pids: readonly number[]) =>
    reported.slice(reported.indexOf(pids[0] ?? 0), reported.lastIndexOf(pids.at(-1) ?? 0) + 1);
  const traces = neededProbe(found, "traces")
    .output.split(/^tracer /m)
    .slice(1)
    .map((part) => readTrace(part, reported))
    // After the last one that is somebody else's.
    .map((trace) => ({ ...trace, run: trace.pids.slice(trace.pids.findLastIndex((pid) => !own.has(pid)) + 1) }))
    .toSorted((one, other) => other.run.length - one.run.length || other.pids.length - one.pids.length);
  const [best] = traces;
  // equivalent: there is a trace wherever tracefs can be mounted, which the compiler can't know
  if (!best) return nothing(traces, tracefs(context));
  if (best.pids.length === 0) return nothing(traces, tracefs(context));
  const { run } = best;
  const evidence: Evidence[] = best.lines.slice(-4).map((value) => ({ path: `${best.tracer}/trace`, value }));
  const missed = between(run).filter((pid) => own.has(pid) && !run.includes(pid));
  // What came before the tracer was told whom to follow may lack some.
  const lastMissed = reported.lastIndexOf(missed.at(-1) ?? 0);
  const whole = run.filter((pid) => reported.lastIndexOf(pid) > lastMissed);
  const others = between(whole).filter((pid) => !own.has(pid));
  if (others.length >= 2) return pass(...evidence);
  if (missed.length > 0) {
    return fail(
      `Process ${missed[0]} of that container executed something meanwhile, and ${best.tracer}/trace does not have it.`,
      "All that the container executes is asked for, not one file or one process of it: select it by its processes and their children.",
      evidence,
    );
  }
  const foreign = best.pids.findLast((pid) => !own.has(pid));
  if (foreign === undefined) {
    return fail(
      `The trace holds ${run.length} execs, all of that container, while others had ${others.length}: wait for a few more.`,
      undefined,
      evidence,
    );
  }
  const last = `${best.tracer}/trace holds an exec of process ${foreign}, of ${whose(foreign, context)}`;
  if (!best.pids.some((pid) => own.has(pid))) {
    return fail(
      `${last}, and none of the container that executes the file.`,
      "Who starts the file of the step before? The event sched_process_fork shows parent and child, `/proc/PID/cgroup` the container.",
      evidence,
    );
  }
  return fail(
    `${last}, and ${run.length} of the container that is asked for after it.`,
    "It is to hold nothing else: name the container's processes in `set_event_pid`, and let their children be followed as well (`options/event-fork`).",
    evidence,
  );
};

interface Trace {
  readonly tracer: string;
  /** Whether children of followed processes are followed. */
  readonly followsChildren: boolean;
  readonly follows: string;
  /** Of execs since the step began, oldest first. */
  readonly pids: readonly number[];
  readonly lines: readonly string[];
}

function readTrace(part: string, reported: readonly number[]): Trace {
  const [tracer = "", follows = "", ...lines] = part.trimEnd().split("\n");
  const entries = lines.flatMap((line) => {
    const pid = Number(/-(\d+) +\[/.exec(line)?.[1]);
    return reported.includes(pid) ? [{ pid, line: line.trim() }] : [];
  });
  return {
    tracer,
    followsChildren: follows.startsWith("follows 1"),
    follows: follows.slice("follows 1 ".length).trim(),
    pids: entries.map(({ pid }) => pid),
    lines: entries.map(({ line }) => line),
  };
}

function nothing(traces: readonly Trace[], mounted: string | undefined) {
  const childless = traces.find(({ follows, followsChildren }) => follows !== "" && !followsChildren);
  if (childless) {
    return fail(
      `${childless.tracer} follows ${childless.follows}, and has recorded no exec since this step began.`,
      "What a container executes, new children execute, and their pids are not in your list: `echo 1 > options/event-fork` has children followed.",
    );
  }
  if (mounted === undefined)
    return fail(
      "No exec that happened since this step began is in a trace, and tracefs is not mounted on the host.",
      "`mount -t tracefs nodev /sys/kernel/tracing`",
    );
  return fail(
    "No exec that happened since this step began is in a trace.",
    traces.some(({ follows }) => follows !== "")
      ? "Reading `trace_pipe` takes out what it prints; `trace` leaves it there. And the event has to be enabled."
      : undefined,
  );
}

function whose(pid: number, context: CheckContext): string {
  return containers.find((name) => pidsOf(name, context).has(pid)) ?? "the host";
}
