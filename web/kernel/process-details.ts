import { decodeText } from "../core/bytes.ts";
import { processDetails } from "./look.ts";
import { parseStat } from "./proc/stat.ts";
import type { DirectoryQuery, DirectoryRecord, FileRecord } from "./query.ts";

/** With more processes to ask for, one pattern that asks for all of them makes the shorter request. */
const askedByName = 24;

interface Known {
  readonly key: string;
  readonly files: readonly FileRecord[];
}

/**
 * What only a process itself can change (its namespaces, ids, capabilities, filters, descriptors) is read again only when it has
 * run: `/proc/PID/schedstat` counts the nanoseconds. With several threads the count is of the first alone, so those are always read.
 */
export class ProcessDetails {
  #known = new Map<string, Known>();

  /** What to ask for, after the first round of a look. */
  queries(first: readonly DirectoryRecord[]): DirectoryQuery[] {
    const missing = processRecords(first).filter((record) => !this.#isKnown(record));
    if (missing.length > askedByName) return [{ directory: "/proc/[pid]", files: processDetails }];
    return missing.map(({ directory }) => ({ directory, files: processDetails }));
  }

  /** The first round's records with the details of each process: those that came just now, or those of the last look. */
  complete(first: readonly DirectoryRecord[], details: readonly DirectoryRecord[]): DirectoryRecord[] {
    const fresh = new Map(details.map((record) => [record.directory, record.files]));
    const known = new Map<string, Known>();
    const completed = first.map((record) => {
      const key = isProcess(record) ? keyOf(record) : undefined;
      const files = fresh.get(record.directory) ?? (this.#isKnown(record) ? this.#known.get(record.directory)?.files : undefined);
      if (!files) return record;
      if (key !== undefined) known.set(record.directory, { key, files });
      // The details' own `stat` is the later one: a process that ended meanwhile is seen to have ended.
      const isFresh = fresh.has(record.directory);
      return { ...record, files: [...record.files, ...(isFresh ? files : files.filter(({ path }) => path !== "stat"))] };
    });
    this.#known = known;
    return completed;
  }

  #isKnown(record: DirectoryRecord): boolean {
    const key = keyOf(record);
    return key !== undefined && this.#known.get(record.directory)?.key === key;
  }
}

function isProcess({ directory }: DirectoryRecord): boolean {
  return directory !== "/proc/1" && /^\/proc\/\d{1,10}$/.test(directory);
}

function processRecords(records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.filter(isProcess);
}

/** The same for as long as it is the same process and has not run; undefined when that can't be told. */
function keyOf({ files }: DirectoryRecord): string | undefined {
  const contents = (path: string) => files.find((file) => file.path === path && file.errno === 0)?.data;
  const [statBytes, schedstat] = [contents("stat"), contents("schedstat")];
  const stat = statBytes && parseStat(statBytes);
  if (!stat || !schedstat || stat.threads !== 1) return undefined;
  return `${stat.startTime} ${stat.state} ${decodeText(schedstat)}`;
}
