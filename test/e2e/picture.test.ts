import { expect, test } from "vitest";
import type { LabPage } from "../../scripts/page/lab-page.ts";
import { pageSuite } from "./support.ts";

const suite = pageSuite();

async function open(): Promise<LabPage> {
  const lab = await (await suite.open()).ready();
  await lab.page.getByTestId("picture-namespaces").waitFor();
  return lab;
}

test("who types `unshare --net` sees an empty network appear beside the host's", async () => {
  const lab = await open();
  await lab.type("unshare --net bash\n");
  const fresh = lab.page.locator('[data-testid^="net-"][data-new="true"]');
  await fresh.waitFor();
  await expect(lab.page.locator('[data-testid^="net-"][data-initial="true"]').count()).resolves.toBe(1);
  expect(await fresh.textContent()).toMatch(/no interface up · new/);
  expect(await lab.page.getByTestId("picture-network").getAttribute("aria-selected")).toBe("true");
  await lab.screenshot("picture-network");
  await lab.type("exit\n");
  await fresh.waitFor({ state: "detached" });
  await lab.close();
});

test("a reloaded page shows what it showed", async () => {
  const lab = await open();
  await lab.type("unshare --uts bash\n");
  await lab.page.locator('[data-testid^="ns-uts:"][data-new="true"]').waitFor();
  await lab.page.reload();
  await lab.ready();
  await lab.page.locator('[data-testid^="ns-uts:"]').first().waitFor();
  expect(await lab.page.locator('[data-testid^="ns-pid:"]').count()).toBe(0);
  await lab.close();
});

test("PID namespaces are drawn inside each other, processes inside them, and a process opens its card", async () => {
  const lab = await open();
  await lab.type("unshare --pid --fork bash\n");
  await lab.type("unshare --pid --fork sleep 5000 &\n");
  const deepest = lab.page.locator('[data-testid^="ns-pid:"][data-depth="3"]');
  await deepest.waitFor();
  expect(await deepest.getAttribute("data-new")).toBe("true");
  await deepest.getByText(/sleep/).click();
  const card = lab.page.getByTestId("process-card");
  await card.getByText("sleep 5000", { exact: true }).first().waitFor();
  // Its pid in each namespace, from the outside in.
  await card.getByText(/^\d+ → \d+ → 1$/).waitFor();
  await lab.screenshot("picture-process");
  // What lies under the pointer explains itself as well, as the card takes the drawing's place.
  await lab.page.mouse.move(0, 0);
  await card.getByRole("button", { name: "Bounding" }).blur();
  await card.getByRole("button", { name: "Bounding" }).focus();
  const fact = lab.page.getByTestId("picture-fact");
  await fact.getByText("What it can never get beyond, whatever it executes.").waitFor();
  expect(await fact.locator("code").textContent()).toMatch(/^\/proc\/\d+\/status$/);
  expect(await fact.getByRole("link").getAttribute("href")).toContain("man7/capabilities.7.html");
  await lab.close();
});

