import { concatBytes } from "../core/bytes.ts";
import { LabError, messageOf } from "../core/errors.ts";
import type { AssetSource, ReadOptions } from "./assets.ts";

/** Without a byte for so long, a download counts as stalled and is given up (and tried again by whoever wants it). */
const silenceMs = 10_000;

/** Files below `base` over HTTP. */
export function httpAssets(base: string): AssetSource {
  return {
    async read(file, options = {}) {
      const url = new URL(file, base).href;
      const watch = new SilenceWatch(options.signal);
      try {
        const response = await fetch(url, { signal: watch.signal, cache: options.fresh ? "reload" : "default" });
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return await readBody(response, watch, options);
      } catch (cause) {
        throw new LabError("fetch-failed", "A part of the machine could not be fetched. Check the connection and try again.", {
          cause,
          detail: `${file}: ${watch.silent ? `no data for ${silenceMs / 1000} s` : messageOf(cause)}`,
        });
      } finally {
        watch.stop();
      }
    },
  };
}

async function readBody(response: Response, watch: SilenceWatch, options: ReadOptions): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let received = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    watch.heard();
    parts.push(next.value);
    received += next.value.length;
    options.onProgress?.(received);
  }
  return concatBytes(parts);
}

class SilenceWatch {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #abort = () => this.#controller.abort();
  #timer: ReturnType<typeof setTimeout> | undefined;
  silent = false;

  constructor(outer: AbortSignal | undefined) {
    this.#outer = outer;
    if (outer?.aborted) this.#abort();
    outer?.addEventListener("abort", this.#abort);
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.silent = true;
      this.#abort();
    }, silenceMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#abort);
  }
}
