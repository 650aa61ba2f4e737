import { expect, test } from "vitest";
import { pageSuite, preparedIndex } from "./support.ts";

const suite = pageSuite();

test("an unknown lab is named, and the labs that exist are offered", async () => {
  const lab = await suite.open({ lab: "no-such-lab" });
  await lab.page.getByTestId("not-found").getByText("no-such-lab").first().waitFor();
  await lab.page.getByTestId("lab-uts-time").waitFor();
  await lab.close();
});

test("a damaged state is told, and the machine boots from scratch", async () => {
  const { state } = await preparedIndex();
  const lab = await suite.open({
    serve: {
      intercept(path, response) {
        if (path !== `image/${state.file}`) return false;
        response.writeHead(200).end(Buffer.alloc(100_000, 7));
        return true;
      },
    },
  });
  await lab.ready();
  await lab.page.getByTestId("notice").getByText("Booted from scratch").waitFor();
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});

test("a machine that cannot be fetched is told, and can be tried again", async () => {
  let broken = true;
  const { wasm } = await preparedIndex();
  const lab = await suite.open({
    serve: {
      intercept(path, response) {
        if (!broken || path !== `image/${wasm.file}`) return false;
        response.writeHead(503).end();
        return true;
      },
    },
  });
  const problem = lab.page.getByTestId("problem");
  await problem.waitFor();
  expect(await problem.getAttribute("data-code")).toBe("fetch-failed");
  broken = false;
  await lab.page.getByTestId("retry").click();
  await lab.ready();
  await lab.close();
});

test("parts of the disk that do not come stall the machine, which goes on when they do", async () => {
  const { disk } = await preparedIndex();
  const chunks = new Set(disk.chunks.map(({ file }) => `image/${file}`));
  let broken = true;
  const lab = await suite.open({
    serve: {
      intercept(path, response) {
        if (!broken || !chunks.has(path)) return false;
        response.writeHead(404).end();
        return true;
      },
    },
  });
  await lab.ready();
  await lab.type("man unshare | head -3; echo done $((40 + 2))\n");
  const problem = lab.page.getByTestId("problem");
  await problem.waitFor();
  expect(await problem.getAttribute("data-kind")).toBe("stalled");
  broken = false;
  await lab.page.getByTestId("retry").click();
  await problem.waitFor({ state: "detached" });
  await lab.shows("done 42");
  await lab.close();
});

test("a browser without WebAssembly is told so", async () => {
  const lab = await suite.open({
    prepare: (page) => page.addInitScript("delete globalThis.WebAssembly"),
  });
  await lab.page.getByTestId("problem").getByText("WebAssembly").first().waitFor();
  await lab.close();
});

test("a fork bomb within a limit leaves page and machine answering", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type(
    "mkdir /sys/fs/cgroup/b; echo +pids > /sys/fs/cgroup/cgroup.subtree_control; echo 50 > /sys/fs/cgroup/b/pids.max; clear\n",
  );
  await lab.type("(echo $BASHPID > /sys/fs/cgroup/b/cgroup.procs; f() { f | f & }; f) 2>/dev/null; echo bombed\n");
  await lab.shows("bombed");
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});

test("a full disk is an error in the shell and nowhere else", async () => {
  const lab = await (await suite.open()).ready();
  await lab.type("dd if=/dev/zero of=/fill bs=1M; echo filled $?\n");
  await lab.shows("No space left on device");
  await lab.shows("filled 1");
  await lab.type("unshare --uts bash\n");
  await lab.stepIs("new-uts", "pass");
  await lab.close();
});
