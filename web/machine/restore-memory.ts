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
      if (isZero(memory, to)) continue;
      memory.fill(0, to, to + pageWords);
    }
    cpu.jit_dirty_cache(page * pageSize, (page + 1) * pageSize);
  }
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}

// Reading all memory is most of what going back costs. Eight words at once take half the time of one by one.

function isZero(words: Int32Array, start: number): boolean {
  const w = (offset: number) => words[offset] as number;
  for (let i = start; i < start + pageWords; i += 8) {
    if ((w(i) | w(i + 1) | w(i + 2) | w(i + 3) | w(i + 4) | w(i + 5) | w(i + 6) | w(i + 7)) !== 0) return false;
  }
  return true;
}

function same(one: Int32Array, oneStart: number, other: Int32Array, otherStart: number): boolean {
  const xor = (offset: number) => (one[oneStart + offset] as number) ^ (other[otherStart + offset] as number);
  for (let i = 0; i < pageWords; i += 8) {
    if ((xor(i) | xor(i + 1) | xor(i + 2) | xor(i + 3) | xor(i + 4) | xor(i + 5) | xor(i + 6) | xor(i + 7)) !== 0) return false;
  }
  return true;
}
