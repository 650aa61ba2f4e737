import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown.tsx";
import { parseMarkdown } from "./parse.ts";

const html = (source: string) => renderToStaticMarkup(<Markdown root={parseMarkdown(source)} />);

describe("a lab's text", () => {
  it("shows raw HTML as text", () => {
    expect(html("a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>")).not.toMatch(/<(img|script)/);
  });

  it("makes no link of an address that runs something", () => {
    expect(html("[x](javascript:alert(1)) [y](data:text/html,z) [z](relative)")).not.toContain("<a");
    expect(html("[m](https://man7.org/)")).toMatch(/<a href="https:\/\/man7\.org\/" target="_blank" rel="noopener/);
  });

  it("offers to run shell blocks, and only those", () => {
    expect(html("```sh\nid\n```")).toContain("Run in the terminal: id");
    expect(html("```console\nuid=0\n```\n\n`id`")).not.toContain("<button");
  });

  it("makes a note of a quote that begins with bold words", () => {
    expect(html("> **The slide said** six.")).toMatch(/role="note".*The slide said.*Six\./s);
  });

  it("puts its headings below the step's", () => {
    expect(html("# One")).toContain("<h3>One</h3>");
  });
});
