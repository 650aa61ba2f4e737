import { cpuMax, flatKeyed, limitOf } from "../../kernel/cgroup/values.ts";
import type { Cgroup } from "../../kernel/snapshot.ts";

/** What a cgroup uses and may use. Undefined: its controller is off there. */
export interface CgroupUsage {
  /** Bytes. */
  readonly memory: Use | undefined;
  readonly pids: Use | undefined;
  /** Microseconds of CPU time so far; `limit` in CPUs. */
  readonly cpu: { readonly total: number; readonly limit: number | undefined; readonly throttled: number } | undefined;
  readonly oomKills: number;
  readonly frozen: boolean;
}

export interface Use {
  readonly now: number;
  /** Undefined: none. */
  readonly limit: number | undefined;
}

export function usageOf({ files }: Cgroup): CgroupUsage {
  const stat = files.get("cpu.stat");
  const cpu = stat === undefined ? undefined : flatKeyed(stat);
  const quota = cpuMax(files.get("cpu.max"));
  return {
    memory: use(files.get("memory.current"), files.get("memory.max")),
    pids: use(files.get("pids.current"), files.get("pids.max")),
    cpu: cpu && {
      total: cpu.get("usage_usec") ?? 0,
      limit: quota && Number.isFinite(quota.quota) ? quota.quota / quota.period : undefined,
      throttled: cpu.get("nr_throttled") ?? 0,
    },
    oomKills: flatKeyed(files.get("memory.events") ?? "").get("oom_kill") ?? 0,
    frozen: files.get("cgroup.freeze") === "1",
  };
}

function use(current: string | undefined, max: string | undefined): Use | undefined {
  if (current === undefined) return undefined;
  const limit = limitOf(max);
  return { now: Number(current), limit: limit !== undefined && Number.isFinite(limit) ? limit : undefined };
}

export interface CgroupSample {
  /** Seconds since the guest booted. */
  readonly at: number;
  readonly memory: number;
  /** CPUs in use since the sample before. */
  readonly cpu: number;
}

const keptSeconds = 60;

/** A minute of samples for each cgroup, by path and inode. */
export class CgroupHistory {
  readonly #samples = new Map<string, { total: number; at: number; list: CgroupSample[] }>();

  /** `at`: seconds by any steady clock. */
  add(cgroups: Iterable<Cgroup>, at: number): void {
    const seen = new Set<string>();
    for (const cgroup of cgroups) {
      const key = historyKey(cgroup);
      seen.add(key);
      const usage = usageOf(cgroup);
      const total = usage.cpu?.total ?? 0;
      const before = this.#samples.get(key);
      if (before && at - before.at < 0.2) continue;
      const cpu = before && at > before.at ? Math.max(0, (total - before.total) / 1e6 / (at - before.at)) : 0;
      const list = [...(before?.list ?? []), { at, cpu, memory: usage.memory?.now ?? 0 }].filter(
        (sample) => sample.at > at - keptSeconds,
      );
      this.#samples.set(key, { total, at, list });
    }
    for (const key of this.#samples.keys()) if (!seen.has(key)) this.#samples.delete(key);
  }

  of(cgroup: Cgroup): readonly CgroupSample[] {
    return this.#samples.get(historyKey(cgroup))?.list ?? [];
  }
}

function historyKey({ path, inode }: Cgroup): string {
  return `${inode} ${path}`;
}
