import type { Blockquote, Code, Definition, List, Nodes, Paragraph, PhrasingContent, Root, Table, TableRow } from "mdast";
import { createElement, type ElementType, Fragment, memo, type ReactElement, type ReactNode } from "react";
import { Scrolling } from "../shell/scrolling.tsx";
import { CommandBlock } from "./command-block.tsx";
import { ExternalLink } from "./external-link.tsx";
import styles from "./markdown.module.css";

/** Languages whose blocks are commands to be run; every other block is only shown. */
const commandLanguages = new Set(["sh", "shell", "bash"]);
/** Headings of a text stand below the step's own (h2). */
const headingOffset = 2;

/** Link targets given at the end of the text, by identifier. */
type Definitions = ReadonlyMap<string, Definition>;

/** A text of a lab, as its tree. What it holds of HTML is shown as written. */
export const Markdown = memo(function Markdown({ root }: { readonly root: Root }) {
  const definitions = new Map(
    root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node] as const] : [])),
  );
  return <div className={styles["text"]}>{children(root, definitions)}</div>;
});

/** A text's parts never move, so they need no keys: React takes them by their place. */
function inPlace<Props extends object>(
  type: ElementType<Props>,
  props: Props | null,
  content: readonly ReactNode[],
): ReactElement {
  return createElement(type, props, ...content);
}

function children(parent: Nodes & { readonly children: readonly Nodes[] }, definitions: Definitions): ReactNode {
  return inPlace(
    Fragment,
    null,
    parent.children.map((node) => element(node, definitions)),
  );
}

function element(node: Nodes, definitions: Definitions): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "html":
      return <code>{node.value}</code>;
    case "paragraph":
      return <p>{children(node, definitions)}</p>;
    case "heading":
      return createElement(`h${Math.min(node.depth + headingOffset, 6)}`, null, children(node, definitions));
    case "emphasis":
      return <em>{children(node, definitions)}</em>;
    case "strong":
      return <strong>{children(node, definitions)}</strong>;
    case "delete":
      return <del>{children(node, definitions)}</del>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "link":
      return <ExternalLink href={node.url}>{children(node, definitions)}</ExternalLink>;
    case "linkReference":
      return <ExternalLink href={definitions.get(node.identifier)?.url ?? ""}>{children(node, definitions)}</ExternalLink>;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "code":
      return codeBlock(node);
    case "list":
      return list(node, definitions);
    case "blockquote":
      return blockquote(node, definitions);
    case "table":
      return table(node, definitions);
    case "footnoteReference":
      return <sup>{node.identifier}</sup>;
    case "definition":
    case "yaml":
      return null;
    default:
      return "children" in node ? children(node, definitions) : null;
  }
}

function codeBlock({ lang, value }: Code): ReactNode {
  return commandLanguages.has(lang ?? "") ? (
    <CommandBlock command={value} />
  ) : (
    <Scrolling className={styles["output"]}>
      <pre>
        <code>{value}</code>
      </pre>
    </Scrolling>
  );
}

function list(node: List, definitions: Definitions): ReactNode {
  const items = node.children.map((item) => {
    const tight = !item.spread && !node.spread;
    const content = item.children.map((child) =>
      tight && child.type === "paragraph" ? children(child, definitions) : element(child, definitions),
    );
    const box = typeof item.checked === "boolean" ? [item.checked ? "☑ " : "☐ "] : [];
    return inPlace("li", null, [...box, ...content]);
  });
  return node.ordered ? inPlace("ol", { start: node.start ?? 1 }, items) : inPlace("ul", null, items);
}

/** A quote that begins with bold words is a note with those words as its title: `> **The slide said** …`. */
function blockquote(node: Blockquote, definitions: Definitions): ReactNode {
  const [first, ...rest] = node.children;
  const label = first?.type === "paragraph" && first.children[0]?.type === "strong" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || !label) return <blockquote>{children(node, definitions)}</blockquote>;
  const paragraph: Paragraph = { ...first, children: withoutLeadingSpace(first.children.slice(1)) };
  return inPlace("div", { className: styles["note"], role: "note" }, [
    inPlace("p", { className: styles["noteTitle"] }, [children(label, definitions)]),
    paragraph.children.length > 0 ? element(paragraph, definitions) : null,
    ...rest.map((child) => element(child, definitions)),
  ]);
}

function withoutLeadingSpace([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== "text") return first ? [first, ...rest] : [];
  const value = first.value.replace(/^[\s:.]+/, "");
  return [{ ...first, value: value.charAt(0).toUpperCase() + value.slice(1) }, ...rest];
}

function table(node: Table, definitions: Definitions): ReactNode {
  const [head, ...body] = node.children;
  const cells = (row: TableRow | undefined, cell: (content: ReactNode) => ReactNode) =>
    inPlace("tr", null, row?.children.map((content) => cell(children(content, definitions))) ?? []);
  return (
    <Scrolling className={styles["tableScroll"]}>
      <table>
        <thead>{cells(head, (content) => inPlace("th", { scope: "col" }, [content]))}</thead>
        {inPlace(
          "tbody",
          null,
          body.map((row) => cells(row, (content) => inPlace("td", null, [content]))),
        )}
      </table>
    </Scrolling>
  );
}
