import { describe, expect, test } from "vitest";
import { checkLab } from "../scripts/lab/check-lab.ts";
import { loadLab } from "../scripts/lab/library.ts";
import { goodLab, type LabFiles, labsFolderOf } from "./fixtures/lab-folder.ts";

const commands = new Set(["hostname", "unshare", "echo", "cat"]);

/** What `check` says of the good lab with these changes; paths begin in the lab's folder. */
async function complaints(changes: LabFiles): Promise<string[]> {
  const labs = await labsFolderOf({ lab: changes });
  const said = checkLab(await loadLab("lab", labs), "lab", { commands, labs: new Set(["lab"]) });
  return said.map((complaint) => complaint.replace(/^.*\/labs-[^/]+\/lab\//, ""));
}

/** The good lab's definition with something else in place of a part of it. */
function definition(part: string, other: string): LabFiles {
  const text = (goodLab["lab.ts"] as string).replace(part, other);
  expect(text).not.toBe(goodLab["lab.ts"]);
  return { "lab.ts": text };
}

const steps = (...given: string[]) =>
  definition(/ {2}steps.*/.exec(goodLab["lab.ts"] as string)?.[0] as string, `  steps: [\n${given.join("\n")}\n  ],`);
const guide = (text: string): LabFiles => ({ "guide/1-rename.md": `${text}\n\n## Hints\n\n- Think.\n` });

test("of a good lab there is nothing to say", async () => {
  expect(await complaints({})).toEqual([]);
});

describe("what is missing is named, and where it belongs", () => {
  test.each([
    ["a guide", "guide/1-rename.md", "guide/1-rename.md:1: it is missing: every step needs its text"],
    ["a solution", "solution/1-rename.sh", "solution/1-rename.sh:1: it is missing: every step needs a solution"],
    [
      "a wrong attempt",
      "wrong/1-blue.sh",
      'wrong/1-….sh:1: step "rename" needs at least one wrong attempt, with the hint that it must trigger',
    ],
  ])("%s", async (_, file, complaint) => {
    expect(await complaints({ [file]: null })).toEqual([complaint]);
  });

  test("a file and a setup that the lab speaks of", async () => {
    const changes = definition("slides: [],", 'slides: [],\n  files: [{ path: "/a", source: "a.txt" }],\n  setup: "setup.sh",');
    expect(await complaints(changes)).toEqual(["lab.ts:11: files/a.txt is missing", "lab.ts:12: files/setup.sh is missing"]);
  });

  test("another solution is no replacement for the one that later steps build upon", async () => {
    expect(await complaints({ "solution/1-rename.sh": null, "solution/1-other.sh": "hostname red\n" })).toEqual([
      expect.stringContaining("solution/1-rename.sh:1: it is missing"),
    ]);
  });
});

describe("the lab's definition", () => {
  test("an id that is not its folder's", async () => {
    expect(await complaints(definition('id: "good"', 'id: "other"'))).toEqual([
      'lab.ts:4: its id is "other" but its folder "lab"; they must be the same',
    ]);
  });

  test.each([
    ["an id that is none", 'id: "good"', 'id: "Not Good"', "lab.ts:4: id: must be lower-case words joined by hyphens"],
    [
      "a field of the wrong type",
      "minutes: 5",
      'minutes: "5"',
      "lab.ts:8: minutes: Invalid input: expected number, received string",
    ],
    ["a field that is missing", '  goal: "Be fine.",\n', "", "lab.ts:1: goal: "],
    [
      "a relative path of the guest",
      "slides: [],",
      'slides: [],\n  edit: ["etc/hosts"],',
      "lab.ts:11: edit.0: must be an absolute path of the guest",
    ],
    ["a mode that is none", 'mode: "level"', 'mode: "always"', "lab.ts:11: steps.0.mode: "],
    [
      "a check that is no function",
      'mode: "level", check',
      'mode: "level", check: 1',
      "lab.ts:11: steps.0.check: must be a function",
    ],
  ])("%s", async (_, part, other, complaint) => {
    expect(await complaints(definition(part, other))).toEqual([expect.stringContaining(complaint)]);
  });

  test("a word that it does not know", async () => {
    expect(await complaints(definition("slides: [],", "slides: [],\n  slide: 4,"))).toEqual([
      'lab.ts:11: Unrecognized key: "slide"',
    ]);
  });

  test("a lab that it needs and that there is not", async () => {
    expect(await complaints(definition("slides: [],", 'slides: [],\n  needs: ["nothing"],'))).toEqual([
      'lab.ts:11: it needs the lab "nothing", which there is not',
    ]);
  });

  test("two steps of one id", async () => {
    const changes = steps(
      '    { id: "rename", title: "One", mode: "level", check },',
      '    { id: "rename", title: "Two", mode: "level", check },',
    );
    const more = {
      "guide/2-rename.md": "Again.\n\n## Hints\n\n- Think.\n",
      "solution/2-rename.sh": "true\n",
      "wrong/2-blue.sh": "#: hint: x\ntrue\n",
    };
    expect(await complaints({ ...changes, ...more })).toEqual(['lab.ts:13: two steps have the id "rename"']);
  });

  test("a file that is no module, or has nothing to offer, is named when it is read", async () => {
    const labs = await labsFolderOf({
      unreadable: { "lab.ts": "export default {{" },
      silent: { "lab.ts": "export const lab = {};\n" },
      absent: { "lab.ts": null },
    });
    for (const [id, why] of [
      ["unreadable", ""],
      ["silent", "no default export"],
      ["absent", "no such file"],
    ] as const)
      await expect(loadLab(id, labs)).rejects.toMatchObject({
        code: "lab-broken",
        message: expect.stringMatching(new RegExp(`${id}/lab\\.ts: .*${why}`)),
      });
  });
});

describe("a guide", () => {
  test.each([
    [
      "a command that the machine has not",
      "Do.\n\n```sh\nhostname red\ndocker run x\n```\n",
      'guide/1-rename.md:5: the machine has no command "docker"',
    ],
    ["raw HTML in a block", "Do.\n\n<div>x</div>\n", "guide/1-rename.md:3: raw HTML is not shown; write Markdown"],
    ["raw HTML in a line", "Do <b>it</b>", "guide/1-rename.md:1: raw HTML is not shown; write Markdown"],
    [
      "an image",
      "Do.\n\n![x](https://example.org/x.png)\n",
      "guide/1-rename.md:3: images are not shown in guides; say it in words",
    ],
    [
      "a link without its scheme",
      "See\n[x](man/unshare).\n",
      'guide/1-rename.md:2: the link "man/unshare" must begin with https://',
    ],
    [
      "a link that is not safe",
      "[x](http://example.org/)",
      'guide/1-rename.md:1: the link "http://example.org/" must begin with https://',
    ],
    ["a link to nowhere", "[x](https://)", 'guide/1-rename.md:1: the link "https://" must begin with https://'],
    [
      "a definition of a link",
      "[x]\n\n[x]: ftp://example.org/\n",
      'guide/1-rename.md:3: the link "ftp://example.org/" must begin with https://',
    ],
    [
      "a manual page in the wrong section",
      "[x](https://man7.org/linux/man-pages/man2/unshare.1.html)",
      'guide/1-rename.md:1: "https://man7.org/linux/man-pages/man2/unshare.1.html" is no manual page: write https://man7.org/linux/man-pages/man2/unshare.2.html',
    ],
    [
      "a block that does not say what it is",
      "Do.\n\n```\nhostname\n```\n",
      "guide/1-rename.md:3: say what the block is: ```sh for commands to run, with a button, ```text for output",
    ],
    [
      "a block of another kind",
      "Do.\n\n```bash\nhostname\n```\n",
      "guide/1-rename.md:3: say what the block is: ```sh for commands to run, with a button, ```text for output",
    ],
    ["too many words", `${"word ".repeat(216)}more`, "guide/1-rename.md:1: 221 words do not fit a screen; 220 do"],
  ])("with %s", async (_, text, complaint) => {
    expect([...new Set(await complaints(guide(text)))]).toEqual([complaint]);
  });

  test.each([
    ["no hints", "Do.\n", 1],
    ["a heading like it", "Do.\n\n## Hint\n\n- Think.\n", 3],
    ["a smaller heading", "Do.\n\n### Hints\n\n- Think.\n", 3],
    ["no list", "Do.\n\n## Hints\n\nThink.\n", 3],
  ])("with %s in place of hints", async (_, text, line) => {
    expect(await complaints({ "guide/1-rename.md": text })).toEqual([
      `guide/1-rename.md:${line}: no hints are found: end the guide with the heading \`## Hints\` and a list, the vaguest first`,
    ]);
  });

  test("of 220 words fits, and what stands in a here-document is no command", async () => {
    expect(await complaints(guide("word ".repeat(216)))).toEqual([]);
    expect(await complaints(guide("```sh\ncat > x <<'END'\nnonsense here\nEND\n```\n"))).toEqual([]);
  });

  test("that is no step's", async () => {
    expect(await complaints({ "guide/2-more.md": "More.\n\n\n## Hints\n\n- Think.\n" })).toEqual([
      "guide/2-more.md:1: it is no step's: its name must be <number>-<step id>.md",
    ]);
  });
});

describe("a script", () => {
  test.each([
    [
      "a direction that is none",
      "wrong/1-blue.sh",
      "#: hint: called blue\nhostname blue\n#: termnal 2\n",
      /^wrong\/1-blue\.sh:3: "#: termnal 2" is no direction\. There are: #: hint/,
    ],
    ["nothing to type", "solution/1-more.sh", "\n", /^solution\/1-more\.sh:1: it types nothing$/],
    [
      "no step in its name",
      "solution/more.sh",
      "hostname red\n",
      /^solution\/more\.sh:1: its name must begin with the number of a step/,
    ],
    [
      "a step that there is not",
      "solution/2-more.sh",
      "hostname red\n",
      /^solution\/2-more\.sh:1: its name must begin with the number of a step/,
    ],
    [
      "an answer that nobody asks for",
      "solution/1-more.sh",
      "hostname red\n#: answer 4\n",
      /^solution\/1-more\.sh:1: it answers a question, but its step asks none$/,
    ],
    ["no word of what must be told", "wrong/1-green.sh", "hostname green\n", /^wrong\/1-green\.sh:1: begin it with `#: hint: …`/],
  ])("with %s", async (_, file, text, complaint) => {
    expect(await complaints({ [file]: text })).toEqual([expect.stringMatching(complaint)]);
  });

  test("that undoes what cannot be undone", async () => {
    const changes = {
      ...definition('"level"', '"edge"'),
      "wrong/1-after.sh": "#: hint: x\n#: after the solution\nhostname lab\n",
    };
    expect(await complaints(changes)).toEqual([
      expect.stringMatching(/^wrong\/1-after\.sh:1: its step is an edge, which nothing undoes/),
    ]);
  });
});

test("all that is wrong is said at once, each with its file and line", async () => {
  const said = await complaints({
    "guide/1-rename.md": "Do.\n\n<b>x</b>\n\n```sh\ndocker\n```\n",
    "wrong/1-blue.sh": "hostname blue\n",
    "solution/1-rename.sh": null,
  });
  expect(said.map((complaint) => /^[^:]+:\d+/.exec(complaint)?.[0]).sort()).toEqual([
    "guide/1-rename.md:1",
    "guide/1-rename.md:3",
    "guide/1-rename.md:3",
    "guide/1-rename.md:6",
    "solution/1-rename.sh:1",
    "wrong/1-blue.sh:1",
  ]);
});
