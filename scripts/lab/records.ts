import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { CheckContext } from "../../web/lab/lab.ts";
import { cacheFolder } from "../paths.ts";

/** What the check has to say. */
export type RecordedOutcome = { readonly kind: "pass" } | { readonly kind: "fail"; readonly told: string };

/** What a check was given at the end of a script, and what it must answer. */
export interface Recorded {
  readonly step: string;
  readonly outcome: RecordedOutcome;
  readonly context: CheckContext;
}

const recordsFolder = path.join(cacheFolder, "records");

export async function forgetRecords(lab: string): Promise<void> {
  await rm(path.join(recordsFolder, lab), { recursive: true, force: true });
}

export async function writeRecord(lab: string, script: string, record: Recorded): Promise<void> {
  const folder = path.join(recordsFolder, lab);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${script} ${record.outcome.kind}.bin`), deflateRawSync(serialize(record), { level: 1 }));
}

/** By name of the script. Made by ourselves, in this checkout. */
export async function readRecords(lab: string): Promise<ReadonlyMap<string, Recorded>> {
  const folder = path.join(recordsFolder, lab);
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(
      names.sort().map(async (name) => {
        const record: Recorded = deserialize(inflateRawSync(await readFile(path.join(folder, name))));
        return [name.replace(/\.bin$/, ""), record] as const;
      }),
    ),
  );
}
