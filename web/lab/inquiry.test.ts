import { expect, test } from "vitest";
import {
  type Findings,
  filesFound,
  fileText,
  neededFiles,
  neededProbe,
  neededSeccomp,
  type ProbeFinding,
  probeFound,
  probeSucceeded,
} from "./inquiry.ts";
import { Unseen } from "./verdict.ts";

const probe = (how: ProbeFinding["how"], status: number): ProbeFinding => ({
  kind: "probe",
  how,
  status,
  output: "",
  errors: "",
});
const bytes = (text: string) => new TextEncoder().encode(text);

const found: Findings = new Map<string, ProbeFinding>([
  ["fine", probe("exited", 0)],
  ["refused", probe("exited", 1)],
  ["killed", probe("signalled", 9)],
  // A timeout's status may be anything.
  ["late", probe("timed-out", 0)],
  ["no such program", probe("not-started", 2)],
]);

test.each([
  ["fine", true],
  ["refused", false],
  ["killed", false],
  ["late", false],
])("a probe's success: %s", (key, succeeded) => {
  expect(probeSucceeded(found, key)).toBe(succeeded);
});

test.each(["no such program", "never asked"])("a probe that was not run is nothing to judge by: %s", (key) => {
  expect(probeFound(found, key)).toBeUndefined();
  expect(() => neededProbe(found, key)).toThrow(Unseen);
  expect(() => probeSucceeded(found, key)).toThrow(key);
});

const files: Findings = new Map([
  [
    "etc",
    {
      kind: "files" as const,
      files: [
        { path: "/etc/gone", errno: 2, data: bytes("not this") },
        { path: "/etc/name", errno: 0, data: bytes("lab \n\n") },
      ],
    },
  ],
  ["none", { kind: "files" as const, files: [] }],
]);

test("a file's text is without white space at its end; what could not be read has none", () => {
  expect(fileText(files, "etc", "/etc/name")).toBe("lab");
  expect(fileText(files, "etc", "/etc/gone")).toBeUndefined();
  expect(fileText(files, "etc", "/etc")).toBeUndefined();
  expect(fileText(files, "never asked", "/etc/name")).toBeUndefined();
});

test("that nothing matched is another thing than that nobody could look", () => {
  expect(filesFound(files, "none")).toEqual([]);
  expect(neededFiles(files, "none")).toEqual([]);
  expect(filesFound(files, "never asked")).toBeUndefined();
  expect(() => neededFiles(files, "never asked")).toThrow(Unseen);
});

test("an answer of another kind is none", () => {
  const filters: Findings = new Map([["key", { kind: "seccomp" as const, programs: [bytes("x")] }]]);
  expect(neededSeccomp(filters, "key")).toEqual([bytes("x")]);
  expect(() => neededSeccomp(found, "fine")).toThrow(Unseen);
  expect(probeFound(filters, "key")).toBeUndefined();
  expect(filesFound(filters, "key")).toBeUndefined();
});
