import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const room = path.resolve(import.meta.dirname, "..");
const components = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
const pairs = components.flatMap((name) => {
  const source = readFileSync(path.join(room, name), "utf8");
  const sheet = /import styles from "(.+?)"/.exec(source)?.[1];
  return sheet === undefined ? [] : [{ name, source, sheet: readFileSync(path.join(room, path.dirname(name), sheet), "utf8") }];
});

describe("styles", () => {
  it("were found", () => expect(pairs.length).toBeGreaterThan(15));

  it.each(pairs)("$name uses only classes that its sheet has", ({ source, sheet }) => {
    const used = [...source.matchAll(/styles\["(\w+)"\]/g)].map((match) => match[1]);
    const defined = new Set([...sheet.matchAll(/\.([a-zA-Z]\w*)/g)].map((match) => match[1]));
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });
});
