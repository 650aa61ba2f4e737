import { LabError } from "../core/errors.ts";

/** The parts of v86 0.5.462 that its typings leave out. Checked when the emulator starts, so that an update that moves one says so. */

export interface V86Exports {
  readonly memory: WebAssembly.Memory;
  /** 1: pages a JIT function may span; 3 by default. One page is a third quicker on cold code. */
  set_jit_config(index: number, value: number): void;
  codegen_finalize_finished(index: number, start: number, flags: number): void;
  /** The time-stamp counter, in nanoseconds. */
  read_tsc(): bigint;
  set_tsc(low: number, high: number): void;
  zstd_create_ctx(length: number): number;
  zstd_get_src_ptr(context: number): number;
  zstd_read(context: number, length: number): number;
  zstd_read_free(pointer: number, length: number): void;
  zstd_free_ctx(context: number): void;
}

export interface V86Cpu {
  jit_imports: WebAssembly.ModuleImports;
  reboot_internal(): void;
  /** The guest's memory. */
  readonly mem8: Uint8Array;
  /** Takes up the memory of a saved state: the pages of `packed`, in order, go where `present` has a bit; all others are zero. */
  unpack_memory(present: PageBitmap, packed: Uint8Array): void;
  is_memory_zeroed(start: number, length: number): boolean | number;
  /** Forgets what was compiled from the code at these addresses. */
  jit_dirty_cache(start: number, end: number): void;
  jit_clear_cache(): void;
  instruction_counter: { readonly [index: number]: number };
}

export interface PageBitmap {
  get(page: number): boolean | number;
}

export interface V86Environment extends WebAssembly.ModuleImports {
  codegen_finalize(index: number, start: number, flags: number, pointer: number, length: number): void;
  __indirect_function_table: WebAssembly.Table;
}

/** Entries of the function table that come before the JIT's. */
export const jitTableOffset = 1024;

const functions = [
  "set_jit_config",
  "codegen_finalize_finished",
  "read_tsc",
  "set_tsc",
  "zstd_create_ctx",
  "zstd_get_src_ptr",
  "zstd_read",
  "zstd_read_free",
  "zstd_free_ctx",
];

const cpuMethods = ["reboot_internal", "unpack_memory", "is_memory_zeroed", "jit_dirty_cache", "jit_clear_cache"] as const;

export function checkedExports(exports: WebAssembly.Exports): V86Exports {
  const missing = functions.filter((name) => typeof exports[name] !== "function");
  if (missing.length > 0 || !(exports["memory"] instanceof WebAssembly.Memory)) {
    throw new LabError("bad-state", "The emulator is not the one this page was made for. Reload the page.", {
      detail: `missing: ${missing.join(", ")}`,
    });
  }
  return exports as unknown as V86Exports;
}

export function cpuOf(emulator: object): V86Cpu {
  const cpu = (emulator as { v86?: { cpu?: Partial<V86Cpu> } }).v86?.cpu;
  if (!cpu?.jit_imports || !cpu.instruction_counter || !cpu.mem8 || cpuMethods.some((name) => typeof cpu[name] !== "function")) {
    throw new LabError("bad-state", "The emulator is not the one this page was made for. Reload the page.", { detail: "cpu" });
  }
  return cpu as V86Cpu;
}

/**
 * Sets the time-stamp counter, which v86 keeps as an offset to its clock. It computes the new offset from what the counter shows, which
 * leaves out the old one: right only where that is 0, as it is once the counter was set to what it shows. Without this the guest's
 * scheduler sees no time pass after a restore, for as long as the machine had run before.
 */
export function setTsc(exports: V86Exports, low: number, high: number): void {
  const shown = exports.read_tsc();
  exports.set_tsc(Number(BigInt.asIntN(32, shown)), Number(BigInt.asIntN(32, shown >> 32n)));
  exports.set_tsc(low, high);
}

/** Unpacks one zstd frame with the decoder that v86 brings along. */
export function decompressZstd(exports: V86Exports, compressed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const context = exports.zstd_create_ctx(compressed.length);
  try {
    new Uint8Array(exports.memory.buffer).set(compressed, exports.zstd_get_src_ptr(context));
    const pointer = exports.zstd_read(context, size) >>> 0;
    const bytes = new Uint8Array(exports.memory.buffer.slice(pointer, pointer + size));
    exports.zstd_read_free(pointer, size);
    return bytes;
  } finally {
    exports.zstd_free_ctx(context);
  }
}
