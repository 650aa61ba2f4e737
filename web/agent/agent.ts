import type { BytePort } from "../core/byte-port.ts";
import { ByteReader, ByteWriter, encodeText } from "../core/bytes.ts";
import { type Disposable, DisposableStore } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import { MessageType, RequestErrorCode } from "../protocol/message.ts";
import {
  type BatchGroup,
  encodeBatch,
  encodeNetlink,
  encodeProbe,
  encodePtyOpen,
  encodeWriteFile,
  type NetlinkDump,
  type Probe,
  type PtyOpen,
  type WriteFile,
} from "../protocol/requests.ts";
import {
  type BatchResult,
  type HelloOk,
  type ProbeResult,
  parseBatch,
  parseError,
  parseNetlink,
  parseProbe,
  parseProcessEvents,
  parseSeccomp,
  type RawProcessEvent,
} from "../protocol/results.ts";
import { FrameLink, type Message } from "./frame-link.ts";
import { RequestFailed } from "./request-failed.ts";

interface Pending {
  readonly resolve: (payload: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly ms: number;
  timer: ReturnType<typeof setTimeout>;
}

const answerDeadlineMs = 15_000;
const helloDeadlineMs = 12_000;
/** Bytes of data in one WRITE_FILE: the message has to stay under 65,536 with its path. */
const writePiece = 48_000;

/** Requests to PID 1 of the guest, and its events. Every request is answered, refused or given up at its deadline. */
export class Agent implements Disposable {
  readonly #store = new DisposableStore();
  readonly #link: FrameLink;
  readonly #pending = new Map<number, Pending>();
  readonly #ptyOutput = this.#store.add(new Emitter<{ terminal: number; data: Uint8Array }>());
  readonly #ptyExit = this.#store.add(new Emitter<{ terminal: number; waitStatus: number }>());
  readonly #processEvents = this.#store.add(new Emitter<readonly RawProcessEvent[]>());
  readonly #processEventsLost = this.#store.add(new Emitter<number>());
  #nextId = 1;
  #paused = false;

  readonly onPtyOutput = this.#ptyOutput.event;
  readonly onPtyExit = this.#ptyExit.event;
  readonly onProcessEvents = this.#processEvents.event;
  readonly onProcessEventsLost = this.#processEventsLost.event;
  /** The guest stopped acknowledging. */
  readonly onBroken: FrameLink["onBroken"];

  constructor(port: BytePort) {
    this.#link = this.#store.add(new FrameLink(port));
    this.onBroken = this.#link.onBroken;
    this.#store.add(this.#link.onMessage((message) => this.#received(message)));
  }

  /** First after every boot or restore. Events are off until `watchProcesses`. */
  hello(nonce: bigint): Promise<HelloOk> {
    this.#rejectAll(new LabError("agent-silent", "The connection to the machine was started again."));
    return this.#link.hello(nonce, helloDeadlineMs);
  }

