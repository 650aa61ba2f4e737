import type { BytePort } from "../core/byte-port.ts";
import { ByteReader, ByteWriter, concatBytes } from "../core/bytes.ts";
import { type Disposable, DisposableStore } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import { encodeFrame, type Frame, FrameDecoder, fragmentMessage } from "../protocol/frame.ts";
import { AckCode, MessageType, noSeq } from "../protocol/message.ts";
import { type HelloOk, parseHelloOk } from "../protocol/results.ts";

export interface Message {
  readonly type: number;
  readonly id: number;
  readonly payload: Uint8Array;
}

interface Outgoing {
  readonly frames: Frame[];
  readonly onRefused: (error: LabError) => void;
}

interface Greeting {
  readonly nonce: bigint;
  readonly frame: Uint8Array<ArrayBuffer>;
  /** Between two attempts. */
  readonly ms: number;
  readonly resolve: (hello: HelloOk) => void;
  readonly reject: (error: LabError) => void;
  attemptsLeft: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const helloAttempts = 4;
const ackDeadlineMs = 3000;
const sendAttempts = 4;

/**
 * Messages over a port that loses what nobody waits for: one frame at a time, the next when the last was acknowledged, the same
 * again when it was not. Knows no request but HELLO.
 */
export class FrameLink implements Disposable {
  readonly #port: BytePort;
  readonly #store = new DisposableStore();
  readonly #messages = this.#store.add(new Emitter<Message>());
  readonly #broken = this.#store.add(new Emitter<LabError>());
  #decoder = new FrameDecoder();
  #urgent: Outgoing[] = [];
  #ordinary: Outgoing[] = [];
  #continuing: Outgoing | undefined;
  #inFlight: { outgoing: Outgoing; frame: Frame; attempts: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seq = 0;
  #parts = new Map<number, Uint8Array[]>();
  #greeting: Greeting | undefined;
  /** Before the HELLO_OK that answers our HELLO everything is left over from before a restore. */
  #greeted = false;
  #paused = false;

  readonly onMessage = this.#messages.event;
  /** The guest acknowledges nothing any more. Everything queued has been refused. */
  readonly onBroken = this.#broken.event;

  constructor(port: BytePort) {
    this.#port = port;
    this.#store.add(port.onData((bytes) => this.#receive(bytes)));
  }

