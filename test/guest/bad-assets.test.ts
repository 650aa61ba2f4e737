import { describe, expect, test } from "vitest";
import { encodeText } from "../../web/core/bytes.ts";
import { crc32 } from "../../web/core/crc32.ts";
import { LabError } from "../../web/core/errors.ts";
import type { Machine } from "../../web/machine/machine.ts";
import { flipped, notFound, preparedIndex, SpoiltAssets } from "./support/assets.ts";
import { LabSession } from "./support/lab-session.ts";

describe("without a saved machine that fits, one is booted, and a notice says why", () => {
  const garbage = encodeText("no machine at all ".repeat(1000));
  const garbageState = { file: "garbage", size: garbage.length, crc32: crc32(garbage) };
  test.each([
    { what: "damaged on the way", says: "is damaged", state: {}, change: flipped },
    { what: "whole, but no machine", says: "is damaged", state: garbageState, change: () => garbage },
    { what: "not in the index", says: "there is no saved machine", state: undefined, change: undefined },
    { what: "not found", says: "could not be fetched", state: {}, change: () => missing() },
    { what: "made from another image", says: "was made from another image", state: { image: "0" }, change: undefined },
  ])("$what", async ({ says, state, change }) => {
    const assets = new SpoiltAssets();
    const { state: prepared, ...index } = preparedIndex();
    if (!prepared) throw new Error("the prepared image has no state");
    const spoilt = state && { ...prepared, ...state };
    assets.spoil = (file, bytes) => {
      if (file === "index.json") return Promise.resolve(encodeText(JSON.stringify({ ...index, state: spoilt })));
      return change && file === spoilt?.file ? (file === "garbage" ? Promise.resolve(garbage) : bytes().then(change)) : undefined;
    };
    const lab = await LabSession.ready({ assets });
    expect(lab.state.notice).toMatch(/^Booted from scratch: [^.]*\.$/);
    expect(lab.state.notice).toContain(says);
    expect(await lab.run("echo $((6 * 7))", 60_000)).toContain("42");
  });
});

describe("starting over", () => {
  test("goes on with the emulator that runs", async () => {
    let machines = 0;
    const wrap = (machine: Machine) => {
      machines++;
      return machine;
    };
    const lab = await LabSession.ready({ wrap });
    await lab.run("echo mine > /root/left");
    await lab.session.reset();
    await lab.phase("ready");
    expect(await lab.run("cat /root/left")).toContain("No such file");
    expect(machines).toBe(1);
  });

  test("boots from scratch, and says why, where the saved machine has gone since", async () => {
    const assets = new SpoiltAssets();
    const lab = await LabSession.ready({ assets });
    assets.spoil = (file) => (file === preparedIndex().state?.file ? notFound(file) : undefined);
    await lab.session.reset();
    await lab.phase("ready", 60_000);
    expect(lab.state.notice).toBe("Booted from scratch: the saved machine could not be fetched.");
    expect(await lab.run("echo $((6 * 7))", 60_000)).toContain("42");
  });
});

function missing(): never {
  throw new LabError("fetch-failed", "Not found.");
}

describe("what is missing fails with a sentence, and a retry works once it is there", () => {
  test.each([
    { what: "the index", fileOf: () => "index.json" },
    { what: "the emulator", fileOf: () => preparedIndex().wasm.file },
  ])("$what", async ({ fileOf }) => {
    const missing = fileOf();
    const assets = new SpoiltAssets();
    assets.spoil = (file) => (file === missing ? notFound(file) : undefined);
    await failsThenRetries(assets, "fetch-failed", "Check the connection");
  });

  test("everything but the index", async () => {
    const assets = new SpoiltAssets();
    assets.spoil = (file) => (file === "index.json" ? undefined : notFound(file));
    await failsThenRetries(assets, "fetch-failed", "Check the connection");
  });

  test("an index that is none", async () => {
    const assets = new SpoiltAssets();
    assets.spoil = (file) => (file === "index.json" ? Promise.resolve(encodeText("<!doctype html>")) : undefined);
    await failsThenRetries(assets, "fetch-failed", "Reload the page");
  });

  test("an emulator that arrives damaged, twice", async () => {
    const assets = new SpoiltAssets();
    assets.spoil = (file, bytes) => (file === preparedIndex().wasm.file ? bytes().then(flipped) : undefined);
    await failsThenRetries(assets, "bad-state", "Reload the page");
  });
});

describe("a part of the disk", () => {
  test("that is not found stalls the machine and says so; it goes on by itself when the part is there", async () => {
    const { lab, assets } = await withoutDisk((file) => notFound(file));
    lab.type("strace -V");
    const { error } = await lab.phase("stalled", 15_000);
    expect(error.code).toBe("fetch-failed");
    expect(error.userMessage).toContain("Check the connection");
    assets.spoil = () => undefined;
    await lab.phase("ready", 20_000);
    await lab.prints("strace -- version", 30_000);
    await lab.furtherLooks(1);
  });

  test("that was not found is fetched at once by a retry", async () => {
    const { lab, assets } = await withoutDisk((file) => notFound(file));
    lab.type("strace -V");
    await lab.phase("stalled", 15_000);
    // By itself it would be asked for again later and later: this long after some attempts.
    await lab.reaches(() => assets.asked.length > 4, 20_000, "Some attempts in vain");
    assets.spoil = () => undefined;
    await lab.session.retry();
    await lab.phase("ready", 1500);
    await lab.prints("strace -- version", 30_000);
  });

  test("that never comes: stalled, with what to do; a reset gives a machine that works", async () => {
    const { lab, assets } = await withoutDisk(() => new Promise(() => undefined));
    lab.type("strace -V");
    const { error } = await lab.phase("stalled", 15_000);
    expect(error.userMessage).toMatch(/Check the connection/);
    expect(lab.state.steps[0]?.verdict?.kind).not.toBe("pass");
    assets.spoil = () => undefined;
    await lab.session.reset();
    await lab.phase("ready");
    expect(await lab.run("strace -V")).toContain("strace -- version");
  });
});

async function withoutDisk(spoil: (file: string) => Promise<never>): Promise<{ lab: LabSession; assets: SpoiltAssets }> {
  const assets = new SpoiltAssets();
  const lab = await LabSession.ready({ assets });
  assets.spoil = (file) => (file.startsWith("disk") ? spoil(file) : undefined);
  assets.asked.length = 0;
  return { lab, assets };
}

async function failsThenRetries(assets: SpoiltAssets, code: string, says: string): Promise<void> {
  const lab = new LabSession({ assets });
  const { error } = await lab.phase("failed");
  expect(error.code).toBe(code);
  expect(error.userMessage).toContain(says);
  assets.spoil = () => undefined;
  await lab.session.retry();
  await lab.phase("ready");
  expect(await lab.run("echo $((6 * 7))")).toContain("42");
}
