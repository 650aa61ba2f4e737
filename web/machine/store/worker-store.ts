import { type BirpcReturn, createBirpc } from "birpc";
import { DisposableStore, toDisposable } from "../../core/disposable.ts";
import { LabError } from "../../core/errors.ts";
import { errorFrom, largeBuffers, type Outcome } from "../worker-rpc.ts";
import type { LoadedState, SaveRequest, StateStore, StoreReport } from "./store-api.ts";
import type { StoreFunctions } from "./worker-rpc.ts";

interface Started {
  readonly worker: BirpcReturn<StoreFunctions>;
  /** Rejects when the worker dies. */
  readonly death: Promise<never>;
}

/** The page's side of the store, whose worker is started with the first request. */
export class WorkerStateStore implements StateStore {
  readonly #assets: string;
  readonly #store = new DisposableStore();
  #started: Started | undefined;

  /** `assets`: address of the image folder, with a slash at its end. */
  constructor(assets: string) {
    this.#assets = assets;
  }

  list(lab: string): Promise<StoreReport> {
    return this.#ask((worker) => worker.list(lab));
  }

  /** The state's buffer is handed over: it is empty afterwards. */
  save(request: SaveRequest): Promise<StoreReport> {
    return this.#ask((worker) => worker.save(request));
  }

  load(id: string): Promise<LoadedState> {
    return this.#ask((worker) => worker.load(id));
  }

  relabel(id: string, label: unknown, automatic: boolean): Promise<StoreReport> {
    return this.#ask((worker) => worker.relabel(id, label, automatic));
  }

  remove(lab: string, ids: readonly string[] | "all"): Promise<StoreReport> {
    return this.#ask((worker) => worker.remove(lab, ids));
  }

  exportFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#ask((worker) => worker.exportFile(id));
  }

  importFile(lab: string, file: Uint8Array<ArrayBuffer>, id: string): Promise<LoadedState & { readonly savedAt: number }> {
    return this.#ask((worker) => worker.importFile(lab, file, id));
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #ask<T>(ask: (worker: BirpcReturn<StoreFunctions>) => Promise<Outcome<T>>): Promise<T> {
    this.#started ??= this.#start();
    const { worker, death } = this.#started;
    const outcome = await Promise.race([ask(worker), death]);
    if (!outcome.ok) throw errorFrom(outcome.error);
    return outcome.value;
  }

  #start(): Started {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "nslab checkpoints" });
    this.#store.add(toDisposable(() => worker.terminate()));
    const death = new Promise<never>((_, reject) => {
      this.#store.add(toDisposable(() => reject(new LabError("disposed", "The lab was closed."))));
      worker.addEventListener("error", (event) => {
        // The next request starts another.
        this.#started = undefined;
        worker.terminate();
        reject(new LabError("storage-refused", "The keeper of the checkpoints crashed. Try again.", { detail: event.message }));
      });
    });
    death.catch(() => undefined);
    const rpc = createBirpc<StoreFunctions>(
      {},
      {
        post: (data) => worker.postMessage(data, largeBuffers(data)),
        on: (receive) => worker.addEventListener("message", (event) => receive(event.data)),
        timeout: -1,
      },
    );
    void rpc.open.asEvent(this.#assets);
    return { worker: rpc, death };
  }
}
