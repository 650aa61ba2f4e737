import type { Stopped } from "./machine.ts";

const kept = 4096;

/** Reads the guest's serial console for the kernel's last words. */
export class ConsoleWatch {
  readonly #onStopped: (stopped: Stopped) => void;
  #text = "";
  #told = false;

  constructor(onStopped: (stopped: Stopped) => void) {
    this.#onStopped = onStopped;
  }

  /** The last 4 KiB printed. */
  get text(): string {
    return this.#text;
  }

  /** What the kernel said it was about to do when the CPU is reset. */
  get lastWords(): "panic" | undefined {
    return this.#text.includes("Kernel panic - not syncing") ? "panic" : undefined;
  }

  push(byte: number): void {
    this.#text = (this.#text + String.fromCharCode(byte)).slice(-kept);
    if (byte !== 0x0a || this.#told) return;
    const line = this.#text.slice(this.#text.lastIndexOf("\n", this.#text.length - 2) + 1);
    const reason = /Kernel panic - not syncing/.test(line)
      ? "panic"
      : /reboot: (System halted|Power down|Power off not available)/.test(line)
        ? "halt"
        : undefined;
    if (!reason) return;
    this.#told = true;
    this.#onStopped({ reason, console: this.#text });
  }
}
