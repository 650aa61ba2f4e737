import { beforeEach, describe, expect, test } from "vitest";
import { nodeAssets } from "../../scripts/guest/node-assets.ts";
import { plainText } from "../../scripts/guest/plain-text.ts";
import { imageFolder } from "../../scripts/paths.ts";
import { decodeText } from "../../web/core/bytes.ts";
import type { Process } from "../../web/kernel/snapshot.ts";
import { readBaseState } from "../../web/machine/store/base-state.ts";
import { MemoryShelf } from "../../web/machine/store/memory-shelf.ts";
import { ShelfStateStore } from "../../web/machine/store/state-store.ts";
import { limits, type StoreLimits } from "../../web/machine/store/store-limits.ts";
import type { CheckpointInfo } from "../../web/session/state.ts";
import { LabSession } from "./support/lab-session.ts";

const assets = nodeAssets(imageFolder);

/** What a browser keeps: the shelf and the note of where to go on. */
class Browser {
  readonly shelf = new MemoryShelf();
  readonly points = new Map<string, string>();
  limits: StoreLimits = limits;

  /** A page opened in it. */
  open(lab = "looks"): LabSession {
    const { points } = this;
    return new LabSession({
      lab,
      keep: {
        store: new ShelfStateStore(this.shelf, (hasher) => readBaseState(assets, hasher), this.limits),
        point: {
          get: (key) => points.get(key),
          set: (key, id) => {
            if (id === undefined) points.delete(key);
            else points.set(key, id);
          },
        },
      },
    });
  }

  async ready(lab?: string): Promise<LabSession> {
    const page = this.open(lab);
    await page.phase("ready");
    await page.reaches(({ checkpoints }) => checkpoints.current !== undefined, 20_000, "The beginning is kept");
    return page;
  }
}

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});

async function saved(page: LabSession, name: string): Promise<CheckpointInfo> {
  await page.session.checkpoints.save(name);
  return page.state.checkpoints.list.find((checkpoint) => checkpoint.name === name) as CheckpointInfo;
}

describe("a checkpoint", () => {
  test("gives back processes, files, the shell's own memory and what the terminal showed", async () => {
    const page = await browser.ready();
    await page.run("sleep 1234 & word=kept; echo before > /root/file");
    const isSleeper = ({ commandLine }: Process) => commandLine.join(" ") === "sleep 1234";
    // Between fork and exec it is the shell still.
    const before = await page.lookShows(({ processes }) => [...processes.values()].some(isSleeper), 20_000, "The sleeper");
    const sleeper = [...before.processes.values()].find(isSleeper);
    const { id } = await saved(page, "with a sleeper");
    await page.run("kill %1; word=lost; rm /root/file");
    await page.session.checkpoints.restore(id);
    await page.phase("ready");
    expect(await page.run("cat /root/file; echo word is $word")).toMatch(/before[\s\S]*word is kept/);
    const after = await page.furtherLooks(1);
    expect(after.processes.get(sleeper?.pid ?? 0)?.commandLine).toEqual(["sleep", "1234"]);
    expect(plainText(decodeText(page.terminal.scrollback))).toContain("sleep 1234 &");
    expect(page.state.checkpoints.current).toBe(id);
  });

  test("is small, as it holds what differs from the image only", async () => {
    const page = await browser.ready();
    expect(page.state.checkpoints.list).toMatchObject([{ kind: "start" }]);
    expect(page.state.checkpoints.list[0]?.bytes).toBeLessThan(2_000_000);
    await page.run("unshare --uts hostname other");
    const { bytes } = await saved(page, "second");
    expect(bytes).toBeLessThan(1_000_000);
  });

  test("can be gone back to from a machine that panicked", async () => {
    const page = await browser.ready();
    const { id } = await saved(page, "sound");
    page.type("echo c > /proc/sysrq-trigger");
    await page.phase("stopped");
    await page.session.checkpoints.restore(id);
    await page.phase("ready");
    expect(await page.run("echo alive")).toContain("alive");
  });

  test("is gone back to time and again, out of the middle of disk reads and compilations", async () => {
    const page = await browser.ready();
    await page.run("word=kept");
    const { id } = await saved(page, "before");
    for (let i = 0; i < 10; i++) {
      page.type(`word=lost; (while :; do cat /usr/bin/* /usr/sbin/* > /dev/null; lsns > /dev/null; done) & echo at work ${i}`);
      await page.prints(new RegExp(`^at work ${i}`, "m"), 30_000);
      await page.session.checkpoints.restore(id);
      await page.phase("ready");
      expect(await page.run("echo word is $word; jobs | wc -l")).toMatch(/word is kept\s+0/);
    }
  });

  test("is kept while programs print, and gives back a terminal that goes on printing", async () => {
    const page = await browser.ready();
    page.type("for i in $(seq 100000); do echo line $i; done");
    await page.prints("line 50", 30_000);
    const { id } = await saved(page, "noise");
    await page.session.checkpoints.restore(id);
    await page.phase("ready");
    const seen = page.output.length;
    await page.prints(new RegExp(`^[\\s\\S]{${seen + 2000},}`), 30_000);
    page.terminal.write("\x03");
    expect(await page.run("echo calm")).toContain("calm");
  });
});

test("trying from a checkpoint keeps the present first", async () => {
  const page = await browser.ready();
  const start = page.state.checkpoints.current as string;
  await page.run("echo present > /root/present");
  await page.session.checkpoints.fork(start);
  await page.phase("ready");
  expect(await page.run("ls /root/present")).toContain("No such file");
  const before = page.state.checkpoints.list.find(({ kind }) => kind === "before");
  expect(before).toBeDefined();
  await page.session.checkpoints.restore(before?.id ?? "");
  await page.phase("ready");
  expect(await page.run("cat /root/present")).toContain("present");
});

