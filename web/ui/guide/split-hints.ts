import type { Root, RootContent } from "mdast";

export interface SplitText {
  /** The text without its hints. */
  readonly body: Root;
  /** One tree each, in the order they are to be opened. */
  readonly hints: readonly Root[];
}

/** A text may end with `## Hints` and a list: each item is a hint, the vaguest first. */
export function splitHints(root: Root): SplitText {
  const at = root.children.findIndex(isHintsHeading);
  if (at < 0) return { body: root, hints: [] };
  const list = root.children[at + 1];
  if (list?.type !== "list") return { body: root, hints: [] };
  return {
    body: { ...root, children: [...root.children.slice(0, at), ...root.children.slice(at + 2)] },
    hints: list.children.map((item) => ({ type: "root", children: item.children })),
  };
}

function isHintsHeading(node: RootContent): boolean {
  if (node.type !== "heading" || node.depth !== 2) return false;
  const [only] = node.children;
  return node.children.length === 1 && only?.type === "text" && only.value === "Hints";
}

/** What the text offers to run. */
export function commandsOf(root: Root): string[] {
  const commands: string[] = [];
  const visit = (node: Root | RootContent) => {
    if (node.type === "code" && (node.lang === "sh" || node.lang === "bash")) commands.push(node.value);
    if ("children" in node) for (const child of node.children) visit(child as RootContent);
  };
  visit(root);
  return commands;
}
