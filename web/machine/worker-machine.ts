import { type BirpcReturn, createBirpc } from "birpc";
import type { BytePort } from "../core/byte-port.ts";
import { DisposableStore, toDisposable } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import type { Machine, MachineProgress, MachineStatistics, StartFrom, StartReport, Stopped } from "./machine.ts";
import { errorFrom, largeBuffers, type Outcome, type PageFunctions, type WorkerFunctions } from "./worker-rpc.ts";

/** The page's side of a machine that runs in a worker. */
export class WorkerMachine implements Machine {
  readonly #store = new DisposableStore();
  readonly #base: string;
  readonly #data = this.#store.add(new Emitter<Uint8Array>());
  readonly #progress = this.#store.add(new Emitter<MachineProgress>());
  readonly #stall = this.#store.add(new Emitter<LabError | undefined>());
  readonly #stopped = this.#store.add(new Emitter<Stopped>());
  readonly #failed = this.#store.add(new Emitter<LabError>());
  readonly #worker: BirpcReturn<WorkerFunctions, PageFunctions>;
  /** Rejects when the worker dies, so that nobody waits for its answers. */
  readonly #death: Promise<never>;

  readonly port: BytePort;
  readonly onProgress = this.#progress.event;
  readonly onStall = this.#stall.event;
  readonly onStopped = this.#stopped.event;
  readonly onFailed = this.#failed.event;

  /** `base`: address of the image folder, with a slash at its end. */
  constructor(base: string) {
    this.#base = base;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "nslab machine" });
    this.#store.add(toDisposable(() => worker.terminate()));
    this.#death = new Promise((_, reject) => {
      this.#store.add(toDisposable(() => reject(new LabError("disposed", "The machine was switched off."))));
      worker.addEventListener("error", (event) => {
        const error = new LabError("worker-crashed", "The emulator crashed. Start over to get a fresh machine.", {
          detail: event.message,
        });
        reject(error);
        this.#failed.fire(error);
      });
    });
    this.#death.catch(() => undefined);
    this.#worker = createBirpc<WorkerFunctions, PageFunctions>(
      {
        data: (bytes) => this.#data.fire(bytes),
        progress: (progress) => this.#progress.fire(progress),
        stall: (error) => this.#stall.fire(error && errorFrom(error)),
        stopped: (stopped) => this.#stopped.fire(stopped),
        failed: (error) => this.#failed.fire(errorFrom(error)),
      },
      {
        post: (data) => worker.postMessage(data, largeBuffers(data)),
        on: (receive) => worker.addEventListener("message", (event) => receive(event.data)),
        timeout: -1,
      },
    );
    this.port = { onData: this.#data.event, send: (bytes) => this.#worker.send.asEvent(bytes) };
  }

  async start(how: StartFrom): Promise<StartReport> {
    return this.#unwrap(this.#worker.start(this.#base, how));
  }

  pause(): Promise<void> {
    return Promise.race([this.#worker.pause(), this.#death]);
  }

  resume(): Promise<void> {
    return Promise.race([this.#worker.resume(), this.#death]);
  }

  retryDisk(): void {
    void this.#worker.retryDisk.asEvent();
  }

  prefetch(): void {
    void this.#worker.prefetch.asEvent();
  }

  save(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#unwrap(this.#worker.save());
  }

  statistics(): Promise<MachineStatistics> {
    return Promise.race([this.#worker.statistics(), this.#death]);
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #unwrap<T>(asked: Promise<Outcome<T>>): Promise<T> {
    const outcome = await Promise.race([asked, this.#death]);
    if (!outcome.ok) throw errorFrom(outcome.error);
    return outcome.value;
  }
}
