import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { evaluateFilters, type SeccompAnswer, type SystemCall } from "../../web/kernel/seccomp/evaluate.ts";
import { type Guest, restoreGuest, sh } from "./support/guest.ts";
import { Dice, encodeStacks, i386, randomStack, type Stack } from "./support/seccomp-programs.ts";

const ENOSYS = 38;
let guest: Guest;
let address: number;

beforeAll(async () => {
  guest = await restoreGuest("file");
  const source = await readFile(new URL("support/seccomp-judge.c", import.meta.url));
  await guest.agent.writeFile({ path: "/root/judge.c", data: source, truncate: true });
  address = Number(await sh(guest.agent, "cc -o /tmp/judge /root/judge.c && /tmp/judge", 60_000));
});

interface Judged {
  readonly call: SystemCall;
  readonly answer: SeccompAnswer;
  readonly predicted: string;
  readonly happened: string;
}

/** What the kernel did with each call, and what the evaluator says that it does. */
async function judge(stacks: readonly Stack[]): Promise<Judged[]> {
  await guest.agent.writeFile({ path: "/tmp/stacks", data: encodeStacks(stacks), truncate: true });
  const lines = (await sh(guest.agent, "/tmp/judge /tmp/stacks", 60_000)).trimEnd().split("\n");
  const cases = stacks.flatMap(({ filters, calls }) => calls.map((call) => ({ call, programs: filters.toReversed() })));
  expect(lines).toHaveLength(cases.length);
  return cases.map(({ call, programs }, i) => {
    const [how, result, native, traced, signalled, ...signal] = (lines[i] as string).split(" ").map(Number);
    const answer = evaluateFilters(programs, call);
    return { call, answer, predicted: prediction(answer, call, native), happened: outcome() };

    function outcome(): string {
      if (how === 4) return "the process is killed";
      if (how === 3) return "the thread is killed";
      if (signalled === 1) return `SIGSYS ${signal.join(" ")}`;
      return traced === 0 ? `returns ${result}` : `the tracer hears ${(traced as number) - 1}, then it returns ${result}`;
    }
  });
}

function prediction({ action, data }: SeccompAnswer, { number }: SystemCall, native: number | undefined): string {
  switch (action) {
    case "kill-process":
      return "the process is killed";
    case "kill-thread":
      return "the thread is killed";
    case "trap":
      return `SIGSYS ${number} ${i386} ${data} ${address}`;
    case "errno":
      return `returns ${-data >>> 0}`;
    case "user-notif":
      // Nobody listens.
      return `returns ${-ENOSYS >>> 0}`;
    case "trace":
      return `the tracer hears ${data}, then it returns ${native}`;
    default:
      return `returns ${native}`;
  }
}

test.each([
  ["interpreter", 0],
  ["compiler", 1],
])("what the kernel's %s does under random filters is what the evaluator predicts", async (_, jit) => {
  await sh(guest.agent, `sysctl -qw net.core.bpf_jit_enable=${jit}`);
  const dice = new Dice(2019 + jit);
  const judged: Judged[] = [];
  for (const filters of [1, 2, 3, 4]) {
    judged.push(...(await judge(Array.from({ length: 40 }, () => randomStack(dice, filters, 8, address)))));
  }
  expect(judged.filter(({ predicted, happened }) => predicted !== happened)).toEqual([]);
  // Each answer was among them, and often.
  const often = new Map<string, number>();
  for (const { answer } of judged) often.set(answer.action, (often.get(answer.action) ?? 0) + 1);
  expect([...often.keys()].toSorted()).toEqual([
    "allow",
    "errno",
    "kill-process",
    "kill-thread",
    "log",
    "trace",
    "trap",
    "user-notif",
  ]);
  expect(Math.min(...often.values())).toBeGreaterThan(20);
});
