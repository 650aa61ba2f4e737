import { decimal } from "../numbers.ts";

/**
 * Readers of cgroup v2 values, as Documentation/admin-guide/cgroup-v2.rst names their formats. They take a file's text, trimmed
 * or not.
 */

/** Flat keyed, `KEY VALUE` a line: `memory.events`, `cpu.stat`. Counters past 2^53 and lines of another form are left out. */
export function flatKeyed(text: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [key, value, ...more] = line.trim().split(/\s+/);
    const number = decimal(value);
    if (key && number !== undefined && more.length === 0) values.set(key, number);
  }
  return values;
}

/** Nested keyed, `KEY SUB=VALUE SUB=VALUE` a line: `io.stat`, `io.max`, `*.pressure`. */
export function nestedKeyed(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lines = new Map<string, ReadonlyMap<string, string>>();
  for (const line of text.split("\n")) {
    const [key, ...pairs] = line.trim().split(/\s+/);
    if (!key || key.includes("=")) continue;
    const values = new Map<string, string>();
    for (const pair of pairs) {
      const equals = pair.indexOf("=");
      if (equals > 0) values.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    lines.set(key, values);
  }
  return lines;
}

/** A limit, `max` being Infinity; undefined when the file is absent or says something else. */
export function limitOf(text: string | undefined): number | undefined {
  const word = text?.trim();
  return word === "max" ? Number.POSITIVE_INFINITY : decimal(word);
}

/** `cpu.max`: microseconds of CPU in each period; no quota is Infinity. */
export function cpuMax(text: string | undefined): { readonly quota: number; readonly period: number } | undefined {
  const [quotaText, periodText, ...more] = text?.trim().split(/\s+/) ?? [];
  const quota = limitOf(quotaText);
  const period = decimal(periodText);
  return quota === undefined || !period || more.length > 0 ? undefined : { quota, period };
}

/** Pids of `cgroup.procs`; a process of another PID namespace than the reader's is 0 and is left out. */
export function processesIn(text: string): number[] {
  return text
    .split("\n")
    .map((line) => decimal(line.trim()))
    .filter((pid) => pid !== undefined && pid > 0) as number[];
}

/** `cgroup.controllers` and `cgroup.subtree_control`: names on one line. */
export function controllersIn(text: string | undefined): string[] {
  return text?.trim().split(/\s+/).filter(Boolean) ?? [];
}
