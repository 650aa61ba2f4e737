import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LabError, messageOf } from "../../web/core/errors.ts";
import type { Lab, Step } from "../../web/lab/lab.ts";
import { root } from "../paths.ts";
import { parseScript, type Script } from "./script.ts";

/** `solution/1-new-uts.sh`, `wrong/1-renames-the-host.sh`. */
export interface TypedScript extends Script {
  /** `1-new-uts` */
  readonly name: string;
  readonly file: string;
  /** 1 … n: the step it is for. */
  readonly step: number;
}

export interface LabFolder {
  readonly folder: string;
  readonly lab: Lab;
  readonly solutions: readonly TypedScript[];
  readonly wrong: readonly TypedScript[];
  /** Guide files by name. */
  readonly guides: ReadonlyMap<string, string>;
}

export const labsFolder = path.join(root, "labs");

export async function labIds(labs = labsFolder): Promise<string[]> {
  const entries = await readdir(labs, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export async function loadLab(id: string, labs = labsFolder): Promise<LabFolder> {
  const folder = path.join(labs, id);
  const ids = await labIds(labs);
  if (!ids.includes(id)) throw new LabError("lab-unknown", `There is no lab "${id}". There are: ${ids.join(", ")}.`);
  return {
    folder,
    lab: await importLab(folder),
    solutions: await readScripts(path.join(folder, "solution")),
    wrong: await readScripts(path.join(folder, "wrong")),
    guides: await readTexts(path.join(folder, "guide"), ".md"),
  };
}

export function labFileReader(folder: string): (source: string) => Promise<Uint8Array> {
  return async (source) => new Uint8Array(await readFile(path.join(folder, "files", source)));
}

/** The script that the later steps build upon: `<n>-<step id>.sh`. */
export function mainSolution({ solutions }: LabFolder, step: Step, number: number): TypedScript | undefined {
  return solutions.find(({ name }) => name === `${number}-${step.id}`);
}

async function importLab(folder: string): Promise<Lab> {
  const file = path.join(folder, "lab.ts");
  try {
    await stat(file);
    const module: { default?: Lab } = await import(pathToFileURL(file).href);
    if (!module.default) throw new Error("it has no default export; write `export default defineLab({ … })`");
    return module.default;
  } catch (cause) {
    throw new LabError("lab-broken", `${path.relative(root, file)}: ${messageOf(cause)}`, { cause });
  }
}

async function readTexts(folder: string, ending: string): Promise<Map<string, string>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const)));
}

async function readScripts(folder: string): Promise<TypedScript[]> {
  const texts = await readTexts(folder, ".sh");
  return [...texts].map(([fileName, text]) => {
    const name = fileName.slice(0, -3);
    return { name, file: path.join(folder, fileName), step: Number.parseInt(name, 10), ...parseScript(text) };
  });
}
