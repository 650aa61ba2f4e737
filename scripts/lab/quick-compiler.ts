import { setFlagsFromString } from "node:v8";
import { readChecked } from "../../web/machine/assets.ts";
import { parseImageIndex } from "../../web/machine/image-index.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { imageFolder } from "../paths.ts";

/**
 * Sets this process's compiler for machines that live for seconds: the emulator itself is optimised at once, and what it compiles of
 * the guest's code, which seldom runs long enough to be worth it, never. Returns the emulator's module: V8 takes it for the same bytes
 * as long as it is kept.
 */
export async function quickCompiler(): Promise<WebAssembly.Module> {
  const source = nodeAssets(imageFolder);
  const index = parseImageIndex(await source.read("index.json", {}));
  const wasm = await readChecked(source, index.wasm);
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--no-wasm-lazy-compilation");
  const module = await WebAssembly.compile(wasm);
  setFlagsFromString("--wasm-lazy-compilation");
  setFlagsFromString("--liftoff");
  setFlagsFromString("--liftoff-only");
  return module;
}
