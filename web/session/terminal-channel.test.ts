import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Agent } from "../agent/agent.ts";
import { ByteReader, ByteWriter, concatBytes, decodeText, encodeText } from "../core/bytes.ts";
import { Emitter } from "../core/emitter.ts";
import { encodeFrame, FrameDecoder } from "../protocol/frame.ts";
import { MessageType, RequestErrorCode } from "../protocol/message.ts";
import { TerminalChannel } from "./terminal-channel.ts";

/** The guest's end: acknowledges all, and answers terminal requests as `answer` says. */
class FarEnd {
  readonly data = new Emitter<Uint8Array>();
  readonly requests: Array<{ type: number; id: number; payload: Uint8Array }> = [];
  answer: (type: number) => "ok" | "full" | "gone" | "later" = () => "ok";
  readonly #decoder = new FrameDecoder();
  #parts: Uint8Array[] = [];

  readonly port = {
    onData: this.data.event,
    send: (bytes: Uint8Array) => {
      for (const frame of this.#decoder.push(bytes)) {
        this.#parts.push(frame.payload);
        queueMicrotask(() => this.say(MessageType.ack, 0, new ByteWriter().u32(frame.seq).u16(0).finish()));
        if (frame.more) continue;
        const payload = concatBytes(this.#parts);
        this.#parts = [];
        queueMicrotask(() => this.#take(frame.type, frame.id, payload));
      }
    },
  };

  say(type: number, id: number, payload: Uint8Array): void {
    this.data.fire(encodeFrame({ type, more: false, seq: 0, id, payload }));
  }

  print(terminal: number, text: string): void {
    this.say(MessageType.ptyOutput, 0, new ByteWriter().u32(terminal).bytes(encodeText(text)).finish());
  }

  done(id: number, code?: number): void {
    if (code === undefined) this.say(MessageType.result, id, new Uint8Array(0));
    else this.say(MessageType.error, id, new ByteWriter().u16(code).i32(0).lp("no").finish());
  }

  /** What the requests of a type carried after the terminal's number. */
  bodies(type: number): Uint8Array[] {
    return this.requests.filter((request) => request.type === type).map(({ payload }) => payload.subarray(4));
  }

  #take(type: number, id: number, payload: Uint8Array): void {
    if (type === MessageType.hello) {
      const nonce = new ByteReader(payload).u64();
      this.say(MessageType.helloOk, 0, new ByteWriter().u64(nonce).u16(1).lp("").lp("").u16(0).finish());
      return;
    }
    const answer = this.answer(type);
    if (answer !== "full") this.requests.push({ type, id, payload });
    if (answer === "ok") this.done(id);
    if (answer === "full") this.done(id, RequestErrorCode.limit);
    if (answer === "gone") this.done(id, RequestErrorCode.notFound);
  }
}

let far: FarEnd;
let agent: Agent;
let channel: TerminalChannel;

beforeEach(async () => {
  vi.useFakeTimers();
  far = new FarEnd();
  agent = new Agent(far.port);
  await agent.hello(1n);
  channel = new TerminalChannel({ id: 1, agent, pty: 5, pid: 100, printed: encodeText("printed before\n") });
});

afterEach(() => {
  channel.dispose();
  agent.dispose();
  vi.useRealTimers();
});

const settled = () => vi.advanceTimersByTimeAsync(0);
const typed = () => decodeText(concatBytes(far.bodies(MessageType.ptyWrite)));

describe("what is typed", () => {
  test("arrives in order, whatever its length", async () => {
    const paste = Array.from({ length: 3000 }, (_, n) => `line ${n}\n`).join("");
    channel.write("first ");
    channel.write(paste);
    channel.write("last");
    await settled();
    expect(typed()).toBe(`first ${paste}last`);
    expect(Math.max(...far.bodies(MessageType.ptyWrite).map(({ length }) => length))).toBeLessThanOrEqual(4000);
  });

  test("waits for the write before it: never two at once", async () => {
    far.answer = () => "later";
    channel.write("a");
    channel.write("b");
    await settled();
    expect(typed()).toBe("a");
    far.done(far.requests[0]?.id as number);
    await settled();
    expect(typed()).toBe("ab");
  });

  test("is kept while the guest's queue is full, and goes on when the program has printed something", async () => {
    far.answer = (type) => (type === MessageType.ptyWrite ? "full" : "ok");
    channel.write("kept");
    await settled();
    expect(typed()).toBe("");
    far.answer = () => "ok";
    far.print(5, "something");
    await settled();
    expect(typed()).toBe("kept");
  });

  test("is kept while the guest's queue is full, and tried again when nothing is printed", async () => {
    far.answer = () => "full";
    channel.write("kept");
    await settled();
    far.answer = () => "ok";
    await vi.advanceTimersByTimeAsync(600);
    expect(typed()).toBe("kept");
  });

  test("into a shell that has ended is gone, and what is typed next is tried", async () => {
    far.answer = () => "gone";
    channel.write("nobody");
    await settled();
    expect(far.bodies(MessageType.ptyWrite)).toHaveLength(1);
    channel.write("again");
    await settled();
    expect(far.bodies(MessageType.ptyWrite)).toHaveLength(2);
  });
});

describe("what is printed", () => {
  test("after a line that was typed is told once: not the echo of keys, not what comes by itself", () => {
    let answers = 0;
    const other = new TerminalChannel({
      id: 2,
      agent,
      pty: 6,
      pid: 101,
      printed: new Uint8Array(0),
      onAnswered: () => answers++,
    });
    far.print(6, "a clock that prints");
    other.write("x");
    far.print(6, "x");
    far.print(6, "a clock that prints");
    expect(answers).toBe(0);
    other.write("\r");
    far.print(6, "\r\n");
    expect(answers).toBe(0);
    far.print(6, "root@lab:~# ");
    far.print(6, "a clock that prints");
    expect(answers).toBe(1);
    other.dispose();
  });

  test("is kept for a view that comes late, after what the saved machine had printed", () => {
    far.print(5, "one ");
    far.print(6, "another terminal's ");
    far.print(5, "two");
    expect(decodeText(channel.scrollback)).toBe("printed before\none two");
  });

  test("is kept from its end, a mebibyte at most, also when it was read meanwhile", () => {
    for (let n = 0; n < 100; n++) far.print(5, `${String(n).padStart(15_999, ".")}\n`);
    expect(channel.scrollback.length).toBeLessThanOrEqual(1024 * 1024);
    far.print(5, `${"x".repeat(12_000)}the end`);
    expect(channel.scrollback.length).toBeGreaterThan(1_000_000);
    expect(decodeText(channel.scrollback).endsWith("xxthe end")).toBe(true);
  });
});

describe("the window", () => {
  const credits = () => far.bodies(MessageType.ptyCredit).map((body) => new ByteReader(body).u32());

  test("is given back for what was drawn, in portions", async () => {
    far.print(5, "x".repeat(16_000));
    far.print(5, "x".repeat(16_000));
    channel.drawn(10_000);
    await settled();
    expect(credits()).toEqual([]);
    channel.drawn(10_000);
    await settled();
    expect(credits()).toEqual([20_000]);
  });

  test("is never given back twice, as by a view that draws the scrollback again", async () => {
    far.print(5, "x".repeat(16_000));
    far.print(5, "x".repeat(4_000));
    channel.drawn(20_000);
    channel.drawn(20_000);
    channel.drawn(20_000);
    await settled();
    expect(credits()).toEqual([20_000]);
  });
});

test("the size is told when it changes, not again", async () => {
  channel.resize(100, 30);
  channel.resize(100, 30);
  channel.resize(90, 30);
  await settled();
  expect(far.bodies(MessageType.ptyResize).map((body) => [body[0], body[2]])).toEqual([
    [100, 30],
    [90, 30],
  ]);
});