  /** Starts afresh, as after a restore: what was queued or half received is dropped. Rejects with `agent-silent`. */
  hello(nonce: bigint, ms: number): Promise<HelloOk> {
    this.#refuseAll(new LabError("agent-silent", "The connection to the machine was started again."));
    this.#greeted = false;
    this.#decoder = new FrameDecoder();
    this.#parts.clear();
    this.#seq = 1;
    this.#endGreeting(new LabError("agent-silent", "The connection to the machine was started again."));
    const payload = new ByteWriter().u64(nonce).finish();
    const frame = encodeFrame({ type: MessageType.hello, more: false, seq: this.#seq, id: 0, payload });
    return new Promise((resolve, reject) => {
      this.#greeting = { nonce, frame, attemptsLeft: helloAttempts, ms: ms / helloAttempts, timer: undefined, resolve, reject };
      if (!this.#paused) this.#sayHello(this.#greeting);
    });
  }

  /** `urgent` messages (keystrokes) go before ordinary ones that have not begun. */
  send(message: Message, urgent: boolean, onRefused: (error: LabError) => void): void {
    const frames = fragmentMessage(message.type, message.id, 0, message.payload);
    (urgent ? this.#urgent : this.#ordinary).push({ frames, onRefused });
    this.#pump();
  }

  /** While the guest is stopped nobody can acknowledge: no deadline runs. */
  pause(): void {
    this.#paused = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#greeting?.timer);
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    if (this.#greeting) this.#sayHello(this.#greeting);
    if (this.#inFlight) this.#startTimer();
    else this.#pump();
  }

  dispose(): void {
    const error = new LabError("disposed", "The machine was switched off.");
    this.#refuseAll(error);
    this.#endGreeting(error);
    this.#store.dispose();
  }

  #sayHello(greeting: Greeting): void {
    greeting.attemptsLeft--;
    this.#port.send(greeting.frame);
    greeting.timer = setTimeout(() => {
      if (greeting.attemptsLeft > 0) this.#sayHello(greeting);
      else this.#endGreeting(new LabError("agent-silent", "The machine does not answer. Start over to get a fresh one."));
    }, greeting.ms);
  }

  #endGreeting(error: LabError): void {
    const greeting = this.#greeting;
    this.#greeting = undefined;
    clearTimeout(greeting?.timer);
    greeting?.reject(error);
  }

  #pump(): void {
    if (this.#inFlight || this.#paused || !this.#greeted) return;
    // A message that has begun goes on before anything else: fragments are not interleaved.
    const outgoing = this.#continuing ?? this.#urgent.shift() ?? this.#ordinary.shift();
    const next = outgoing?.frames.shift();
    if (!outgoing || !next) return;
    this.#continuing = outgoing.frames.length > 0 ? outgoing : undefined;
    this.#seq = (this.#seq + 1) >>> 0;
    const frame = { ...next, seq: this.#seq };
    this.#inFlight = { outgoing, frame, attempts: 1 };
    this.#transmit(frame);
  }

  #transmit(frame: Frame): void {
    this.#startTimer();
    this.#port.send(encodeFrame(frame));
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#timedOut(), ackDeadlineMs);
  }

  #timedOut(): void {
    const flight = this.#inFlight;
    if (!flight) return;
    if (flight.attempts < sendAttempts) {
      flight.attempts++;
      this.#transmit(flight.frame);
      return;
    }
    this.#break(new LabError("agent-silent", "The machine does not answer. Wait a moment, or start over to get a fresh one."));
  }

  #receive(bytes: Uint8Array): void {
    for (const frame of this.#decoder.push(bytes)) {
      try {
        this.#take(frame);
      } catch (cause) {
        if (!(cause instanceof RangeError)) throw cause;
        // A frame with a valid checksum and a payload that is none: nothing to do with it but to leave it.
      }
    }
  }

  #take(frame: Frame): void {
    if (frame.type === MessageType.helloOk) {
      const hello = parseHelloOk(frame.payload);
      if (!this.#greeting || hello.nonce !== this.#greeting.nonce) return;
      clearTimeout(this.#greeting.timer);
      const { resolve } = this.#greeting;
      this.#greeting = undefined;
      this.#greeted = true;
      resolve(hello);
      this.#pump();
      return;
    }
    if (!this.#greeted) return;
    if (frame.type === MessageType.ack) {
      const reader = new ByteReader(frame.payload);
      this.#acknowledged(reader.u32(), reader.u16());
      return;
    }
    const parts = this.#parts.get(frame.id) ?? [];
    parts.push(frame.payload);
    if (frame.more) {
      this.#parts.set(frame.id, parts);
      return;
    }
    this.#parts.delete(frame.id);
    this.#messages.fire({ type: frame.type, id: frame.id, payload: parts.length === 1 ? frame.payload : concatBytes(parts) });
  }

  #acknowledged(seq: number, code: number): void {
    const flight = this.#inFlight;
    if (!flight) return;
    if (seq === noSeq) {
      // The guest saw bytes that were no frame: ours was damaged on the way. The same again, now.
      if (flight.attempts++ < sendAttempts) this.#transmit(flight.frame);
      return;
    }
    if (seq !== flight.frame.seq) return;
    clearTimeout(this.#timer);
    this.#inFlight = undefined;
    if (code === AckCode.outOfOrder) {
      this.#break(new LabError("agent-silent", "The connection to the machine got out of step; it is started again."));
      return;
    }
    if (code !== AckCode.ok) {
      // A frame that the guest could not read as one has not used up its number.
      if (code === AckCode.badFrame || code === AckCode.tooLong || code === AckCode.badVersion) this.#seq = (this.#seq - 1) >>> 0;
      this.#continuing = undefined;
      flight.outgoing.onRefused(new LabError("agent-refused", "The machine refused a request.", { detail: `ACK code ${code}` }));
    }
    this.#pump();
  }

  #break(error: LabError): void {
    this.#refuseAll(error);
    this.#broken.fire(error);
  }

  #refuseAll(error: LabError): void {
    clearTimeout(this.#timer);
    const refused = [...(this.#inFlight ? [this.#inFlight.outgoing] : []), ...this.#urgent, ...this.#ordinary];
    this.#inFlight = undefined;
    this.#continuing = undefined;
    this.#urgent = [];
    this.#ordinary = [];
    for (const outgoing of refused) outgoing.onRefused(error);
  }
}
