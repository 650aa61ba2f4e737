import { expect, test } from "vitest";
import type { Machine } from "../../web/machine/machine.ts";
import { LabSession } from "./support/lab-session.ts";

/** Reads numbers; calls a function that returns the last one that is not 0, so often that it is compiled, and prints what came of it. */
const program = String.raw`
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
  unsigned char *code = mmap(0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int (*function)(void) = (int (*)(void))code;
  int number;
  while (scanf("%d", &number) == 1) {
    if (number) {
      code[0] = 0xb8; *(int *)(code + 1) = number; code[5] = 0xc3; /* mov eax, number; ret */
    }
    long long sum = 0;
    for (int i = 0; i < 300000; i++) sum += function();
    printf("it returned %d\n", (int)(sum / 300000));
    fflush(stdout);
  }
}`;

async function captured(lab: LabSession) {
  const state = await lab.session.capture();
  if (!state) throw new Error("there is no machine to capture");
  return state;
}

test("after going back, the code of then runs, not what was compiled since", async () => {
  const lab = await LabSession.ready();
  await lab.run(`cat > /root/calls.c <<'END'${program}\nEND`);
  await lab.run("cc -o /root/calls /root/calls.c", 60_000);
  lab.type("/root/calls\n1");
  await lab.prints("it returned 1\n", 30_000);
  const then = await captured(lab);
  lab.type("2");
  await lab.prints("it returned 2\n", 30_000);
  await lab.session.revive(then);
  await lab.phase("ready");
  // Nothing is written this time: the function is what it was.
  lab.type("0");
  await lab.prints(/it returned 1\n(.*\n)*.*it returned 1\n/, 30_000);
  expect(lab.output).not.toContain("it returned 2");
});

test("what was compiled stays good for what did not change", async () => {
  let machine: Machine | undefined;
  const lab = await LabSession.ready({
    wrap: (wrapped) => {
      machine = wrapped;
      return wrapped;
    },
  });
  const compiledIn = async (line: string) => {
    const { jitFunctions } = await (machine as Machine).statistics();
    await lab.run(line);
    return (await (machine as Machine).statistics()).jitFunctions - jitFunctions;
  };
  // All of it is the shell's own work: in pages that are there before and after.
  const work = "for ((i = 0; i < 8000; i++)); do x=$((i % 7)); done";
  const cold = await compiledIn(work);
  await lab.run(work);
  await lab.session.revive(await captured(lab));
  await lab.phase("ready");
  const warm = await compiledIn(work);
  expect(warm).toBeLessThan(cold / 3);
});

test("the scheduler's clock goes on from where it was", async () => {
  const lab = await LabSession.ready();
  const then = await captured(lab);
  // Longer than is measured below.
  await lab.run('end=$(($(cut -d. -f1 /proc/uptime) + 8)); while [ "$(cut -d. -f1 /proc/uptime)" -lt $end ]; do :; done', 60_000);
  for (let i = 0; i < 2; i++) {
    await lab.session.revive(then);
    await lab.phase("ready");
    // Nanoseconds that this shell was given, and hundredths of a second that went by, of which it had the most.
    const shown = await lab.run(
      "began=$(cut -d' ' -f1 /proc/$$/schedstat) then=$(tr -d . < /proc/uptime | cut -d' ' -f1); for ((i = 0; i < 30000; i++)); do :; done; " +
        "echo given $(($(cut -d' ' -f1 /proc/$$/schedstat) - began)) of $(($(tr -d . < /proc/uptime | cut -d' ' -f1) - then))",
      60_000,
    );
    const [, given = "", passed = ""] = /given (\d+) of (\d+)/.exec(shown) ?? [];
    expect(Number(given) / 1e7 / Number(passed), shown).toBeGreaterThan(0.4);
    expect(Number(given) / 1e7 / Number(passed), shown).toBeLessThan(1.2);
  }
});
