import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../paths.ts";
import { checkGuide } from "./check-guide.ts";
import { labSchema } from "./lab-schema.ts";
import { type LabFolder, mainSolution } from "./library.ts";

/** `file:line: what is wrong and what to do`. */
export type Complaint = string;

export interface KnownNames {
  /** What a learner can run in the guest. */
  readonly commands: ReadonlySet<string>;
  readonly labs: ReadonlySet<string>;
}

/** What an author gets wrong most often, found without starting a machine. */
export function checkLab(folder: LabFolder, folderName: string, known: KnownNames): Complaint[] {
  const { lab } = folder;
  const complaints: Complaint[] = [];
  const say = (file: string, line: number, what: string) =>
    complaints.push(`${path.relative(root, path.join(folder.folder, file))}:${line}: ${what}`);
  const source = readFileSync(path.join(folder.folder, "lab.ts"), "utf8");
  const inLab = (near: string, what: string, at = source.indexOf(near)) =>
    say("lab.ts", at < 0 ? 1 : source.slice(0, at).split("\n").length, what);

  const parsed = labSchema.safeParse(lab);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path.findLast((part) => typeof part === "string");
      inLab(`${String(field ?? "")}:`, [issue.path.join("."), issue.message].filter(Boolean).join(": "));
    }
    return complaints;
  }
  if (lab.id !== folderName) inLab(`"${lab.id}"`, `its id is "${lab.id}" but its folder "${folderName}"; they must be the same`);
  for (const needed of lab.needs ?? []) {
    if (!known.labs.has(needed)) inLab(`"${needed}"`, `it needs the lab "${needed}", which there is not`);
  }
  const sources = [...(lab.files ?? []).map((file) => file.source), ...(lab.setup === undefined ? [] : [lab.setup])];
  for (const file of sources) {
    if (!existsSync(path.join(folder.folder, "files", file))) inLab(`"${file}"`, `files/${file} is missing`);
  }
  const available = new Set([...known.commands, ...ownCommands(folder)]);
  const ids = new Set<string>();
  const wantedGuides = new Set<string>();
  for (const [i, step] of lab.steps.entries()) {
    const number = i + 1;
    if (ids.has(step.id)) inLab(`"${step.id}"`, `two steps have the id "${step.id}"`, source.lastIndexOf(`"${step.id}"`));
    ids.add(step.id);
    const guide = `${number}-${step.id}.md`;
    wantedGuides.add(guide);
    if (!folder.guides.has(guide)) say(`guide/${guide}`, 1, "it is missing: every step needs its text");
    if (!mainSolution(folder, step, number))
      say(`solution/${number}-${step.id}.sh`, 1, "it is missing: every step needs a solution");
    if (!folder.wrong.some((wrong) => wrong.step === number))
      say(`wrong/${number}-….sh`, 1, `step "${step.id}" needs at least one wrong attempt, with the hint that it must trigger`);
  }
  for (const script of [...folder.solutions, ...folder.wrong]) {
    const file = path.relative(folder.folder, script.file);
    if (!(script.step >= 1 && script.step <= lab.steps.length))
      say(file, 1, "its name must begin with the number of a step, as in 1-forgets-the-fork.sh");
    if (script.actions.length === 0) say(file, 1, "it types nothing");
    for (const { line, what } of script.problems) say(file, line, what);
    if (script.actions.some(({ kind }) => kind === "answer") && !lab.steps[script.step - 1]?.question)
      say(file, 1, "it answers a question, but its step asks none");
  }
  for (const wrong of folder.wrong) {
    const file = path.relative(folder.folder, wrong.file);
    if (wrong.expect === undefined) say(file, 1, "begin it with `#: hint: …`, a part of what the learner must be told");
    if (wrong.after && lab.steps[wrong.step - 1]?.mode === "edge")
      say(file, 1, "its step is an edge, which nothing undoes; leave out `#: after the solution`, or make it a level");
  }
  for (const [name, text] of folder.guides) {
    if (!wantedGuides.has(name)) say(`guide/${name}`, 1, "it is no step's: its name must be <number>-<step id>.md");
    for (const { line, what } of checkGuide(text, available)) say(`guide/${name}`, line, what);
  }
  return complaints;
}

/** What the lab itself puts where the guest looks for programs. */
function ownCommands({ folder, lab }: LabFolder): string[] {
  const setup = lab.setup === undefined ? undefined : path.join(folder, "files", lab.setup);
  const texts = [...(lab.files ?? []).map((file) => file.path), setup && existsSync(setup) ? readFileSync(setup, "utf8") : ""];
  return texts.flatMap((text) => [...text.matchAll(/\/usr\/local\/s?bin\/([\w.+-]+)/g)].map((match) => match[1] as string));
}
