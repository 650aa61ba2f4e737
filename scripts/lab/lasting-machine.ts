import type { BytePort } from "../../web/core/byte-port.ts";
import { type Disposable, DisposableStore, toDisposable } from "../../web/core/disposable.ts";
import type { Machine, MachineStatistics, StartFrom, StartReport } from "../../web/machine/machine.ts";

/**
 * One emulator for machine after machine, whichever labs they are of: nothing is fetched or allocated again, and what it has compiled of
 * the kernel and of programs stays good for the next. A fresh one takes some twenty machines to become as quick.
 */
export class LastingMachine implements Disposable {
  readonly #create: () => Machine;
  #idle: Machine | undefined;

  constructor(create: () => Machine) {
    this.#create = create;
  }

  /** A machine to be started, of which `dispose` gives the emulator back. Who asks before that gets another. */
  readonly lend = (): Machine => {
    const machine = this.#idle ?? this.#create();
    this.#idle = undefined;
    return new LentMachine(machine, () => this.#keep(machine));
  };

  /** Nothing is kept of what was given back. */
  dispose(): void {
    this.#idle?.dispose();
    this.#idle = undefined;
  }

  #keep(machine: Machine): void {
    this.dispose();
    this.#idle = machine;
    machine.pause().catch(() => {
      if (this.#idle === machine) this.dispose();
    });
  }
}

/** Given back unless it is in the middle of something, or its guest or emulator ended. */
class LentMachine implements Machine {
  readonly #machine: Machine;
  readonly #store = new DisposableStore();
  #underWay = 0;
  #spoiled = false;

  readonly port: BytePort;
  readonly onProgress: Machine["onProgress"];
  readonly onStall: Machine["onStall"];
  readonly onStopped: Machine["onStopped"];
  readonly onFailed: Machine["onFailed"];

  constructor(machine: Machine, giveBack: () => void) {
    this.#machine = machine;
    this.port = machine.port;
    this.onProgress = machine.onProgress;
    this.onStall = machine.onStall;
    this.onStopped = machine.onStopped;
    this.onFailed = machine.onFailed;
    this.#store.add(
      toDisposable(() => {
        if (this.#spoiled || this.#underWay > 0) machine.dispose();
        else giveBack();
      }),
    );
    const spoil = () => {
      this.#spoiled = true;
    };
    this.#store.add(machine.onStopped(spoil));
    this.#store.add(machine.onFailed(spoil));
    this.#store.add(machine.onStall(spoil));
  }

  start(how: StartFrom): Promise<StartReport> {
    return this.#whole(this.#machine.start(how));
  }

  save(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#whole(this.#machine.save());
  }

  pause(): Promise<void> {
    return this.#machine.pause();
  }

  resume(): Promise<void> {
    return this.#machine.resume();
  }

  retryDisk(): void {
    this.#machine.retryDisk();
  }

  prefetch(): void {
    this.#machine.prefetch();
  }

  statistics(): Promise<MachineStatistics> {
    return this.#machine.statistics();
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #whole<T>(asked: Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await asked;
    } catch (error) {
      this.#spoiled = true;
      throw error;
    } finally {
      this.#underWay--;
    }
  }
}
