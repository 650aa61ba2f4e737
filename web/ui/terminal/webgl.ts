import type { Terminal as Xterm } from "@xterm/xterm";
import { type Disposable, DisposableStore } from "../../core/disposable.ts";

const softwareRenderers = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Draws with WebGL once that is loaded, where there is a graphics card; xterm draws with the DOM before, without, and after a lost context. */
export function drawWithWebgl(xterm: Xterm): Disposable {
  const store = new DisposableStore();
  void load(xterm, store);
  return store;
}

async function load(xterm: Xterm, store: DisposableStore): Promise<void> {
  if (!hasFastWebgl()) return;
  try {
    const { WebglAddon } = await import("@xterm/addon-webgl");
    if (store.disposed) return;
    const addon = new WebglAddon();
    addon.onContextLoss(() => addon.dispose());
    xterm.loadAddon(addon);
    store.add(addon);
  } catch {
    // No context to be had, or the file didn't come: the DOM renderer goes on.
  }
}

/** WebGL without a graphics card is slower than the DOM, and takes the main thread. */
function hasFastWebgl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !softwareRenderers.test(renderer);
}
