import { createHash } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { shellEnvironment } from "../../scripts/guest/shell.ts";
import { decodeText, encodeText } from "../../web/core/bytes.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { RequestErrorCode } from "../../web/protocol/message.ts";
import { type Guest, openShell, restoreGuest, sh } from "./support/guest.ts";

let guest: Guest;
const opened: number[] = [];

beforeAll(async () => {
  guest = await restoreGuest("file");
  // The saved machine's own shell counts among the sixteen.
  for (const { id } of guest.hello.terminals) await guest.agent.closePty(id);
});

afterEach(async () => {
  for (const terminal of opened.splice(0)) await guest.agent.closePty(terminal).catch(() => undefined);
});

/** A program on a terminal of its own; its output is given back to the window unless `hold`. */
async function open(argv: readonly string[], options: { hold?: boolean; uid?: number } = {}) {
  const { agent } = guest;
  const early: Array<{ terminal: number; data: Uint8Array }> = [];
  const changed = new Emitter<void>();
  let of: number | undefined;
  const state = { output: "", bytes: 0, exit: undefined as number | undefined };
  const take = (data: Uint8Array) => {
    state.output += decodeText(data);
    state.bytes += data.length;
    if (!options.hold) agent.creditPty(of as number, data.length).catch(() => undefined);
    changed.fire();
  };
  const exits = new Map<number, number>();
  agent.onPtyOutput(({ terminal, data }) =>
    of === undefined ? void early.push({ terminal, data }) : of === terminal && take(data),
  );
  agent.onPtyExit(({ terminal, waitStatus }) => {
    exits.set(terminal, waitStatus);
    if (terminal === of) state.exit = waitStatus;
    changed.fire();
  });
  const { terminal } = await agent.openPty({
    columns: 80,
    rows: 24,
    uid: options.uid ?? 0,
    gid: options.uid ?? 0,
    cwd: "/tmp",
    argv,
    environment: shellEnvironment,
  });
  of = terminal;
  opened.push(terminal);
  state.exit = exits.get(terminal);
  for (const output of early) if (output.terminal === terminal) take(output.data);
  const until = async (accept: () => boolean, ms = 30_000, what = "Output") => {
    if (!accept()) await nextEvent(changed.event, accept, ms, what);
  };
  return { terminal, state, until, write: (text: string) => agent.writePty(terminal, encodeText(text)) };
}

test("what is typed is echoed and read", async () => {
  const cat = await open(["cat"]);
  await cat.write("hello\n");
  await cat.until(() => cat.state.output === "hello\r\nhello\r\n");
});

test("the size is the one asked for, and the program sees it change", async () => {
  const program = await open(["sh", "-c", "stty size; trap 'stty size; exit' WINCH; echo set; while :; do :; done"]);
  await program.until(() => program.state.output.includes("set"));
  await guest.agent.resizePty(program.terminal, 132, 43);
  await program.until(() => program.state.output.includes("43 132"));
  expect(program.state.output).toMatch(/^24 80\r\n/);
});

test("a signal goes to what is in the foreground, not to the shell", async () => {
  const shell = await open(["bash", "--norc", "-i"]);
  await shell.write("sleep 987; echo status $?\n");
  await sh(guest.agent, "until pgrep -f '^sleep 987' > /dev/null; do :; done");
  await guest.agent.signalPty(shell.terminal, 15);
  await shell.until(() => shell.state.output.includes("status 143"));
  expect(shell.state.exit).toBeUndefined();
});

test("the exit status comes after all output", async () => {
  const program = await open(["sh", "-c", "seq 20000; exit 3"]);
  await program.until(() => program.state.exit !== undefined);
  expect(program.state.exit).toBe(3 << 8);
  expect(program.state.output.endsWith("20000\r\n")).toBe(true);
  const killed = await open(["sh", "-c", "kill -9 $$"]);
  await killed.until(() => killed.state.exit !== undefined);
  expect(killed.state.exit).toBe(9);
});

