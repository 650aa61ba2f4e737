import { expect, test } from "vitest";
import type { Process } from "../kernel/snapshot.ts";
import type { Findings } from "./inquiry.ts";
import { type Attempt, triedAs, tryAs } from "./try-as.ts";
import { Unseen } from "./verdict.ts";

const one = { pid: 21 } as Process;
const other = { pid: 214 } as Process;
const gone = { pid: 2 } as Process;
const read: Attempt = { action: "read", to: "/srv/a b" };
const mount: Attempt = { action: "mount", to: "/mnt" };

function found(output: string): Findings {
  return new Map([["tried", { kind: "probe", how: "exited", status: 0, output, errors: "" }]]);
}

test("all processes are asked by one probe, and nothing is asked for none", () => {
  expect(tryAs("tried", [], [read])).toEqual([]);
  const [inquiry, ...more] = tryAs("tried", [one, other], [read, mount]);
  expect(more).toEqual([]);
  expect(inquiry).toMatchObject({ kind: "probe", key: "tried" });
  expect(inquiry?.kind === "probe" && inquiry.argv.slice(4)).toEqual(["21 214", "read", "/srv/a b", "mount", "/mnt"]);
});

test("an answer is that of its own process", () => {
  const answers = found(
    "pid 21\nread /srv/a b: allowed\nmount /mnt: EPERM\npid 2\npid 214\nread /srv/a b: EACCES\nmount /mnt: allowed\n",
  );
  expect(triedAs(answers, "tried", one, mount)).toBe("EPERM");
  expect(triedAs(answers, "tried", other, read)).toBe("EACCES");
  expect(triedAs(answers, "tried", other, mount)).toBe("allowed");
  expect(() => triedAs(answers, "tried", gone, read)).toThrow(Unseen);
});

test("what was not asked, or of somebody else, is unseen", () => {
  expect(() => triedAs(new Map(), "tried", one, read)).toThrow(Unseen);
  expect(() => triedAs(found("read /srv/a b: allowed\n"), "tried", one, read)).toThrow(Unseen);
});
