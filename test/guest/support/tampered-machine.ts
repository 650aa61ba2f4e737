import type { BytePort } from "../../../web/core/byte-port.ts";
import { Emitter } from "../../../web/core/emitter.ts";
import type { Machine } from "../../../web/machine/machine.ts";
import { encodeFrame, FrameDecoder } from "../../../web/protocol/frame.ts";
import { MessageType } from "../../../web/protocol/message.ts";

/** What becomes of the guest's bytes on their way to the page. */
export type Tampering = "none" | "silence" | "noise" | "nonsense";

/** A machine whose port is tampered with, as `tampering()` says when bytes come. */
export function tampered(machine: Machine, tampering: () => Tampering): Machine {
  const data = new Emitter<Uint8Array>();
  const decoder = new FrameDecoder();
  machine.port.onData((bytes) => {
    // All goes through the decoder, so that whole frames are lost or changed and nothing is cut at a switch.
    for (const frame of decoder.push(bytes)) {
      const how = tampering();
      if (how === "silence") continue;
      // Well-formed frames whose payload is none of what was asked for.
      const payload =
        how === "nonsense" && frame.type === MessageType.result ? frame.payload.map((byte) => ~byte) : frame.payload;
      const out = encodeFrame({ ...frame, payload });
      if (how === "noise") out[out.length >> 1] = ~(out[out.length >> 1] as number);
      data.fire(out);
    }
  });
  const port: BytePort = { onData: data.event, send: (bytes) => machine.port.send(bytes) };
  return {
    port,
    onProgress: machine.onProgress,
    onStall: machine.onStall,
    onStopped: machine.onStopped,
    onFailed: machine.onFailed,
    start: (how) => machine.start(how),
    pause: () => machine.pause(),
    resume: () => machine.resume(),
    retryDisk: () => machine.retryDisk(),
    prefetch: () => machine.prefetch(),
    save: () => machine.save(),
    statistics: () => machine.statistics(),
    dispose: () => machine.dispose(),
  };
}
