import { byteString, textOf } from "../byte-string.ts";
import { allOf, bigDecimal, decimal, signedDecimal } from "../numbers.ts";

export interface ProcessStat {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
  readonly parent: number;
  readonly processGroup: number;
  readonly session: number;
  readonly terminal: number;
  readonly foregroundGroup: number;
  readonly threads: number;
  readonly startTime: bigint;
  readonly cpuTicks: { readonly user: bigint; readonly system: bigint };
}

/**
 * `/proc/PID/stat` (proc_pid_stat(5)). The name may hold spaces, brackets, newlines and any other byte, so it ends at the *last*
 * bracket. Unlike in `status`, the kernel doesn't escape it (fs/proc/array.c, do_task_stat).
 */
export function parseStat(bytes: Uint8Array): ProcessStat | undefined {
  const line = byteString(bytes);
  const open = line.indexOf(" (");
  const close = line.lastIndexOf(") ");
  if (open < 0 || close < open + 2) return undefined;
  const fields = line
    .slice(close + 2)
    .trimEnd()
    .split(" ");
  const state = fields[0] ?? "";
  const pid = decimal(line.slice(0, open));
  const ids = allOf([1, 2, 3, 4, 5].map((index) => signedDecimal(fields[index])));
  const threads = decimal(fields[17]);
  const times = allOf([11, 12, 19].map((index) => bigDecimal(fields[index])));
  if (!/^[A-Za-z]$/.test(state) || pid === undefined || !ids || threads === undefined || !times) return undefined;
  const [parent, processGroup, session, terminal, foregroundGroup] = ids as [number, number, number, number, number];
  const [user, system, startTime] = times as [bigint, bigint, bigint];
  const name = textOf(line.slice(open + 2, close));
  return {
    pid,
    name,
    state,
    parent,
    processGroup,
    session,
    terminal: terminal >>> 0,
    foregroundGroup,
    threads,
    startTime,
    cpuTicks: { user, system },
  };
}
