import { V86 } from "v86";
import type { BytePort } from "../core/byte-port.ts";
import { DisposableStore, toDisposable } from "../core/disposable.ts";
import { Emitter } from "../core/emitter.ts";
import { LabError } from "../core/errors.ts";
import { type AssetSource, readChecked } from "./assets.ts";
import { ConsoleWatch } from "./console-watch.ts";
import { ChunkedDisk, type DiskStall } from "./disk.ts";
import { type ImageFile, type ImageIndex, parseImageIndex } from "./image-index.ts";
import type { Machine, MachineProgress, MachineStatistics, StartFrom, StartReport, Stopped } from "./machine.ts";
import { keepingCompiledCode } from "./restore-memory.ts";
import {
  checkedExports,
  cpuOf,
  decompressZstd,
  jitTableOffset,
  setTsc,
  type V86Environment,
  type V86Exports,
} from "./v86-parts.ts";

export interface EmulatorOptions {
  /** JIT MAX_PAGES; 1 unless the bench compares it with v86's own 3. */
  readonly jitMaxPages?: number;
}

/** Video memory is never looked at; v86 wants some. */
const videoMemory = 1024 * 1024;
/** A disk read that waits this long stops the guest's clock, or its driver would give the disk up. */
const pauseWhenStalledMs = 6000;

/** v86 in this very thread: in Node as it is, in the browser inside a worker. */
export class Emulator implements Machine {
  readonly #store = new DisposableStore();
  readonly #source: AssetSource;
  readonly #options: EmulatorOptions;
  readonly #data = this.#store.add(new Emitter<Uint8Array>());
  readonly #progress = this.#store.add(new Emitter<MachineProgress>());
  readonly #stall = this.#store.add(new Emitter<DiskStall>());
  readonly #stopped = this.#store.add(new Emitter<Stopped>());
  readonly #failed = this.#store.add(new Emitter<LabError>());
  readonly #abort = new AbortController();
  #v86: V86 | undefined;
  #disk: ChunkedDisk | undefined;
  #index: ImageIndex | undefined;
  #jitFunctions = 0;
  #jitFailures = 0;
  #paused = false;
  #stallPause: ReturnType<typeof setTimeout> | undefined;

  readonly port: BytePort;
  readonly onProgress = this.#progress.event;
  readonly onStall = this.#stall.event;
  readonly onStopped = this.#stopped.event;
  readonly onFailed = this.#failed.event;

  constructor(source: AssetSource, options: EmulatorOptions = {}) {
    this.#source = source;
    this.#options = options;
    this.port = {
      onData: this.#data.event,
      send: (bytes) => this.#send(bytes),
    };
    this.#store.add(toDisposable(() => this.#abort.abort()));
  }

