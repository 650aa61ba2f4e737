import { expect, test } from "vitest";
import { forgetRecords } from "../../scripts/lab/records.ts";
import type { ScriptResult } from "../../scripts/lab/test-lab.ts";
import { type LabNews, type TestLabsOptions, testLabs } from "../../scripts/lab/test-labs.ts";
import { type LabFiles, labsFolderOf } from "../fixtures/lab-folder.ts";

/** Everything that `lab test` hears of one lab, in a process of its own as ever. */
async function tested(id: string, changes: LabFiles, options: TestLabsOptions): Promise<LabNews[]> {
  const folder = await labsFolderOf({ [id]: changes });
  const news: LabNews[] = [];
  await testLabs([id], 1, (heard) => news.push(heard), { ...options, folder });
  await forgetRecords(id);
  return news;
}

function results(news: readonly LabNews[]): ScriptResult[] {
  return news.flatMap((heard) => (heard.kind === "result" ? [heard.result] : []));
}

test("a lab that is fine: the solution turns green, the wrong attempt stays red and is told why", async () => {
  const news = await tested("kit-good", {}, {});
  expect(results(news).map(({ kind, script, ok, problem }) => [kind, script, ok, problem])).toEqual([
    ["wrong", "1-blue", true, undefined],
    ["solution", "1-rename", true, undefined],
  ]);
  expect(news).toHaveLength(2);
});

test("a solution that does not solve, and a wrong attempt that is told something else, are shown with what is so", async () => {
  const news = await tested(
    "kit-wrong",
    { "solution/1-rename.sh": "hostname green\n", "wrong/1-blue.sh": "#: hint: called purple\nhostname blue\n" },
    { solvedMs: 500 },
  );
  const [wrong, solution] = results(news);
  expect(wrong).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/told: It is called blue\..*expected: called purple/s),
  });
  expect(solution).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/the step is not green: fail: It is called green\..*hostname green/s),
  });
});

test("a check that throws: its stack, with file and line", async () => {
  const check = `export const check = ({ now }) => {
  const wanted = now.hostname === "lab" ? {} : undefined;
  if (wanted.name) return { kind: "pass", evidence: [] };
  return { kind: "fail", reason: "no", hint: undefined, evidence: [] };
};
`;
  const news = await tested("kit-throws", { "checks/rename.ts": check }, { solvedMs: 500 });
  const thrown = /unknown: The check of this step is broken.*TypeError: .*\n\s+at .*checks\/rename\.ts:3:\d+/s;
  for (const result of results(news)) expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(thrown) });
  expect(results(news)).toHaveLength(2);
});

test("a check that never returns is said to, within the deadline, and after what", async () => {
  const check = `export const check = ({ now }) => {
  while (now.hostname === "red");
  return { kind: "fail", reason: "It is called " + now.hostname + ".", hint: undefined, evidence: [] };
};
`;
  const news = await tested("kit-endless", { "checks/rename.ts": check }, { silentMs: 15_000 });
  expect(news.at(-1)).toMatchObject({
    kind: "broken",
    lab: "kit-endless",
    message: "a check of labs/kit-endless does not return: nothing was heard for 15 s after wrong/1-blue.sh",
  });
  expect(results(news).map(({ script, ok }) => [script, ok])).toEqual([["1-blue", true]]);
});

test("a prompt after which a job's last words came is a prompt all the same", async () => {
  const solution = "PS1='\\u@\\h:\\w# \\nunshare: Invalid argument\\n'\ntrue\nhostname red\n";
  const news = await tested("kit-late-words", { "solution/1-rename.sh": solution }, { scriptMs: 15_000 });
  expect(results(news).map(({ script, ok }) => [script, ok])).toEqual([
    ["1-blue", true],
    ["1-rename", true],
  ]);
});

test("a solution that hangs is said to, and the rest is tried", async () => {
  const news = await tested(
    "kit-hangs",
    { "solution/1-also.sh": "sleep 1000\nhostname red\n", "solution/1-rename.sh": "hostname red\n" },
    { scriptMs: 25_000 },
  );
  const problems = results(news).map(({ script, problem }) => [script, problem]);
  expect(problems).toEqual([
    ["1-also", expect.stringMatching(/solution\/1-also\.sh: it hangs: it was not through after 25 s$/)],
    ["1-blue", undefined],
    ["1-rename", undefined],
  ]);
});

test("a lab that cannot be read, or set up, is broken and says why", async () => {
  const unreadable = await tested("kit-unreadable", { "lab.ts": "export const nothing = 1;\n" }, {});
  expect(unreadable).toMatchObject([
    { kind: "broken", message: expect.stringMatching(/kit-unreadable\/lab\.ts: .*no default export/) },
  ]);
  const lab = `import { check } from "./checks/rename.ts";
export default {
  id: "good", module: 1, title: "x", goal: "x", minutes: 1, image: "base", slides: [], setup: "setup.sh",
  steps: [{ id: "rename", title: "x", mode: "level", check }],
};
`;
  const broken = await tested("kit-setup", { "lab.ts": lab, "files/setup.sh": "echo no bridge here >&2; false\n" }, {});
  expect(broken).toMatchObject([{ kind: "broken", message: expect.stringMatching(/setup\.sh exited \(1\): .*no bridge here/s) }]);
});
