import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** GitHub's markdown as a tree, without positions. The build does this, so that the page carries no parser and parses nothing. */
export function parseMarkdown(source: string): Root {
  const root = parseWithPositions(source);
  dropPositions(root);
  return root;
}

export function parseWithPositions(source: string): Root {
  return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function dropPositions(node: Nodes): void {
  delete node.position;
  if ("children" in node) node.children.forEach(dropPositions);
}
