import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { BytePort } from "../core/byte-port.ts";
import { ByteReader, ByteWriter, concatBytes } from "../core/bytes.ts";
import { Emitter } from "../core/emitter.ts";
import type { LabError } from "../core/errors.ts";
import { encodeFrame, type Frame, FrameDecoder } from "../protocol/frame.ts";
import { AckCode, MessageType, noSeq } from "../protocol/message.ts";
import { FrameLink, type Message } from "./frame-link.ts";

/** The guest's end of a port in memory. */
class FarEnd {
  readonly #data = new Emitter<Uint8Array>();
  readonly #decoder = new FrameDecoder();
  readonly frames: Frame[] = [];
  readonly port: BytePort = { onData: this.#data.event, send: (bytes) => void this.frames.push(...this.#decoder.push(bytes)) };

  say(type: number, id: number, payload: Uint8Array, more = false): void {
    this.#data.fire(encodeFrame({ type, more, seq: 0, id, payload }));
  }

  acknowledge(seq: number | undefined, code: number = AckCode.ok): void {
    this.say(
      MessageType.ack,
      0,
      new ByteWriter()
        .u32(seq ?? 0)
        .u16(code)
        .finish(),
    );
  }

  helloOk(nonce: bigint): void {
    this.say(MessageType.helloOk, 0, new ByteWriter().u64(nonce).u16(1).lp("build").lp("boot").u16(0).finish());
  }

  get last(): Frame | undefined {
    return this.frames.at(-1);
  }
}

const text = (name: string): Message => ({ type: MessageType.entropy, id: 1, payload: new TextEncoder().encode(name) });
const nameOf = (frame: Frame | undefined) => new TextDecoder().decode(frame?.payload);

let far: FarEnd;
let link: FrameLink;
let refused: LabError[];
const onRefused = (error: LabError) => void refused.push(error);

beforeEach(async () => {
  vi.useFakeTimers();
  far = new FarEnd();
  link = new FrameLink(far.port);
  refused = [];
  const hello = link.hello(7n, 12_000);
  far.helloOk(7n);
  await hello;
  far.frames.length = 0;
});

afterEach(() => {
  link.dispose();
  vi.useRealTimers();
});

describe("sending", () => {
  test("one frame at a time, the next when the last was acknowledged, counting up", () => {
    for (const name of ["a", "b", "c"]) link.send(text(name), false, onRefused);
    expect(far.frames.map(nameOf)).toEqual(["a"]);
    far.acknowledge(far.last?.seq);
    far.acknowledge(far.last?.seq);
    expect(far.frames.map(nameOf)).toEqual(["a", "b", "c"]);
    expect(far.frames.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  test("an acknowledgement of another frame moves nothing", () => {
    for (const name of ["a", "b"]) link.send(text(name), false, onRefused);
    far.acknowledge(99);
    expect(far.frames.map(nameOf)).toEqual(["a"]);
  });

  test("what is urgent goes first, but not into the middle of a message in fragments", () => {
    link.send({ type: MessageType.writeFile, id: 1, payload: new Uint8Array(9000) }, false, onRefused);
    link.send(text("ordinary"), false, onRefused);
    link.send(text("urgent"), true, onRefused);
    for (let n = 0; n < 4; n++) far.acknowledge(far.last?.seq);
    expect(far.frames.map(({ type, more }) => [type, more])).toEqual([
      [MessageType.writeFile, true],
      [MessageType.writeFile, true],
      [MessageType.writeFile, false],
      [MessageType.entropy, false],
      [MessageType.entropy, false],
    ]);
    expect(far.frames.slice(3).map(nameOf)).toEqual(["urgent", "ordinary"]);
  });

  test("a frame that is not acknowledged is sent again with the same seq; the late acknowledgements do no harm", () => {
    for (const name of ["a", "b"]) link.send(text(name), false, onRefused);
    vi.advanceTimersByTime(6500);
    expect(far.frames.map(nameOf)).toEqual(["a", "a", "a"]);
    expect(new Set(far.frames.map(({ seq }) => seq)).size).toBe(1);
    const { seq } = far.frames[0] as Frame;
    for (let n = 0; n < 3; n++) far.acknowledge(seq);
    expect(far.frames.map(nameOf)).toEqual(["a", "a", "a", "b"]);
    expect(refused).toEqual([]);
  });

  test("a frame that was damaged on the way is sent again at once", () => {
    link.send(text("a"), false, onRefused);
    far.acknowledge(noSeq, AckCode.badFrame);
    expect(far.frames.map(nameOf)).toEqual(["a", "a"]);
  });

  test("a refused message is over with all its fragments, the next one goes", () => {
    link.send({ type: MessageType.writeFile, id: 1, payload: new Uint8Array(9000) }, false, onRefused);
    link.send(text("next"), false, onRefused);
    far.acknowledge(far.last?.seq, AckCode.busy);
    expect(refused.map(({ code }) => code)).toEqual(["agent-refused"]);
    expect(nameOf(far.last)).toBe("next");
  });

  test("a guest that acknowledges nothing: all is refused, and told once", () => {
    const broken: LabError[] = [];
    link.onBroken((error) => broken.push(error));
    for (const name of ["a", "b"]) link.send(text(name), false, onRefused);
    vi.advanceTimersByTime(60_000);
    expect(far.frames).toHaveLength(4);
    expect(refused.map(({ code }) => code)).toEqual(["agent-silent", "agent-silent"]);
    expect(broken.map(({ code }) => code)).toEqual(["agent-silent"]);
  });

  test("while the guest is stopped no deadline runs", () => {
    link.send(text("a"), false, onRefused);
    link.pause();
    link.send(text("b"), false, onRefused);
    vi.advanceTimersByTime(3_600_000);
    expect(far.frames.map(nameOf)).toEqual(["a"]);
    link.resume();
    far.acknowledge(far.last?.seq);
    expect(far.frames.map(nameOf)).toEqual(["a", "b"]);
    expect(refused).toEqual([]);
  });

  test("a link that is disposed refuses what waits", () => {
    for (const name of ["a", "b"]) link.send(text(name), false, onRefused);
    link.dispose();
    expect(refused.map(({ code }) => code)).toEqual(["disposed", "disposed"]);
  });
});

describe("receiving", () => {
  let messages: Message[];
  beforeEach(() => {
    messages = [];
    link.onMessage((message) => messages.push(message));
  });

  test("fragments of several messages are put together, each by its id", () => {
    far.say(MessageType.result, 1, Uint8Array.of(1), true);
    far.say(MessageType.result, 2, Uint8Array.of(10), true);
    far.say(MessageType.ptyOutput, 0, Uint8Array.of(7));
    far.say(MessageType.result, 2, Uint8Array.of(11));
    far.say(MessageType.result, 1, Uint8Array.of(2));
    expect(messages.map(({ id, payload }) => [id, ...payload])).toEqual([
      [0, 7],
      [2, 10, 11],
      [1, 1, 2],
    ]);
  });

  test("a frame whose payload is none is left, and the next is read", () => {
    far.say(MessageType.ack, 0, Uint8Array.of(1));
    far.say(MessageType.helloOk, 0, new Uint8Array(0));
    far.say(MessageType.result, 1, Uint8Array.of(5));
    expect(messages).toHaveLength(1);
  });
});

describe("HELLO", () => {
  test("drops what was half received and what is left over from before", async () => {
    const messages: Message[] = [];
    link.onMessage((message) => messages.push(message));
    far.say(MessageType.result, 1, Uint8Array.of(1), true);
    const hello = link.hello(8n, 12_000);
    far.say(MessageType.result, 1, Uint8Array.of(2));
    far.helloOk(7n);
    far.say(MessageType.result, 2, Uint8Array.of(3));
    far.helloOk(8n);
    expect((await hello).build).toBe("build");
    far.say(MessageType.result, 1, Uint8Array.of(4));
    expect(messages.map(({ id, payload }) => [id, ...payload])).toEqual([[1, 4]]);
  });

  test("refuses what was queued for the life before", async () => {
    link.send(text("a"), false, onRefused);
    const hello = link.hello(8n, 12_000);
    expect(refused).toHaveLength(1);
    far.helloOk(8n);
    await hello;
  });

  test("is said four times and then given up", async () => {
    const hello = link.hello(8n, 12_000);
    const outcome = expect(hello).rejects.toMatchObject({ code: "agent-silent" });
    await vi.advanceTimersByTimeAsync(12_000);
    await outcome;
    expect(far.frames.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => MessageType.hello));
    expect(new ByteReader(concatBytes(far.frames.map(({ payload }) => payload))).u64()).toBe(8n);
  });

  test("takes the place of one that waits for its answer, which is told", async () => {
    const first = link.hello(8n, 12_000);
    const outcome = expect(first).rejects.toMatchObject({ code: "agent-silent" });
    const second = link.hello(9n, 12_000);
    await outcome;
    await vi.advanceTimersByTimeAsync(4000);
    expect(far.frames.slice(1).every(({ payload }) => new ByteReader(payload).u64() === 9n)).toBe(true);
    far.helloOk(9n);
    expect((await second).bootId).toBe("boot");
  });

  test("waits with a machine that is stopped, and is said again when it goes on", async () => {
    let settled = false;
    const hello = link.hello(8n, 12_000).finally(() => {
      settled = true;
    });
    link.pause();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(settled).toBe(false);
    const before = far.frames.length;
    link.resume();
    await vi.advanceTimersByTimeAsync(3000);
    expect(far.frames.length).toBeGreaterThan(before);
    far.helloOk(8n);
    await hello;
  });
});
