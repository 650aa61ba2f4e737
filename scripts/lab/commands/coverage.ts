import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../paths.ts";
import { course } from "../course.ts";
import { coveragePage } from "../coverage.ts";
import { labIds, loadLab } from "../library.ts";

const file = path.join(root, "docs/COVERAGE.md");

/** Writes the page that says which slide is in which lab; `onlyCheck`: says whether it would be another. */
export async function coverage(onlyCheck: boolean): Promise<number> {
  if (onlyCheck) {
    const complaint = await staleCoverage();
    console.log(complaint ?? `${path.relative(root, file)} is as the labs are.`);
    return complaint === undefined ? 0 : 1;
  }
  await writeFile(file, await generated());
  console.log(`Wrote ${path.relative(root, file)}.`);
  return 0;
}

/** `file:line: …` when the committed page is not what the labs say; undefined when it is. */
export async function staleCoverage(): Promise<string | undefined> {
  const committed = await readFile(file, "utf8").catch(() => "");
  const wanted = await generated();
  if (committed === wanted) return undefined;
  const lines = committed.split("\n");
  const line = wanted.split("\n").findIndex((text, i) => text !== lines[i]) + 1;
  return `${path.relative(root, file)}:${line || lines.length}: it is not what the labs say; run \`npm run lab -- coverage\``;
}

async function generated(): Promise<string> {
  const folders = await Promise.all((await labIds()).map((id) => loadLab(id)));
  return coveragePage(
    folders.map(({ lab }) => lab),
    course,
  );
}
