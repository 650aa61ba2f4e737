import type { Root } from "mdast";
import { LabError, messageOf } from "../core/errors.ts";
import type { Lab } from "../lab/lab.ts";
import type { FoundLab } from "../ui/catalog/lab-card.tsx";

/** A lab with everything that lies in its folder. */
export interface OpenedLab {
  readonly lab: Lab;
  /** The guide: markdown trees by step id. */
  readonly texts: ReadonlyMap<string, Root>;
  /** Commands of the given solution, by step id; fetched when somebody asks for them. */
  readonly solutions: ReadonlyMap<string, () => Promise<string>>;
  /** Contents of a file below the lab's `files/`. */
  readonly readFile: (source: string) => Promise<Uint8Array>;
}

// Adding a folder adds a lab: these are filled in by the build.
const modules = import.meta.glob<{ readonly default?: Lab }>("../../labs/*/lab.ts");
const guides = import.meta.glob<Root>("../../labs/*/guide/*.md", { query: "?tree", import: "default" });
const files = import.meta.glob<string>("../../labs/*/files/**", { query: "?url", import: "default", exhaustive: true });

const folder = (id: string) => `../../labs/${id}`;
const ids = Object.keys(modules).map((path) => path.split("/").at(-2) ?? "");

async function loadModule(id: string): Promise<Lab> {
  const load = modules[`${folder(id)}/lab.ts`];
  if (!load) throw new LabError("lab-unknown", `There is no lab called “${id}”.`);
  const broken = "This lab has a fault of its own. The others work.";
  try {
    const lab = (await load()).default;
    if (lab?.id === id) return lab;
  } catch (cause) {
    throw new LabError("lab-broken", broken, { cause, detail: messageOf(cause) });
  }
  throw new LabError("lab-broken", broken, { detail: `labs/${id}/lab.ts does not export a lab with the id "${id}".` });
}

/** Step id → text, from `guide/<number>-<step id>.md`. A text that doesn't come is left out: its step works without. */
async function loadTexts(id: string): Promise<ReadonlyMap<string, Root>> {
  const start = `${folder(id)}/guide/`;
  const found = Object.entries(guides).filter(([path]) => path.startsWith(start));
  const texts = await Promise.all(
    found.map(async ([path, load]) => {
      const step = /^\d+-(.+)\.md$/.exec(path.slice(start.length))?.[1];
      const text = step === undefined ? undefined : await load().catch(() => undefined);
      return step === undefined || text === undefined ? [] : [[step, text] as const];
    }),
  );
  return new Map(texts.flat());
}

/** `solution/<number>-<step id>.sh`; other right ways lie beside it. Lines that begin with `#:` are for the tests. */
function solutionsOf({ id, steps }: Lab): ReadonlyMap<string, () => Promise<string>> {
  return new Map(
    steps.map((step, index) => {
      const commands = async () => (await import("./solutions.ts")).solution(`${id}/solution/${index + 1}-${step.id}.sh`);
      return [step.id, commands] as const;
    }),
  );
}

async function readLabFile(id: string, source: string): Promise<Uint8Array> {
  const locate = files[`${folder(id)}/files/${source}`];
  if (!locate)
    throw new LabError("lab-broken", "A file of this lab is missing. The other labs work.", {
      detail: `labs/${id}/files/${source}`,
    });
  const response = await fetch(await locate());
  if (!response.ok)
    throw new LabError("fetch-failed", "A file of this lab could not be fetched. Try again.", {
      detail: `${source}: ${response.status}`,
    });
  return new Uint8Array(await response.arrayBuffer());
}

export async function openLab(id: string): Promise<OpenedLab> {
  const [lab, texts] = await Promise.all([loadModule(id), loadTexts(id)]);
  return { lab, texts, solutions: solutionsOf(lab), readFile: (source) => readLabFile(id, source) };
}

/** All labs, in the order of their modules and their places in them; one that fails to load takes none of the others with it. */
export async function findLabs(): Promise<readonly FoundLab[]> {
  const found = await Promise.all(
    ids.sort().map((id) =>
      loadModule(id).then(
        (lab): FoundLab => ({ id, lab }),
        (error: unknown): FoundLab => ({ id, error: messageOf(error) }),
      ),
    ),
  );
  const rank = (entry: FoundLab) =>
    "lab" in entry ? entry.lab.module * 1000 + (entry.lab.place ?? 999) : Number.POSITIVE_INFINITY;
  return found.sort((one, other) => rank(one) - rank(other) || 0);
}
