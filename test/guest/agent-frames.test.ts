import { beforeEach, expect, onTestFinished, test } from "vitest";
import { nodeAssets } from "../../scripts/guest/node-assets.ts";
import { imageFolder } from "../../scripts/paths.ts";
import { ByteReader, ByteWriter, encodeText } from "../../web/core/bytes.ts";
import { Emitter, nextEvent } from "../../web/core/emitter.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import { encodeFrame, type Frame, FrameDecoder } from "../../web/protocol/frame.ts";
import { AckCode, MessageType, noSeq, RequestErrorCode } from "../../web/protocol/message.ts";
import { parseError } from "../../web/protocol/results.ts";

/** PID 1 at the other end of raw bytes (docs/PROTOCOL.md, "Flow"). */

let machine: Emulator;
let frames: Frame[];
let arrived: Emitter<void>;
let seq: number;

beforeEach(async () => {
  machine = new Emulator(nodeAssets(imageFolder));
  onTestFinished(() => machine.dispose());
  const decoder = new FrameDecoder();
  frames = [];
  arrived = new Emitter();
  machine.port.onData((bytes) => {
    frames.push(...decoder.push(bytes));
    arrived.fire();
  });
  await machine.start("restore");
  seq = 100;
  machine.port.send(
    encodeFrame({ type: MessageType.hello, more: false, seq, id: 5, payload: new ByteWriter().u64(77n).finish() }),
  );
  await next((frame) => frame.type === MessageType.helloOk);
  frames = [];
});

async function next(accept: (frame: Frame) => boolean): Promise<Frame> {
  const found = () => frames.find(accept);
  if (!found()) await nextEvent(arrived.event, () => found() !== undefined, 10_000, "The frame waited for");
  return found() as Frame;
}

/** Sends bytes and gives the ACK of `of`: its code. */
async function ack(bytes: Uint8Array, of: number): Promise<number> {
  frames = frames.filter(({ type }) => type !== MessageType.ack);
  machine.port.send(bytes);
  const frame = await next(({ type, payload }) => type === MessageType.ack && new ByteReader(payload).u32() === of);
  return new ByteReader(frame.payload.subarray(4)).u16();
}

function request(type: number, payload: Uint8Array = new Uint8Array(0), change: Partial<Frame> = {}): Frame {
  return { type, more: false, seq: ++seq, id: seq, payload, ...change };
}

async function stillAnswers(): Promise<void> {
  const asked = request(MessageType.batch, new ByteWriter().u8(0).u64(0n).u32(1000).u16(0).finish());
  expect(await ack(encodeFrame(asked), asked.seq)).toBe(AckCode.ok);
  await next(({ type, id }) => type === MessageType.result && id === asked.id);
}

test("bytes that are no frame are skipped and answered once for a run", async () => {
  expect(await ack(encodeText("what is this? ".repeat(20)), noSeq)).toBe(AckCode.badFrame);
  await stillAnswers();
});

test("a frame with a wrong checksum", async () => {
  const bytes = encodeFrame(request(MessageType.entropy, encodeText("noise")));
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  seq--;
  expect(await ack(bytes, noSeq)).toBe(AckCode.badFrame);
  await stillAnswers();
});

test("a frame that says it is longer than a frame may be", async () => {
  const bytes = encodeFrame(request(MessageType.entropy, encodeText("noise")));
  new DataView(bytes.buffer).setUint32(12, 5000, true);
  seq--;
  expect(await ack(bytes, noSeq)).toBe(AckCode.tooLong);
  await stillAnswers();
});

test("a frame that is cut short is given up after a while", async () => {
  expect(await ack(encodeFrame(request(MessageType.entropy, encodeText("noise"))).subarray(0, 22), noSeq)).toBe(AckCode.badFrame);
  seq--;
  await stillAnswers();
});

test("another version", async () => {
  const { crc32 } = await import("../../web/core/crc32.ts");
  const bytes = encodeFrame(request(MessageType.entropy, encodeText("noise")));
  bytes[2] = 9;
  new DataView(bytes.buffer).setUint32(16, crc32(bytes.subarray(0, 16), bytes.subarray(20)), true);
  seq--;
  expect(await ack(bytes, noSeq)).toBe(AckCode.badVersion);
  await stillAnswers();
});

test.each([0x00, 0x3f, 0x7f, MessageType.result, MessageType.ack])("type %i, which is no request", async (type) => {
  const frame = request(type, encodeText("x"));
  expect(await ack(encodeFrame(frame), frame.seq)).toBe(AckCode.badType);
  await stillAnswers();
});

test("a seq that is neither the last nor the next changes nothing", async () => {
  const frame = request(MessageType.entropy, encodeText("noise"), { seq: seq + 1000 });
  seq--;
  expect(await ack(encodeFrame(frame), frame.seq)).toBe(AckCode.outOfOrder);
  await stillAnswers();
});

test("the same frame twice is done once and acknowledged twice", async () => {
  const write = new ByteWriter().u32(16).u32(0).u32(0).u32(0).u64(0n).lp("/tmp/twice").bytes(encodeText("x")).finish();
  const frame = request(MessageType.writeFile, write);
  expect(await ack(encodeFrame(frame), frame.seq)).toBe(AckCode.ok);
  await next(({ type, id }) => type === MessageType.result && id === frame.id);
  expect(await ack(encodeFrame(frame), frame.seq)).toBe(AckCode.ok);
  const again = request(MessageType.writeFile, write);
  expect(await ack(encodeFrame(again), again.seq)).toBe(AckCode.ok);
  const result = await next(({ type, id }) => type === MessageType.result && id === again.id);
  expect(new ByteReader(result.payload).u64()).toBe(2n);
  expect(frames.filter(({ type, id }) => type === MessageType.result && id === frame.id)).toHaveLength(1);
});

test("a fragment of another message than the one begun ends that", async () => {
  const begun = request(MessageType.batch, encodeText("part"), { more: true, id: 500 });
  expect(await ack(encodeFrame(begun), begun.seq)).toBe(AckCode.ok);
  const stranger = request(MessageType.writeFile, encodeText("part"), { more: true, id: 501 });
  expect(await ack(encodeFrame(stranger), stranger.seq)).toBe(AckCode.badType);
  await stillAnswers();
});

test("a message over 65,536 bytes is refused, with the frame that is too much", async () => {
  const piece = new Uint8Array(4000);
  let code: number = AckCode.ok;
  let sent = 0;
  while (code === AckCode.ok && sent < 20) {
    const frame = request(MessageType.entropy, piece, { more: true, id: 600 });
    code = await ack(encodeFrame(frame), frame.seq);
    sent++;
  }
  expect(code).toBe(AckCode.tooLong);
  expect(sent).toBe(17);
  await stillAnswers();
});

test.each([
  ["BATCH", MessageType.batch],
  ["NETLINK", MessageType.netlink],
  ["SECCOMP", MessageType.seccomp],
  ["PROBE", MessageType.probe],
  ["PTY_OPEN", MessageType.ptyOpen],
  ["PTY_WRITE", MessageType.ptyWrite],
  ["WRITE_FILE", MessageType.writeFile],
  ["CLOCK", MessageType.clock],
] as const)("%s with a payload that is none", async (_, type) => {
  const frame = request(type, new Uint8Array([0xff, 0xff, 0xff]));
  expect(await ack(encodeFrame(frame), frame.seq)).toBe(AckCode.ok);
  const answer = await next((candidate) => candidate.type === MessageType.error && candidate.id === frame.id);
  expect(parseError(answer.payload).code).toBe(RequestErrorCode.badRequest);
  await stillAnswers();
});
