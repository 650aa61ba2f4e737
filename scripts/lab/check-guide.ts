import type { Nodes, Root } from "mdast";
import { splitHints } from "../../web/ui/guide/split-hints.ts";
import { parseWithPositions } from "../../web/ui/markdown/parse.ts";
import { commandsOf } from "./guide-commands.ts";

/** A guide that is longer does not fit a screen. */
const maxWords = 220;
const manualPage = /^https:\/\/man7\.org\/linux\/man-pages\/man(\d)\/[\w.-]+\.(\d)[a-z]*\.html$/;

export function checkGuide(text: string, commands: ReadonlySet<string>): Array<{ readonly line: number; readonly what: string }> {
  const complaints: Array<{ line: number; what: string }> = [];
  const say = (line: number, what: string) => complaints.push({ line, what });
  const visit = (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "html") say(line, "raw HTML is not shown; write Markdown");
    if (node.type === "image") say(line, "images are not shown in guides; say it in words");
    if (node.type === "link" || node.type === "definition") {
      const problem = linkProblem(node.url);
      if (problem) say(line, problem);
    }
    if (node.type === "code") {
      if (node.lang !== "sh" && node.lang !== "text")
        say(line, "say what the block is: ```sh for commands to run, with a button, ```text for output");
      if (node.lang === "sh") {
        for (const [index, command] of withoutHereDocuments(node.value).entries()) {
          for (const name of commandsOf(command)) {
            if (!commands.has(name)) say(line + 1 + index, `the machine has no command "${name}"`);
          }
        }
      }
    }
    if ("children" in node) node.children.forEach(visit);
  };
  const guide = parseWithPositions(text);
  visit(guide);
  if (splitHints(guide).hints.length === 0)
    say(lastHeading(guide), "no hints are found: end the guide with the heading `## Hints` and a list, the vaguest first");
  const words = text.split(/\s+/).filter(Boolean).length;
  if (words > maxWords) say(1, `${words} words do not fit a screen; ${maxWords} do`);
  return complaints;
}

function lastHeading({ children }: Root): number {
  return children.findLast(({ type }) => type === "heading")?.position?.start.line ?? 1;
}

function linkProblem(url: string): string | undefined {
  if (!/^https:\/\/[^\s/]+\.[^\s/]+/.test(url)) return `the link "${url}" must begin with https://`;
  if (!url.startsWith("https://man7.org/")) return undefined;
  const [, folder, section] = manualPage.exec(url) ?? [];
  return folder !== undefined && folder === section
    ? undefined
    : `"${url}" is no manual page: write https://man7.org/linux/man-pages/man2/unshare.2.html`;
}

/** Lines of shell; what stands in a here-document is emptied. */
function withoutHereDocuments(script: string): string[] {
  let end: string | undefined;
  return script.split("\n").map((line) => {
    if (end !== undefined) {
      if (line.trim() === end) end = undefined;
      return "";
    }
    end = /<<-?\s*['"]?(\w+)['"]?/.exec(line)?.[1];
    return line;
  });
}