  async batch(groups: readonly BatchGroup[], knownHash?: bigint): Promise<BatchResult> {
    return parsed(parseBatch, await this.#request(MessageType.batch, encodeBatch(groups, knownHash)));
  }

  /** `namespacePath`: "" is the host's. The raw messages of each dump. */
  async netlink(namespacePath: string, protocol: number, dumps: readonly NetlinkDump[]): Promise<Uint8Array[]> {
    return parsed(parseNetlink, await this.#request(MessageType.netlink, encodeNetlink(namespacePath, protocol, dumps)));
  }

  /** Programs of `struct sock_filter`, the newest first. */
  async seccompFilters(pid: number): Promise<Uint8Array[]> {
    return parsed(parseSeccomp, await this.#request(MessageType.seccomp, new ByteWriter().u32(pid).finish()));
  }

  async probe(probe: Probe): Promise<ProbeResult> {
    return parsed(parseProbe, await this.#request(MessageType.probe, encodeProbe(probe), probe.timeoutMs + answerDeadlineMs));
  }

  async openPty(open: PtyOpen): Promise<{ terminal: number; pid: number }> {
    return parsed(
      (payload) => {
        const reader = new ByteReader(payload);
        return { terminal: reader.u32(), pid: reader.u32() };
      },
      await this.#request(MessageType.ptyOpen, encodePtyOpen(open)),
    );
  }

  async writePty(terminal: number, data: Uint8Array): Promise<void> {
    await this.#request(MessageType.ptyWrite, new ByteWriter().u32(terminal).bytes(data).finish(), answerDeadlineMs, true);
  }

  async resizePty(terminal: number, columns: number, rows: number): Promise<void> {
    await this.#request(
      MessageType.ptyResize,
      new ByteWriter().u32(terminal).u16(columns).u16(rows).finish(),
      answerDeadlineMs,
      true,
    );
  }

  async signalPty(terminal: number, signal: number): Promise<void> {
    await this.#request(MessageType.ptySignal, new ByteWriter().u32(terminal).u32(signal).finish(), answerDeadlineMs, true);
  }

  async closePty(terminal: number): Promise<void> {
    await this.#request(MessageType.ptyClose, new ByteWriter().u32(terminal).finish());
  }

  async creditPty(terminal: number, bytes: number): Promise<void> {
    await this.#request(MessageType.ptyCredit, new ByteWriter().u32(terminal).u32(bytes).finish(), answerDeadlineMs, true);
  }

  async watchProcesses(on: boolean): Promise<void> {
    await this.#request(MessageType.events, new ByteWriter().u8(on ? 1 : 0).finish());
  }

  /** Any length; pieces go in order. Not atomic over 48,000 bytes. */
  async writeFile(file: Omit<WriteFile, "offset">): Promise<void> {
    let offset = 0;
    do {
      const data = file.data.subarray(offset, offset + writePiece);
      const first = offset === 0;
      const piece = {
        ...file,
        data,
        offset,
        truncate: first && (file.truncate ?? false),
        makeParents: first && (file.makeParents ?? false),
      };
      await this.#request(MessageType.writeFile, encodeWriteFile(piece));
      offset += data.length;
    } while (offset < file.data.length);
  }

  /** Writes a control file under /proc, /sys or a cgroup. */
  writeControl(path: string, text: string): Promise<void> {
    return this.writeFile({ path, data: encodeText(text) });
  }

  async setClock(millisecondsSinceEpoch: number): Promise<void> {
    const seconds = Math.floor(millisecondsSinceEpoch / 1000);
    const nanoseconds = Math.round((millisecondsSinceEpoch - seconds * 1000) * 1e6);
    await this.#request(
      MessageType.clock,
      new ByteWriter().i64(BigInt(seconds)).u32(Math.min(nanoseconds, 999_999_999)).finish(),
    );
  }

  async seedEntropy(bytes: Uint8Array): Promise<void> {
    await this.#request(MessageType.entropy, bytes);
  }

  /** While the machine is stopped, no deadline runs. */
  pause(): void {
    this.#paused = true;
    for (const pending of this.#pending.values()) clearTimeout(pending.timer);
    this.#link.pause();
  }

  resume(): void {
    this.#paused = false;
    for (const [id, pending] of this.#pending) pending.timer = this.#startTimer(id, pending.ms);
    this.#link.resume();
  }

  dispose(): void {
    this.#store.dispose();
    this.#rejectAll(new LabError("disposed", "The machine was switched off."));
  }

  #request(type: number, payload: Uint8Array, ms = answerDeadlineMs, urgent = false): Promise<Uint8Array> {
    if (this.#store.disposed) return Promise.reject(new LabError("disposed", "The machine was switched off."));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, ms, timer: this.#startTimer(id, ms) });
      this.#link.send({ type, id, payload }, urgent, (error) => this.#take(id)?.reject(error));
    });
  }

  #startTimer(id: number, ms: number): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#take(id)?.reject(
        new LabError("agent-silent", "The machine took too long to answer. Wait a moment, or start over to get a fresh one."),
      );
    }, ms);
    if (this.#paused) clearTimeout(timer);
    return timer;
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    if (pending) clearTimeout(pending.timer);
    this.#pending.delete(id);
    return pending;
  }

  #rejectAll(error: LabError): void {
    for (const id of this.#pending.keys()) this.#take(id)?.reject(error);
  }

  #received({ type, id, payload }: Message): void {
    switch (type) {
      case MessageType.result:
        this.#take(id)?.resolve(payload);
        return;
      case MessageType.error: {
        const { code, errno, text } = parseError(payload);
        this.#take(id)?.reject(new RequestFailed(code, errno, text));
        return;
      }
      case MessageType.ptyOutput: {
        const reader = new ByteReader(payload);
        this.#ptyOutput.fire({ terminal: reader.u32(), data: reader.rest() });
        return;
      }
      case MessageType.ptyExit: {
        const reader = new ByteReader(payload);
        this.#ptyExit.fire({ terminal: reader.u32(), waitStatus: reader.i32() });
        return;
      }
      case MessageType.processEvents:
        this.#processEvents.fire(parseProcessEvents(payload));
        return;
      case MessageType.processEventsLost:
        this.#processEventsLost.fire(new ByteReader(payload).u32());
        return;
      default:
    }
  }
}

function parsed<T>(parse: (payload: Uint8Array) => T, payload: Uint8Array): T {
  try {
    return parse(payload);
  } catch (cause) {
    throw new LabError("agent-protocol", "The machine answered something that makes no sense. Start over to get a fresh one.", {
      cause,
    });
  }
}

/** True for a request that failed because a terminal of that number is not there (any more). */
export function isNoSuchTerminal(error: unknown): boolean {
  return error instanceof RequestFailed && error.requestCode === RequestErrorCode.notFound;
}
