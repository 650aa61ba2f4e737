import { createXXHash128, type IHasher } from "hash-wasm";

/** Bytes of a hash. XXH128: for telling contents apart and finding damage, no defence against a forger. */
export const hashLength = 16;

/** `crypto.subtle` is missing on pages served without TLS (a class's own network), and slower over small pieces. */
export class Hasher {
  readonly #hasher: IHasher;

  private constructor(hasher: IHasher) {
    this.#hasher = hasher;
  }

  static async create(): Promise<Hasher> {
    return new Hasher(await createXXHash128());
  }

  /** In hexadecimal. */
  hex(bytes: Uint8Array): string {
    return this.#hasher.init().update(bytes).digest("hex");
  }
}

export function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

export function bytesHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
