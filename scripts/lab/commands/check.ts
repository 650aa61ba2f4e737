import { readFile } from "node:fs/promises";
import { messageOf } from "../../../web/core/errors.ts";
import { prepareImage } from "../../image/prepare.ts";
import { commandsFile } from "../../paths.ts";
import { checkLab } from "../check-lab.ts";
import { labIds, loadLab } from "../library.ts";
import { staleCoverage } from "./coverage.ts";

/** Looks for what is missing or wrong in labs' files; when it is about all labs, also in the page that is made from them. */
export async function check(ids: readonly string[]): Promise<number> {
  await prepareImage((line) => console.error(line));
  const all = await labIds();
  const known = { commands: new Set((await readFile(commandsFile, "utf8")).split("\n")), labs: new Set(all) };
  const wanted = ids.length > 0 ? ids : all;
  const complaints: string[] = [];
  for (const id of wanted) {
    try {
      complaints.push(...checkLab(await loadLab(id), id, known));
    } catch (error) {
      complaints.push(messageOf(error));
    }
  }
  // Of a lab that cannot be read it was said above.
  const stale = ids.length > 0 ? undefined : await staleCoverage().catch(() => undefined);
  if (stale !== undefined) complaints.push(stale);
  for (const complaint of complaints) console.log(complaint);
  console.log(
    complaints.length === 0
      ? `${wanted.length} ${wanted.length === 1 ? "lab" : "labs"}: nothing to complain of. Types and form: \`npm run types\`, \`npm run lint\`.`
      : `${complaints.length} to mend.`,
  );
  return complaints.length === 0 ? 0 : 1;
}
