import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Who may import whom: each room and what lies below it (docs/ARCHITECTURE.md). Packages are named with `npm:`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "web/core": [],
  "web/protocol": ["web/core"],
  "web/kernel": ["web/core"],
  "web/lab": ["web/core", "web/kernel"],
  "web/checker": ["web/core", "web/kernel", "web/lab"],
  "web/machine": ["web/core", "npm:v86", "npm:zod", "npm:birpc", "npm:idb", "npm:hash-wasm", "npm:fzstd"],
  "web/agent": ["web/core", "web/protocol", "web/kernel"],
  "web/session": ["web/core", "web/protocol", "web/kernel", "web/lab", "web/checker", "web/machine", "web/agent", "npm:zod"],
  "web/ui": ["web/core", "web/kernel", "web/lab", "web/checker", "web/session", "npm:*"],
  "web/app": [
    "web/core",
    "web/protocol",
    "web/kernel",
    "web/lab",
    "web/checker",
    "web/machine",
    "web/agent",
    "web/session",
    "web/ui",
    "labs",
    "npm:*",
  ],
  labs: ["web/lab", "web/kernel"],
  scripts: ["web/*", "labs", "npm:*"],
  test: ["web/*", "labs", "scripts", "npm:*"],
};

/** Rooms that only types may be taken from. */
const typesOnly: Readonly<Record<string, readonly string[]>> = { "web/ui": ["web/checker", "web/session"], labs: ["web/kernel"] };
/** Values that are types' companions, such as lists of names. */
const harmlessValues = new Set(["web/kernel/snapshot.ts", "web/kernel/capabilities.ts"]);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly types: boolean;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|new URL\(\s*["'](\.[^"']+\.ts)["']/g;

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? "";
    const to = specifier.startsWith(".")
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : `npm:${specifier}`;
    return { from: file, to, types: match[1] !== undefined };
  });
}

function roomOf(file: string): string {
  if (file.startsWith("npm:"))
    return file.split("/")[0]?.startsWith("npm:@") ? file.split("/").slice(0, 2).join("/") : (file.split("/")[0] as string);
  const [top, second] = file.split("/");
  return top === "web" ? `web/${second}` : (top as string);
}

function violations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to, types }) => {
    const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
    if (fromRoom === toRoom) {
      const [fromLab, toLab] = [from.split("/")[1], to.split("/")[1]];
      return fromRoom === "labs" && fromLab !== toLab ? [`${from} imports another lab: ${to}`] : [];
    }
    const rules = allowed[fromRoom] ?? [];
    const fits = rules.some((rule) => rule === toRoom || (rule.endsWith("*") && toRoom.startsWith(rule.slice(0, -1))));
    if (!fits) return [`${from} may not import ${to}`];
    const onlyTypes = typesOnly[fromRoom]?.includes(toRoom) === true && !types && !harmlessValues.has(to);
    return onlyTypes ? [`${from} may import only types of ${to}`] : [];
  });
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

const files = ["web", "labs", "scripts"].flatMap(sources);
const imports = files.flatMap((file) => importsOf(file, readFileSync(path.join(root, file), "utf8")));

test("every room was seen, and imports between rooms", () => {
  const rooms = new Set(files.map(roomOf));
  for (const room of Object.keys(allowed)) if (room !== "test") expect(rooms).toContain(room);
  expect(imports.filter(({ from, to }) => roomOf(from) !== roomOf(to)).length).toBeGreaterThan(100);
});

test("imports point down", () => {
  expect(violations(imports)).toEqual([]);
});

test("v86 has one importer", () => {
  const importers = imports.filter(({ to }) => to === "npm:v86" || to.startsWith("npm:v86/")).map(({ from }) => roomOf(from));
  expect(new Set(importers)).toEqual(new Set(["web/machine"]));
});

test("an import that points up, a package in a pure room, another lab: each is found", () => {
  const wrong = [
    ...importsOf("web/core/bytes.ts", 'import { Agent } from "../agent/agent.ts";'),
    ...importsOf("web/kernel/look.ts", 'import * as z from "zod/mini";'),
    ...importsOf("labs/pid/lab.ts", 'import lab from "../uts-time/lab.ts";'),
    ...importsOf("labs/pid/lab.ts", 'import { Agent } from "../../web/agent/agent.ts";'),
    ...importsOf("web/ui/page.tsx", 'import { LiveSession } from "../session/live-session.ts";'),
    ...importsOf("web/lab/lab.ts", 'const later = await import("../session/api.ts");'),
  ];
  expect(wrong).toHaveLength(6);
  expect(violations(wrong)).toHaveLength(6);
});
