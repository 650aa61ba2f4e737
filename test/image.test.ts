import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";

const root = path.resolve(import.meta.dirname, "..");
const images = path.join(root, "images");
const out = path.join(images, "out");
const maxBytes = 25e6;

const manifest = z.parse(
  z.object({
    inputs: z.object({ hash: z.string() }),
    packages: z.array(z.object({ name: z.string(), version: z.string(), sha256: z.string(), license: z.string() })),
    outputs: z.array(z.object({ file: z.string(), sha256: z.string(), size: z.number() })),
  }),
  JSON.parse(readFileSync(path.join(out, "manifest.json"), "utf8")),
);

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** As `images/inputs.sh` lists them: what the image is made of, tests and outputs left out. */
function inputs(folder = ""): string[] {
  return readdirSync(path.join(images, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["out", ".cache", "agent/test"].includes(file) ? [] : inputs(file);
    return isInput(file) ? [file] : [];
  });
}

function isInput(file: string): boolean {
  return (
    file === "build.sh" ||
    file === "epoch" ||
    ["rootfs/", "kernel/", "agent/", "tools/"].some((folder) => file.startsWith(folder))
  );
}

test("the committed image is the one that its inputs give: otherwise run `npm run images`", () => {
  const files = inputs().sort((one, other) => (one < other ? -1 : 1));
  expect(files.length).toBeGreaterThan(20);
  const lines = files.map((file) => `${sha256(readFileSync(path.join(images, file)))}  ${file}\n`);
  expect(sha256(lines.join(""))).toBe(manifest.inputs.hash);
});

test("each output is, byte for byte, what the manifest says", () => {
  expect(manifest.outputs.map(({ file }) => file)).toEqual(
    expect.arrayContaining(["bzImage", "rootfs.erofs.zst", "rootfs.index.json", "bios.bin", "vgabios.bin"]),
  );
  for (const { file, sha256: expected, size } of manifest.outputs) {
    const bytes = readFileSync(path.join(out, file));
    expect({ file, size: bytes.length, sha256: sha256(bytes) }).toEqual({ file, size, sha256: expected });
  }
});

test("all outputs together stay small", () => {
  const total = readdirSync(out).reduce((sum, file) => sum + statSync(path.join(out, file)).size, 0);
  expect(total).toBeLessThanOrEqual(maxBytes);
});

test("every package is named with its version, its checksum and its licence", () => {
  expect(manifest.packages.length).toBeGreaterThan(30);
  for (const entry of manifest.packages) expect(entry.version && entry.sha256 && entry.license, entry.name).toBeTruthy();
});
