import type { Event } from "./emitter.ts";

/** A two-way stream of bytes without message boundaries: one virtio-console port of the guest. */
export interface BytePort {
  readonly onData: Event<Uint8Array>;
  /** At most 4,096 bytes at once: the port has no buffer of its own. */
  send(bytes: Uint8Array): void;
}
