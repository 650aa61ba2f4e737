import type { PageBitmap, V86Cpu } from "./v86-parts.ts";

const pageSize = 4096;
const pageWords = pageSize / 4;

/**
 * Restores a state so that only pages whose content differs are written. v86 by itself writes them all and throws away all code that it
 * has compiled; the guest is then as slow as at its start. What it has compiled depends on nothing but the content of the page it is from.
 */
export async function keepingCompiledCode(cpu: V86Cpu, restore: () => Promise<void>): Promise<void> {
  const { unpack_memory, jit_clear_cache } = cpu;
  cpu.unpack_memory = (present, packed) => writeDifferences(cpu, present, packed);
  cpu.jit_clear_cache = () => undefined;
  try {
    await restore();
  } finally {
    Object.assign(cpu, { unpack_memory, jit_clear_cache });
  }
}

function writeDifferences(cpu: V86Cpu, present: PageBitmap, packed: Uint8Array): void {
  const pages = cpu.mem8.length / pageSize;
  const memory = wordsOf(cpu.mem8);
  const saved = wordsOf(packed.byteOffset % 4 === 0 ? packed : packed.slice());
  let next = 0;
  for (let page = 0; page < pages; page++) {
    const to = page * pageWords;
    if (present.get(page)) {
      const from = next++ * pageWords;
      if (same(memory, to, saved, from)) continue;
      memory.set(saved.subarray(from, from + pageWords), to);
    } else {
      if (cpu.is_memory_zeroed(page * pageSize, pageSize)) continue;
      memory.fill(0, to, to + pageWords);
    }
    cpu.jit_dirty_cache(page * pageSize, (page + 1) * pageSize);
  }
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}

function same(one: Int32Array, oneStart: number, other: Int32Array, otherStart: number): boolean {
  for (let i = 0; i < pageWords; i++) {
    if (one[oneStart + i] !== other[otherStart + i]) return false;
  }
  return true;
}
