import type { Blockquote, Code, List, Nodes, Paragraph, PhrasingContent, Table } from "mdast";
import { createElement, Fragment, memo, type ReactNode, useMemo } from "react";
import { CommandBlock } from "./command-block.tsx";
import { ExternalLink } from "./external-link.tsx";
import styles from "./markdown.module.css";
import { type Document, parseMarkdown } from "./parse.ts";

/** Languages whose blocks are commands to be run; every other block is only shown. */
const commandLanguages = new Set(["sh", "shell", "bash"]);
/** Headings of a text stand below the step's own (h2). */
const headingOffset = 2;

/** A text of a lab. What it holds of HTML is shown as written. */
export const Markdown = memo(function Markdown({ source }: { readonly source: string }) {
  const document = useMemo(() => parseMarkdown(source), [source]);
  return <div className={styles["text"]}>{children(document.root, document)}</div>;
});

function children(parent: Nodes & { readonly children: readonly Nodes[] }, document: Document): ReactNode {
  return parent.children.map((node, index) => <Fragment key={index}>{element(node, document)}</Fragment>);
}

function element(node: Nodes, document: Document): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "html":
      return <code>{node.value}</code>;
    case "paragraph":
      return <p>{children(node, document)}</p>;
    case "heading":
      return createElement(`h${Math.min(node.depth + headingOffset, 6)}`, null, children(node, document));
    case "emphasis":
      return <em>{children(node, document)}</em>;
    case "strong":
      return <strong>{children(node, document)}</strong>;
    case "delete":
      return <del>{children(node, document)}</del>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "link":
      return <ExternalLink href={node.url}>{children(node, document)}</ExternalLink>;
    case "linkReference":
      return <ExternalLink href={document.definitions.get(node.identifier)?.url ?? ""}>{children(node, document)}</ExternalLink>;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "code":
      return codeBlock(node);
    case "list":
      return list(node, document);
    case "blockquote":
      return blockquote(node, document);
    case "table":
      return table(node, document);
    case "footnoteReference":
      return <sup>{node.identifier}</sup>;
    case "definition":
    case "yaml":
      return null;
    default:
      return "children" in node ? children(node, document) : null;
  }
}

function codeBlock({ lang, value }: Code): ReactNode {
  return commandLanguages.has(lang ?? "") ? (
    <CommandBlock command={value} />
  ) : (
    <pre className={styles["output"]} tabIndex={0}>
      <code>{value}</code>
    </pre>
  );
}

function list(node: List, document: Document): ReactNode {
  const items = node.children.map((item, index) => {
    const tight = !(item.spread ?? false) && !(node.spread ?? false);
    const content = item.children.map((child, at) => (
      <Fragment key={at}>{tight && child.type === "paragraph" ? children(child, document) : element(child, document)}</Fragment>
    ));
    return (
      <li key={index}>
        {typeof item.checked === "boolean" ? (item.checked ? "☑ " : "☐ ") : null}
        {content}
      </li>
    );
  });
  return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

/** A quote that begins with bold words is a note with those words as its title: `> **The slide said** …`. */
function blockquote(node: Blockquote, document: Document): ReactNode {
  const [first, ...rest] = node.children;
  const label = first?.type === "paragraph" && first.children[0]?.type === "strong" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || !label) return <blockquote>{children(node, document)}</blockquote>;
  const paragraph: Paragraph = { ...first, children: withoutLeadingSpace(first.children.slice(1)) };
  return (
    <aside className={styles["note"]}>
      <p className={styles["noteTitle"]}>{children(label, document)}</p>
      {paragraph.children.length > 0 ? element(paragraph, document) : null}
      {rest.map((child, index) => (
        <Fragment key={index}>{element(child, document)}</Fragment>
      ))}
    </aside>
  );
}

function withoutLeadingSpace([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== "text") return first ? [first, ...rest] : [];
  const value = first.value.replace(/^[\s:.]+/, "");
  return [{ ...first, value: value.charAt(0).toUpperCase() + value.slice(1) }, ...rest];
}

function table(node: Table, document: Document): ReactNode {
  const [head, ...body] = node.children;
  return (
    <div className={styles["tableScroll"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              <th key={index} scope="col">
                {children(cell, document)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.children.map((cell, at) => (
                <td key={at}>{children(cell, document)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
