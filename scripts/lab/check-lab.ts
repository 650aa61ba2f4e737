import path from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { root } from "../paths.ts";
import { type LabFolder, mainSolution } from "./library.ts";

/** `file:line: what is wrong and what to do`. */
export type Complaint = string;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** A guide that is longer does not fit a screen. */
const maxWords = 220;

/** What an author gets wrong most often, found without starting a machine. */
export function checkLab(folder: LabFolder, folderName: string): Complaint[] {
  const { lab } = folder;
  const at = (file: string, line = 1) => `${path.relative(root, path.join(folder.folder, file))}:${line}`;
  const complaints: Complaint[] = [];
  const say = (where: string, what: string) => complaints.push(`${where}: ${what}`);
  if (lab.id !== folderName) say(at("lab.ts"), `its id is "${lab.id}" but its folder "${folderName}"; they must be the same`);
  if (!kebab.test(lab.id)) say(at("lab.ts"), `the id "${lab.id}" must be lower-case words joined by hyphens`);
  if (lab.steps.length === 0) say(at("lab.ts"), "it has no steps");
  const ids = new Set<string>();
  for (const [i, step] of lab.steps.entries()) {
    const number = i + 1;
    if (ids.has(step.id)) say(at("lab.ts"), `two steps have the id "${step.id}"`);
    ids.add(step.id);
    if (!kebab.test(step.id)) say(at("lab.ts"), `the step id "${step.id}" must be lower-case words joined by hyphens`);
    const guide = `${number}-${step.id}.md`;
    if (!folder.guides.has(guide)) say(at(`guide/${guide}`), "it is missing: every step needs its text");
    if (!mainSolution(folder, step, number))
      say(at(`solution/${number}-${step.id}.sh`), "it is missing: every step needs a solution");
    if (!folder.wrong.some((wrong) => wrong.step === number))
      say(at(`wrong/${number}-….sh`), `step "${step.id}" needs at least one wrong attempt`);
  }
  for (const script of [...folder.solutions, ...folder.wrong]) {
    const file = path.relative(folder.folder, script.file);
    if (!(script.step >= 1 && script.step <= lab.steps.length))
      say(at(file), "its name must begin with the number of a step, as in 1-forgets-the-fork.sh");
    if (script.lines.length === 0) say(at(file), "it types nothing");
  }
  for (const wrong of folder.wrong) {
    if (wrong.expect === undefined)
      say(at(path.relative(folder.folder, wrong.file)), "begin it with `#: hint: …`, a part of what the learner must be told");
  }
  for (const [name, text] of folder.guides) complaints.push(...checkGuide(text, (line) => at(`guide/${name}`, line)));
  return complaints;
}

function checkGuide(text: string, at: (line: number) => string): Complaint[] {
  const complaints: Complaint[] = [];
  const tree = fromMarkdown(text);
  const visit = (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "html") complaints.push(`${at(line)}: raw HTML is not shown; write Markdown`);
    if (node.type === "link" && !/^https:\/\/|^#/.test(node.url))
      complaints.push(`${at(line)}: the link "${node.url}" must begin with https://`);
    if (node.type === "image") complaints.push(`${at(line)}: images are not shown in guides; say it in words`);
    if (node.type === "code" && !node.lang)
      complaints.push(`${at(line)}: say what the block is: \`\`\`sh for commands to run, \`\`\`text for output`);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  const words = text.split(/\s+/).length;
  if (words > maxWords) complaints.push(`${at(1)}: ${words} words do not fit a screen; ${maxWords} do`);
  return complaints;
}
