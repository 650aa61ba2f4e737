import type { Disposable } from "../../web/core/disposable.ts";
import { Emulator } from "../../web/machine/emulator.ts";
import type { Machine } from "../../web/machine/machine.ts";
import { nodeAssets } from "../guest/node-assets.ts";
import { imageFolder } from "../paths.ts";

/**
 * One emulator for machine after machine, whichever labs they are of: what it has compiled of the kernel and of programs stays good for the
 * next. A fresh one takes some twenty machines to become as quick.
 */
export class LastingEmulator implements Disposable {
  #emulator: Kept | undefined;

  /** Give it up (`dispose`) before asking for the next. */
  readonly machine = (): Machine => {
    if (this.#emulator?.spoiled) this.dispose();
    this.#emulator ??= new Kept(nodeAssets(imageFolder));
    return this.#emulator;
  };

  /** The next machine is of another emulator. */
  dispose(): void {
    this.#emulator?.end();
    this.#emulator = undefined;
  }
}

class Kept extends Emulator {
  /** The guest or the emulator ended. */
  spoiled = false;

  constructor(...of: ConstructorParameters<typeof Emulator>) {
    super(...of);
    const spoil = () => {
      this.spoiled = true;
    };
    this.onStopped(spoil);
    this.onFailed(spoil);
  }

  override dispose(): void {
    void this.pause();
  }

  end(): void {
    super.dispose();
  }
}