test("a page that is opened again goes on where the last one was, also after several times", async () => {
  const first = await browser.ready();
  await first.run("echo one > /root/one; word=remembered");
  await first.session.checkpoints.flush();
  first.session.dispose();
  await first.session.closed;
  const second = browser.open();
  await second.phase("ready");
  expect(await second.run("cat /root/one; echo word $word")).toMatch(/one[\s\S]*word remembered/);
  await second.run("echo two > /root/two");
  await second.session.checkpoints.flush();
  second.session.dispose();
  await second.session.closed;
  const third = browser.open();
  await third.phase("ready");
  expect(await third.run("cat /root/one /root/two")).toMatch(/one\s+two/);
  // One record for "the latest", however often it was kept.
  expect((await browser.shelf.records()).filter(({ rolling }) => rolling)).toHaveLength(1);
});

test("the present is kept by itself when the machine has become quiet", async () => {
  const page = await browser.ready();
  await page.run("echo by itself > /root/itself");
  await page.reaches(({ checkpoints }) => checkpoints.last?.kind === "resume", 20_000, "The present is kept");
  const other = browser.open();
  await other.phase("ready");
  expect(await other.run("cat /root/itself")).toContain("by itself");
});

describe("a file", () => {
  async function exported(): Promise<Uint8Array<ArrayBuffer>> {
    const page = await browser.ready();
    await page.run("echo broken > /root/broken");
    const { id } = await saved(page, "stuck here");
    const file = await page.session.checkpoints.exportFile(id);
    page.session.dispose();
    return new Uint8Array(await file.arrayBuffer());
  }

  test("goes to another browser and runs there", async () => {
    const file = await exported();
    const other = new Browser();
    const page = await other.ready();
    const id = await page.session.checkpoints.importFile(new Blob([file]));
    expect(page.state.checkpoints.list.find((checkpoint) => checkpoint.id === id)).toMatchObject({
      kind: "import",
      name: "stuck here",
    });
    await page.session.checkpoints.restore(id);
    await page.phase("ready");
    expect(await page.run("cat /root/broken")).toContain("broken");
  });

  test("that is damaged, of a newer page, of another lab, or no such file: is refused with what is wrong, and nothing changes", async () => {
    const file = await exported();
    const page = await new Browser().ready();
    const before = page.state.checkpoints.list;
    const refused = (bytes: Uint8Array<ArrayBuffer>) => page.session.checkpoints.importFile(new Blob([bytes]));
    for (const at of [20, file.length >> 1, file.length - 1]) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] as number) ^ 1;
      await expect(refused(damaged)).rejects.toMatchObject({ code: "checkpoint-corrupt" });
    }
    await expect(refused(file.slice(0, file.length - 100))).rejects.toMatchObject({ code: "checkpoint-corrupt" });
    await expect(refused(new Uint8Array(0))).rejects.toMatchObject({ userMessage: expect.stringContaining("no .nslab file") });
    const newer = file.slice();
    newer[6] = 99;
    await expect(refused(newer)).rejects.toMatchObject({ code: "checkpoint-newer" });
    const elsewhere = await new Browser().ready("other-lab");
    await expect(elsewhere.session.checkpoints.importFile(new Blob([file]))).rejects.toMatchObject({
      code: "checkpoint-foreign",
      userMessage: expect.stringContaining("looks"),
    });
    expect(page.state.checkpoints.list).toEqual(before);
    expect(await page.run("echo untouched")).toContain("untouched");
  });
});

test("a damaged store: says so, and the present machine stays", async () => {
  const page = await browser.ready();
  await page.run("echo here > /root/here");
  const { id } = await saved(page, "to be damaged");
  const record = (await browser.shelf.records()).find((candidate) => candidate.id === id);
  const pack = record?.packs.at(-1) ?? "";
  const data = (await browser.shelf.data(pack)) as Uint8Array<ArrayBuffer>;
  data[data.length >> 1] = (data[data.length >> 1] as number) ^ 0x10;
  await expect(page.session.checkpoints.restore(id)).rejects.toMatchObject({ code: "checkpoint-corrupt" });
  expect(await page.run("cat /root/here")).toContain("here");
  // A reload that would go on from it begins afresh, and says why.
  browser.points.set("looks", id);
  const reopened = browser.open();
  await reopened.phase("ready");
  expect(reopened.state.notice).toContain("damaged");
});

test("a full store drops the oldest automatic ones, says which is next, and never one that was named", async () => {
  browser.limits = { bytes: 1024 ** 3, automaticPerLab: 3 };
  const page = await browser.ready();
  const start = page.state.checkpoints.current as string;
  const { id: named } = await saved(page, "mine");
  for (let n = 0; n < 4; n++) {
    await page.run(`echo ${n} > /root/n`);
    await page.session.checkpoints.fork(named);
    await page.phase("ready");
  }
  const { list, store } = page.state.checkpoints;
  expect(list.map(({ id }) => id)).not.toContain(start);
  expect(list.map(({ id }) => id)).toContain(named);
  expect(list.filter(({ kind }) => kind === "before")).toHaveLength(3);
  expect(store.nextToDrop).toBe(list.find(({ kind }) => kind === "before")?.id);
  // What is left can still be gone back to, whatever shared its pieces.
  await page.session.checkpoints.restore(list.at(-1)?.id ?? "");
  await page.phase("ready");
  expect(await page.run("cat /root/n")).toContain("3");
});