test("one card says what makes a process a container, beside the host", async () => {
  const lab = await open();
  await lab.type(
    "mkdir /sys/fs/cgroup/box; echo +pids > /sys/fs/cgroup/cgroup.subtree_control; echo 20 > /sys/fs/cgroup/box/pids.max\n",
  );
  await lab.type(
    "(echo $BASHPID > /sys/fs/cgroup/box/cgroup.procs; exec bwrap --unshare-all --ro-bind / / --cap-drop ALL sleep 4000) &\n",
  );
  await lab.page.getByTestId("picture-process").click();
  const choose = lab.page.getByTestId("process-choose");
  // Not `bwrap … sleep 4000`: until it executes the program, it has still to make a container of itself.
  const sleeping = choose.locator("option").filter({ hasText: /^\d+ sleep 4000/ });
  await sleeping.waitFor({ state: "attached" });
  await choose.selectOption((await sleeping.getAttribute("value")) ?? "");
  await lab.page.getByTestId("process-compare").selectOption({ label: "the host" });
  const rows = lab.page.getByTestId("process-card").locator("table").first().locator("tbody tr");
  const row = (name: string) => rows.filter({ has: lab.page.getByRole("button", { name, exact: true }) }).locator("td");
  await row("Limits").first().getByText("partly: pids.max 20").waitFor();
  expect(await row("Namespaces of its own").allTextContents()).toEqual([
    "set apart: 7 of 8: cgroup ipc mnt net pid user uts",
    expect.stringMatching(/^as the host: none: all are the host's/),
  ]);
  expect((await row("no_new_privs").allTextContents())[0]).toBe("set apart: yes");
  expect((await row("seccomp").allTextContents())[0]).toBe("as the host: no filter");
  await lab.screenshot("picture-container");
  await lab.close();
});

test("a veth cable is drawn between its ends, its packets counted while one looks on", async () => {
  const lab = await open();
  await lab.type("ip netns add red; ip link add veth0 type veth peer name inside netns red; ip link set veth0 up\n");
  await lab.type("ip -n red link set inside up; ip addr add 10.0.0.1/24 dev veth0; ip -n red addr add 10.0.0.2/24 dev inside\n");
  await lab.page.getByTestId("picture-network").click();
  await lab.page.getByTestId("cable").waitFor({ state: "attached" });
  const inside = lab.page.getByTestId("link-inside");
  await inside.getByText("10.0.0.2/24").waitFor();
  const received = async () => Number(/↓ (\d+)/.exec((await inside.textContent()) ?? "")?.[1]);
  const before = await received();
  await lab.type("ping -q -c 5 -i 0.2 10.0.0.2\n");
  await lab.shows("5 received");
  await lab.page.waitForFunction(
    (least) => Number(/↓ (\d+)/.exec(document.querySelector('[data-testid="link-inside"]')?.textContent ?? "")?.[1]) >= least,
    before + 5,
  );
  await inside.hover();
  const fact = lab.page.getByTestId("picture-fact");
  await fact.getByText("One end of a virtual cable").waitFor();
  expect(await fact.getByRole("link").getAttribute("href")).toContain("man7.org/linux/man-pages/man4/veth.4.html");
  expect(await fact.locator("code").textContent()).toMatch(/^\/proc\/\d+\/net\/dev$/);
  // The same as a table.
  await lab.page.getByTestId("picture-table").click();
  expect(await lab.page.getByRole("row").filter({ hasText: "10.0.0.2/24" }).textContent()).toContain("veth0");
  await lab.close();
});

test("a bridge with its ports, and a tunnel with its number and far end", async () => {
  const lab = await open();
  await lab.page.getByTestId("picture-network").click();
  await lab.type(
    "ip link add br0 type bridge; ip link add port0 master br0 type veth peer name port1; ip link set port1 master br0\n",
  );
  await lab.page.getByTestId("port").nth(1).waitFor({ state: "attached" });
  await expect(lab.page.getByTestId("port").count()).resolves.toBe(2);
  await lab.type("ip link add vx0 type vxlan id 42 dstport 4789 remote 192.0.2.7\n");
  const tunnel = lab.page.getByTestId("link-vx0");
  await tunnel.waitFor();
  expect(await tunnel.textContent()).toMatch(/vxlan VNI 42, to 192\.0\.2\.7/);
  await lab.type("ip link set port0 nomaster\n");
  await lab.page.getByTestId("port").nth(1).waitFor({ state: "detached" });
  await expect(lab.page.getByTestId("port").count()).resolves.toBe(1);
  await lab.screenshot("picture-bridge");
  await lab.close();
});

test("cgroups show use against limit, and what the kernel did about it", async () => {
  const lab = await open();
  await lab.page.getByTestId("picture-cgroups").click();
  await lab.type(
    "cd /sys/fs/cgroup; echo '+memory +pids' > cgroup.subtree_control; mkdir small; echo 16M > small/memory.max; echo 5 > small/pids.max\n",
  );
  const row = lab.page.getByTestId("cgroup-/small");
  await row.getByText(/of 16 MiB/).waitFor();
  await row.getByText(/of 5/).waitFor();
  await lab.type("sh -c 'echo 0 > /sys/fs/cgroup/small/cgroup.procs; tail /dev/zero'\n");
  await row.getByText("OOM-killed 1×").waitFor();
  await lab.screenshot("picture-cgroups");
  await lab.close();
});

test("two looks are compared: what did the command change?", async () => {
  const lab = await open();
  await lab.page.getByTestId("picture-changes").click();
  await lab.page.getByTestId("picture-mark").click();
  await lab.page.getByText("Nothing that the kernel shows has changed.").waitFor();
  await lab.type("hostname box; ip link add d0 type dummy\n");
  const changes = lab.page.getByTestId("changes");
  await changes.getByText(/was lab and is box/).waitFor();
  await changes.getByText(/Interface d0 in net:\d+ appeared/).waitFor();
  await lab.close();
});

test("by keyboard: the arrow keys go through what is drawn, and each thing is said", async () => {
  const lab = await open();
  await lab.page.getByTestId("picture-namespaces").focus();
  await lab.page.getByRole("group", { name: /namespaces and the processes inside/ }).focus();
  await lab.page.keyboard.press("ArrowRight");
  await lab.page.getByTestId("picture-fact").getByText("the host's").waitFor();
  await lab.page.keyboard.press("ArrowRight");
  await lab.page
    .getByTestId("picture-fact")
    .getByText(/Process \d+/)
    .waitFor();
  await lab.page.keyboard.press("Enter");
  await lab.page.getByTestId("process-card").waitFor();
  await lab.close();
});

test("the seccomp filter of a process is read back from the kernel, and shown as what it does", async () => {
  const lab = await open();
  const source = [
    "cat > /tmp/f.c <<'END'",
    "#include <linux/filter.h>",
    "#include <sys/prctl.h>",
    "#include <unistd.h>",
    "struct sock_filter f[] = {{0x20, 0, 0, 0}, {0x15, 0, 1, 15}, {6, 0, 0, 0x50001}, {6, 0, 0, 0x7fff0000}};",
    "struct sock_fprog p = {4, f};",
    "int main(void) { prctl(38, 1, 0, 0, 0); prctl(22, 2, &p); pause(); }",
    "END",
  ];
  for (const line of source) await lab.type(`${line}\n`);
  await lab.type("cc -o /tmp/filtered /tmp/f.c && /tmp/filtered &\n");
  await lab.page.getByTestId("picture-namespaces").click();
  await lab.page.locator('[data-testid^="process-"]').getByText("filtered").click();
  await lab.page.getByTestId("seccomp-filters").getByRole("button").click();
  await lab.page.getByTestId("seccomp-filters").getByText("return fail with errno 1").waitFor();
  await lab.close();
});
