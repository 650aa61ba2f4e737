import { expect, test } from "vitest";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

test("a learner does the whole lab, and each step is ticked by the kernel", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.type("hostname box\n");
  await lab.stepIs("rename-inside", "pass");
  await lab.type("exit\n");
  // What held once may go; the step stays done.
  await lab.stepIs("rename-inside", "lost");
  expect(await lab.page.getByTestId("step-rename-inside").getAttribute("data-completed")).toBe("true");
  await lab.type("su - student\n");
  await lab.shows("student@lab");
  await lab.type("unshare --user --map-root-user --uts bash\n");
  await lab.stepIs("without-root", "pass");
  await lab.type("exit\nexit\n");
  await lab.type("unshare --time --boottime 86400 bash\n");
  await lab.stepIs("day-ahead", "pass");
  await lab.page.getByTestId("finish").waitFor();
  await lab.close();
});

test("a wrong attempt stays red and is told what is wrong in this kernel; why shows the evidence", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("hostname oops\n");
  const card = lab.page.getByTestId("step-new-uts");
  await card.getByText("You renamed the host: it was called lab and is now called oops.").waitFor();
  await card.getByText("Why?").click();
  const evidence = card.getByTestId("evidence");
  await evidence.getByText("/proc/sys/kernel/hostname").waitFor();
  expect(await evidence.innerText()).toContain("oops");
  expect(await card.getAttribute("data-status")).toBe("fail");
  await lab.close();
});

test("a command in the guide is typed into the terminal by a click", async () => {
  const lab = await (await suite.open()).ready();
  await lab.page.getByTestId("step-new-uts").getByRole("button", { name: "Run in the terminal: unshare --uts bash" }).click();
  await lab.stepIs("new-uts", "pass");
  expect(await lab.terminal()).toContain("unshare --uts bash");
  await lab.close();
});

test("the terminal's size follows the window through the agent: nothing is typed into the shell", async () => {
  const lab = await (await suite.open()).ready();
  const size = async (name: string) => {
    await lab.type(`echo ${name}:$(stty size):\n`);
    await lab.page.waitForFunction(
      (wanted) => new RegExp(`${wanted}:\\d+ \\d+:`).test(document.querySelector(".xterm-rows")?.textContent ?? ""),
      name,
    );
    const [, rows, columns] = new RegExp(`${name}:(\\d+) (\\d+):`).exec(await lab.terminal()) ?? [];
    return { rows: Number(rows), columns: Number(columns) };
  };
  const before = await size("before");
  await lab.page.setViewportSize({ width: 1200, height: 600 });
  await lab.page.waitForFunction((rows) => document.querySelectorAll(".xterm-rows > div").length < rows, before.rows);
  const after = await size("after");
  expect(after.rows).toBe(await lab.page.locator(".xterm-rows > div").count());
  expect(after.rows).toBeLessThan(before.rows);
  expect(after.columns).toBeLessThan(before.columns);
  expect((await lab.terminal()).match(/stty/g)).toHaveLength(2);
  await lab.close();
});

test("start over asks once, and gives a fresh machine with no step done", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.type("touch /root/left-behind; rm -rf --no-preserve-root / 2>/dev/null; echo gone\n");
  await lab.shows("gone");
  await lab.page.getByTestId("reset").click();
  await lab.page.getByTestId("dialog").getByRole("button", { name: "Start over" }).click();
  await lab.stepIs("new-uts", "fail");
  await lab.shows("root@lab");
  await lab.type("ls -a /root /usr/bin/env\n");
  await lab.shows("/usr/bin/env");
  expect(await lab.terminal()).not.toContain("left-behind");
  // Even this can be undone.
  await lab.page.locator('[data-testid="timeline"] li[data-kind="before"] button').click();
  await lab.page.getByTestId("checkpoint-back").click();
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});

test("a killed shell says so, and Enter opens another", async () => {
  const lab = await (await suite.open()).ready();
  // The shell's own kill spares the shell; the program spares nobody.
  await lab.type("kill -9 -1; echo alive $((40 + 2))\n");
  await lab.shows("alive 42");
  await lab.type("/bin/kill -9 -1\n");
  await lab.page.getByTestId("ended").getByText("killed by signal 9").waitFor();
  await lab.page.keyboard.press("Enter");
  await lab.page.getByTestId("ended").waitFor({ state: "detached" });
  await lab.shows("root@lab");
  await lab.type("echo still $((40 + 2))\n");
  await lab.shows("still 42");
  await lab.close();
});

for (const [command, title] of [
  ["reboot", "rebooted"],
  ["poweroff", "switched off"],
  ["echo c > /proc/sysrq-trigger", "panicked"],
] as const) {
  test(`\`${command}\` is noticed, and starting over gives a machine`, async () => {
    const lab = await (await suite.open()).ready();
    await lab.type(`${command}\n`);
    const problem = lab.page.getByTestId("problem");
    await problem.getByText(title).waitFor();
    expect(await problem.getAttribute("data-kind")).toBe("stopped");
    await lab.page.getByTestId("problem-reset").click();
    await problem.waitFor({ state: "detached" });
    await lab.shows("root@lab");
    await lab.type("echo back $((40 + 2))\n");
    await lab.shows("back 42");
    await lab.close();
  });
}

test("on request the machine stands still while the tab is hidden, and goes on when it is shown", async () => {
  const lab = await (await suite.open()).ready();
  const hide = (hidden: boolean) =>
    lab.page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await lab.page.getByTestId("pause-hidden").click();
  // The same in a machine that runs: the clock by which the other stands still.
  const running = await (await suite.open()).ready();
  // It ends by itself: bash now and then misses a Ctrl-C between two commands.
  const loop = "for i in {1..40}; do sleep 0.1; echo -n x; done\n";
  await lab.type(loop);
  await lab.shows("xxx");
  await hide(true);
  const count = async () => (await lab.terminal()).split("x").length;
  const before = await count();
  await running.type(loop);
  await running.shows("x".repeat(20));
  await running.close();
  expect(await count()).toBeLessThan(before + 5);
  await hide(false);
  await lab.shows("x".repeat(40));
  await lab.type("clear; unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});
