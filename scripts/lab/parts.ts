import { type LabFolder, loadLab } from "./library.ts";

/** Steps `from` … `to` of a lab (1 … n, both in it), tested by one machine. */
export interface LabPart {
  readonly lab: string;
  readonly from: number;
  readonly to: number;
  /** How many there are to be typed. */
  readonly scripts: number;
}

/** Getting to a part's first step costs a solution for each step before it: parts are not made smaller than they have to be. */
const enough = 30;

/** All parts of the labs, the largest first, so that none is left alone at the end. A lab that cannot be read is one part: who tests it tells why. */
export async function partsOf(labs: readonly string[], folder: string | undefined, only: string): Promise<LabPart[]> {
  const parts = await Promise.all(
    labs.map(async (lab) => {
      const read = await loadLab(lab, folder).catch(() => undefined);
      return read ? cut(read, only) : [{ lab, from: 1, to: 1, scripts: 0 }];
    }),
  );
  return parts.flat().sort((one, other) => other.scripts - one.scripts);
}

function cut({ lab, solutions, wrong }: LabFolder, only: string): LabPart[] {
  const scripts = [...solutions, ...wrong].filter(({ name }) => name.startsWith(only));
  const parts: LabPart[] = [];
  for (const [index] of lab.steps.entries()) {
    const number = index + 1;
    const more = scripts.filter(({ step }) => step === number).length;
    const last = parts.at(-1);
    if (last && last.scripts + more <= enough) parts[parts.length - 1] = { ...last, to: number, scripts: last.scripts + more };
    else parts.push({ lab: lab.id, from: number, to: number, scripts: more });
  }
  return parts;
}
