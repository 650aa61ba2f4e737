import type { Definition, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

export interface Document {
  readonly root: Root;
  /** Link targets given at the end of the text, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** GitHub's markdown as a tree. Nothing is ever turned into HTML. */
export function parseMarkdown(source: string): Document {
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const definitions = new Map<string, Definition>();
  for (const node of root.children) if (node.type === "definition") definitions.set(node.identifier, node);
  return { root, definitions };
}