  async start(how: StartFrom): Promise<StartReport> {
    if (typeof WebAssembly !== "object") {
      throw new LabError(
        "no-webassembly",
        "This browser has no WebAssembly, which the machine needs. Use a current Firefox, Chrome, Edge or Safari, or turn WebAssembly on.",
      );
    }
    if (typeof how === "object" && this.#v86) {
      await this.#restoreInPlace(this.#v86, how.state);
      return { how: "restored", bootReason: undefined, terminals: [] };
    }
    const base = this.#index?.state;
    if (how === "restore" && this.#v86 && base) {
      try {
        await this.#restoreInPlace(this.#v86, await this.#fetch("state", base));
        return { how: "restored", bootReason: undefined, terminals: base.terminals };
      } catch {
        // From the very start, then, which says what the matter is.
        await this.#powerOff();
      }
    }
    const index = parseImageIndex(await this.#source.read("index.json", { signal: this.#abort.signal, fresh: true }));
    this.#index = index;
    const wasm = awaitedLater(this.#fetch("emulator", index.wasm));
    if (typeof how === "object") {
      await this.#power(await wasm, { initial_state: { buffer: how.state.buffer } });
      return { how: "restored", bootReason: undefined, terminals: [] };
    }
    const misfit = how === "boot" ? undefined : whyStateDoesNotFit(index);
    let bootReason = misfit;
    if (how === "restore" && !misfit && index.state) {
      try {
        const state = await this.#fetch("state", index.state);
        await this.#power(await wasm, { initial_state: { buffer: state.buffer } });
        return { how: "restored", bootReason: undefined, terminals: index.state.terminals };
      } catch (error) {
        if (
          this.#store.disposed ||
          !(error instanceof LabError) ||
          error.code === "out-of-memory" ||
          error.code === "no-webassembly"
        )
          throw error;
        if (error.code !== "bad-state" && error.code !== "fetch-failed") throw error;
        bootReason = error.code === "bad-state" ? "the saved machine is damaged" : "the saved machine could not be fetched";
        await this.#powerOff();
      }
    }
    const kernel = awaitedLater(this.#fetch("kernel", index.kernel));
    const [bios, vgaBios] = await Promise.all([readChecked(this.#source, index.bios), readChecked(this.#source, index.vgaBios)]);
    await this.#power(await wasm, {
      bios: { buffer: bios.buffer },
      vga_bios: { buffer: vgaBios.buffer },
      bzimage: { buffer: (await kernel).buffer },
      cmdline: index.commandLine,
    });
    this.#progress.fire({ stage: "boot", loaded: 0, total: undefined });
    return { how: "booted", bootReason, terminals: [] };
  }

  async pause(): Promise<void> {
    this.#paused = true;
    await this.#v86?.stop();
  }

  async resume(): Promise<void> {
    this.#paused = false;
    await this.#v86?.run();
  }

  retryDisk(): void {
    this.#disk?.retry();
  }

  prefetch(): void {
    const wanted = this.#index?.disk.wanted;
    if (wanted) void this.#disk?.prefetch(wanted).catch(() => undefined);
  }

  async save(): Promise<Uint8Array<ArrayBuffer>> {
    // A read that is under way when the machine is saved is never answered after the restore: the guest would wait for its driver's deadline.
    while (this.#disk?.busy) await this.#disk.idle();
    if (!this.#v86) throw new LabError("bad-state", "There is no machine to save yet. Wait until it runs.");
    return new Uint8Array(await this.#v86.save_state());
  }

  statistics(): Promise<MachineStatistics> {
    return Promise.resolve({
      instructions: this.#v86?.get_instruction_counter() ?? 0,
      jitFunctions: this.#jitFunctions,
      jitFailures: this.#jitFailures,
      fetchedChunks: this.#disk?.fetchedChunks ?? 0,
    });
  }

  dispose(): void {
    clearTimeout(this.#stallPause);
    void this.#powerOff();
    this.#store.dispose();
  }

  /** A guest that is gone, or whose driver is, has no valid buffers: v86 throws then, and the bytes are lost as on any dead line. */
  #send(bytes: Uint8Array): void {
    try {
      this.#bus?.send("virtio-console0-input-bytes", bytes);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  get #bus(): { send(name: string, value: unknown): void } | undefined {
    return (this.#v86 as unknown as { bus?: { send(name: string, value: unknown): void } } | undefined)?.bus;
  }

  async #fetch(stage: MachineProgress["stage"], file: ImageFile): Promise<Uint8Array<ArrayBuffer>> {
    const onProgress = (loaded: number) => this.#progress.fire({ stage, loaded, total: file.size });
    return readChecked(this.#source, file, { signal: this.#abort.signal, onProgress });
  }

  async #power(wasm: Uint8Array<ArrayBuffer>, how: object): Promise<void> {
    const index = this.#index as ImageIndex;
    let exports: V86Exports | undefined;
    const disk = new ChunkedDisk(index.disk, this.#source, (compressed, size) =>
      decompressZstd(exports as V86Exports, compressed, size),
    );
    this.#disk = disk;
    this.#store.add(disk.onStall((stall) => this.#onDiskStall(stall)));
    let emulator: V86 | undefined;
    await new Promise<void>((resolve, reject) => {
      const fail = (cause: unknown) => reject(powerError(cause));
      try {
        emulator = new V86({
          ...how,
          hda: disk as unknown as { buffer: ArrayBuffer },
          memory_size: index.memory,
          vga_memory_size: videoMemory,
          acpi: false,
          autostart: false,
          disable_keyboard: true,
          disable_mouse: true,
          disable_speaker: true,
          virtio_console: { type: "none" },
          net_device: { type: "virtio" },
          wasm_fn: async ({ env }) => {
            try {
              const environment = env as V86Environment;
              environment.codegen_finalize = (tableIndex, start, flags, pointer, length) => {
                const code = new Uint8Array((exports as V86Exports).memory.buffer, pointer >>> 0, length >>> 0);
                this.#compile(code, cpuOf(emulator as object).jit_imports, (compiled) => {
                  environment.__indirect_function_table.set(tableIndex + jitTableOffset, compiled);
                  (exports as V86Exports).codegen_finalize_finished(tableIndex, start, flags);
                });
              };
              const { instance } = await WebAssembly.instantiate(wasm, { env: environment });
              exports = checkedExports(instance.exports);
              exports.set_jit_config(1, this.#options.jitMaxPages ?? 1);
              const set_tsc = (low: number, high: number) => setTsc(exports as V86Exports, low, high);
              return { ...instance.exports, set_tsc };
            } catch (cause) {
              fail(cause);
              // v86 has no way to be told that there is nothing: it waits for ever and is collected.
              return new Promise<never>(() => undefined);
            }
          },
        });
        emulator.add_listener("emulator-loaded", () => resolve());
        this.#guardInit(emulator, fail);
      } catch (cause) {
        fail(cause);
      }
    });
    if (this.#store.disposed || !emulator) throw new LabError("disposed", "The machine was switched off.");
    this.#v86 = emulator;
    this.#listen(emulator);
    if (!this.#paused) await emulator.run();
  }

  /** Nothing is fetched or allocated again, and what was compiled from pages that are the same in both states is kept. */
  async #restoreInPlace(emulator: V86, state: Uint8Array<ArrayBuffer>): Promise<void> {
    clearTimeout(this.#stallPause);
    await emulator.stop();
    try {
      await keepingCompiledCode(cpuOf(emulator), () => emulator.restore_state(state.buffer));
    } catch (cause) {
      throw new LabError("bad-state", "The saved machine could not be restored.", { cause, detail: `restore: ${String(cause)}` });
    }
    this.#paused = false;
    await emulator.run();
  }

  /** v86 starts the rest of its construction without anybody awaiting it; what fails there (a damaged state, no memory) would be lost. */
  #guardInit(emulator: V86, fail: (cause: unknown) => void): void {
    const inner = emulator as unknown as { continue_init(main: unknown, options: unknown): Promise<void> };
    const original = inner.continue_init.bind(emulator);
    inner.continue_init = (main, options) => {
      const guarded = main as { init(settings: unknown): void; restore_state(state: unknown): void };
      const init = guarded.init.bind(main);
      const restore = guarded.restore_state.bind(main);
      guarded.init = (settings) => {
        try {
          init(settings);
        } catch (cause) {
          // The guest's memory is taken here; inside the emulator a refusal is a trap.
          fail(cause instanceof WebAssembly.RuntimeError ? new RangeError("no memory for the guest", { cause }) : cause);
        }
      };
      guarded.restore_state = (state) => {
        try {
          restore(state);
        } catch (cause) {
          fail(
            new LabError("bad-state", "The saved machine could not be restored.", { cause, detail: `restore: ${String(cause)}` }),
          );
        }
      };
      return original(main, options).catch(fail);
    };
  }

  #listen(emulator: V86): void {
    emulator.add_listener("virtio-console0-output-bytes", (bytes) => this.#data.fire(bytes.slice()));
    const watch = new ConsoleWatch((stopped) => this.#onGuestStopped(stopped));
    emulator.add_listener("serial0-output-byte", (byte) => watch.push(byte));
    cpuOf(emulator).reboot_internal = () => this.#onGuestStopped({ reason: watch.lastWords ?? "reboot", console: watch.text });
  }

  #onGuestStopped(stopped: Stopped): void {
    void this.pause();
    this.#stopped.fire(stopped);
  }

  #onDiskStall(stall: DiskStall): void {
    clearTimeout(this.#stallPause);
    if (stall) {
      this.#stallPause = setTimeout(() => void this.#v86?.stop(), pauseWhenStalledMs);
    } else if (!this.#paused) {
      void this.#v86?.run();
    }
    this.#stall.fire(stall);
  }

  /** A function over the engine's size limit cannot be compiled: that code stays interpreted, and the guest carries on. */
  #compile(code: Uint8Array<ArrayBuffer>, imports: WebAssembly.ModuleImports, done: (compiled: unknown) => void): void {
    WebAssembly.instantiate(code, { e: imports }).then(
      ({ instance }) => {
        this.#jitFunctions++;
        done(instance.exports["f"]);
      },
      () => {
        this.#jitFailures++;
      },
    );
  }

  async #powerOff(): Promise<void> {
    const emulator = this.#v86;
    this.#v86 = undefined;
    this.#disk?.dispose();
    this.#disk = undefined;
    if (emulator) await emulator.destroy();
  }
}

/** Started now, awaited after something else, which may fail first: this one's failure is then nobody's. */
function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function whyStateDoesNotFit(index: ImageIndex): string | undefined {
  if (!index.state) return "there is no saved machine";
  if (index.state.image !== index.image) return "the saved machine was made from another image";
  if (index.state.emulator !== index.emulator) return "the saved machine was made with another emulator";
  return undefined;
}

function powerError(cause: unknown): LabError {
  if (cause instanceof LabError) return cause;
  if (cause instanceof RangeError) {
    return new LabError(
      "out-of-memory",
      "The browser has not enough memory for the machine (256 MB). Close other tabs and try again.",
      { cause },
    );
  }
  return new LabError("bad-state", "The emulator could not be started. Reload the page.", { cause, detail: String(cause) });
}
