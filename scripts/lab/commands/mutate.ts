import { labIds } from "../library.ts";
import { mutateLab } from "../mutation/mutate-lab.ts";

/** Weakens the checks one predicate at a time, on what the last `test` recorded, and says what no script would notice. */
export async function mutate(ids: readonly string[]): Promise<number> {
  let fine = true;
  for (const id of ids.length > 0 ? ids : await labIds()) {
    const { lab, killed, total, excused, survivors, stale } = await mutateLab(id);
    const score = total === 0 ? 0 : (100 * killed) / total;
    console.log(
      `${lab.padEnd(18)} ${score.toFixed(1).padStart(5)} %  (${killed} of ${total}${excused > 0 ? `, ${excused} excused` : ""})`,
    );
    for (const { script, thrown } of stale)
      console.log(
        `  the record of "${script}" does not fit the check any more${thrown === undefined ? "" : `, which throws "${thrown}"`}: run \`npm run lab -- test ${lab}\``,
      );
    for (const { at, text, value } of survivors) console.log(`  ${at}: if \`${text}\` were always ${value}, nothing would tell`);
    if (total === 0) console.log(`  nothing was recorded or nothing is asked: run \`npm run lab -- test ${lab}\` first`);
    if (total === 0 || survivors.length > 0 || stale.length > 0) fine = false;
  }
  return fine ? 0 : 1;
}
