import { type LabFolder, loadLab } from "./library.ts";

/** Steps `from` … `to` of a lab (1 … n, both in it), tested by one machine. */
export interface LabPart {
  readonly lab: string;
  readonly from: number;
  readonly to: number;
  /** How many there are to be typed. */
  readonly scripts: number;
}

/** Scripts of a part at the least, but for what a lab ends with. */
const fewest = 30;

export interface PartsOptions {
  /** The folder of labs; the repository's unless given. */
  readonly folder?: string | undefined;
  /** Of the scripts, those whose name begins so. */
  readonly only?: string | undefined;
  /**
   * Into about how many parts, if that does not make them too small. Getting to a part's first step costs a solution for each step before it:
   * no more parts than keep all machines busy.
   */
  readonly parts?: number;
}

/** All parts of the labs, the largest first, so that none is left alone at the end. A lab that cannot be read is one part: who tests it tells why. */
export async function partsOf(labs: readonly string[], { folder, only = "", parts = 1 }: PartsOptions = {}): Promise<LabPart[]> {
  const read = await Promise.all(labs.map((lab) => loadLab(lab, folder).catch(() => undefined)));
  const total = read.reduce((sum, lab) => sum + (lab ? scriptsOf(lab, only).length : 0), 0);
  const enough = Math.max(fewest, Math.ceil(total / parts));
  return read
    .flatMap((lab, index) => (lab ? cut(lab, only, enough) : [{ lab: labs[index] as string, from: 1, to: 1, scripts: 0 }]))
    .sort((one, other) => other.scripts - one.scripts);
}

function scriptsOf({ solutions, wrong }: LabFolder, only: string) {
  return [...solutions, ...wrong].filter(({ name }) => name.startsWith(only));
}

function cut(folder: LabFolder, only: string, enough: number): LabPart[] {
  const scripts = scriptsOf(folder, only);
  const { lab } = folder;
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
