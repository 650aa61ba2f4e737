import { type Disposable, toDisposable } from "./disposable.ts";
import { LabError } from "./errors.ts";

export type Event<T> = (listener: (value: T) => void) => Disposable;

/** One typed event. A listener that throws does not keep the others from hearing. */
export class Emitter<T> implements Disposable {
  #listeners: ReadonlyArray<(value: T) => void> = [];

  readonly event: Event<T> = (listener) => {
    this.#listeners = [...this.#listeners, listener];
    return toDisposable(() => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    });
  };

  fire(value: T): void {
    const failures: unknown[] = [];
    for (const listener of this.#listeners) {
      try {
        listener(value);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  dispose(): void {
    this.#listeners = [];
  }
}

/**
 * Resolves with the first value that satisfies `accept`, or rejects with `agent-silent` after `ms` milliseconds.
 * `what` ends the sentence "… did not happen within N ms".
 */
export function nextEvent<T>(event: Event<T>, accept: (value: T) => boolean, ms: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new LabError("agent-silent", `${what} did not happen within ${ms} ms.`));
    }, ms);
    const subscription = event((value) => {
      if (!accept(value)) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(value);
    });
  });
}