test("terminals do not mix; the seventeenth is refused, and is there when another was closed", async () => {
  const all = [];
  for (let n = 0; n < 16; n++) all.push(await open(["sh", "-c", `echo terminal ${n}; exec cat`]));
  await expect(open(["cat"])).rejects.toMatchObject({ code: "agent-refused", requestCode: RequestErrorCode.limit });
  for (const [n, terminal] of all.entries()) {
    await terminal.write(`to ${n}\n`);
    await terminal.until(() => terminal.state.output === `terminal ${n}\r\nto ${n}\r\nto ${n}\r\n`);
  }
  await guest.agent.closePty(all[0]?.terminal as number);
  const next = await open(["echo", "room"]);
  await next.until(() => next.state.output === "room\r\n");
});

describe("flow", () => {
  test("1 MB comes whole while the view draws it", async () => {
    const program = await open(["sh", "-c", "stty -opost; seq 160000 | head -c 1000000; exit"]);
    await program.until(() => program.state.exit !== undefined, 90_000);
    expect(program.state.bytes).toBe(1_000_000);
    const expected = await sh(guest.agent, "seq 160000 | head -c 1000000 | sha256sum");
    expect(expected).toContain(createHash("sha256").update(program.state.output).digest("hex"));
  });

  test("a view that draws nothing holds the program up at its window, and what it is given back comes", async () => {
    const program = await open(["sh", "-c", "stty -opost; seq 160000 | head -c 130000; exit"], { hold: true });
    await program.until(() => program.state.bytes >= 65_536);
    // The agent goes on answering meanwhile, and nothing more comes.
    await sh(guest.agent, "true");
    expect(program.state.bytes).toBe(65_536);
    await guest.agent.creditPty(program.terminal, 10_000);
    await program.until(() => program.state.bytes >= 75_536);
    await sh(guest.agent, "true");
    expect(program.state.bytes).toBe(75_536);
    // More than the window is never given back.
    await guest.agent.creditPty(program.terminal, 1_000_000);
    await program.until(() => program.state.exit !== undefined);
    expect(program.state.bytes).toBe(130_000);
  });

  test("input that nobody reads is refused at its limit, and none of what was taken is lost", async () => {
    await sh(guest.agent, "mkfifo /tmp/go");
    const program = await open([
      "sh",
      "-c",
      "stty raw -echo; echo set; read go < /tmp/go; head -c 60000 | sha256sum; exec sleep 1000",
    ]);
    await program.until(() => program.state.output.includes("set"));
    const piece = "0123456789".repeat(400);
    let taken = 0;
    await expect(
      (async () => {
        for (;;) {
          await program.write(piece);
          taken++;
        }
      })(),
    ).rejects.toMatchObject({ requestCode: RequestErrorCode.limit });
    expect(taken).toBeGreaterThanOrEqual(15);
    await sh(guest.agent, "echo go > /tmp/go");
    const digest = createHash("sha256").update("0123456789".repeat(6000)).digest("hex");
    await program.until(() => program.state.output.includes(digest));
  });
});

test("a program that is not there, and a terminal that is not there, are refused", async () => {
  await expect(open(["/no/such"])).rejects.toMatchObject({ requestCode: RequestErrorCode.syscall, errno: 2 });
  await expect(guest.agent.writePty(4242, encodeText("x"))).rejects.toMatchObject({ requestCode: RequestErrorCode.notFound });
});

test("another user's shell has that user's ids and groups", async () => {
  const shell = await open(["sh", "-c", "id -u; id -g; tty"], { uid: 1000 });
  await shell.until(() => shell.state.exit !== undefined);
  expect(shell.state.output).toMatch(/^1000\r\n1000\r\n\/dev\/pts\/\d+\r\n$/);
});

test("closing a terminal hangs up its session", async () => {
  const shell = await openShell(guest.agent);
  await shell.run("sleep 456 &");
  await guest.agent.closePty(shell.terminal);
  await sh(guest.agent, "while pgrep -f '^sleep 456'; do :; done");
});
