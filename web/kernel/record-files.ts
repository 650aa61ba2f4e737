import { errnoName } from "./errno.ts";
import type { DirectoryRecord, FileRecord } from "./query.ts";
import type { Gap } from "./snapshot.ts";

/**
 * The files of one directory of an answer, by path; what couldn't be had or understood is reported as a gap when it is asked for.
 */
export class RecordFiles {
  readonly directory: string;
  readonly #files = new Map<string, FileRecord>();
  readonly #gaps: Gap[];

  constructor(record: DirectoryRecord, gaps: Gap[]) {
    this.directory = record.directory;
    this.#gaps = gaps;
    for (const file of record.files) this.#files.set(file.path, file);
  }

  /** -1 when the answer doesn't have it at all. */
  errno(path: string): number {
    return this.#files.get(path)?.errno ?? -1;
  }

  /** Those whose path begins so: `ns/`. */
  under(prefix: string): FileRecord[] {
    return [...this.#files.values()].filter((file) => file.path.startsWith(prefix));
  }

  /** The parsed contents; a gap and undefined when there are none, but only undefined for the errnos in `silent`. */
  parse<T>(path: string, parser: (data: Uint8Array) => T | undefined, silent: readonly number[] = []): T | undefined {
    const file = this.#files.get(path);
    if (file?.errno === 0) {
      const value = parser(file.data);
      if (value === undefined) this.gap(path, 0, "not understood");
      return value;
    }
    if (!silent.includes(file?.errno ?? -1)) this.gap(path, file?.errno ?? 0, file ? errnoName(file.errno) : "not in the answer");
    return undefined;
  }

  gap(path: string, errno: number, message: string): void {
    this.#gaps.push({ path: `${this.directory}/${path.replaceAll("\0", " ")}`, errno, message });
  }
}
