import type { Outcome } from "../worker-rpc.ts";
import type { LoadedState, SaveRequest, StoreReport } from "./store-api.ts";

/** What the page may ask of the store's worker. */
export interface StoreFunctions {
  open(assets: string): Promise<void>;
  list(lab: string): Promise<Outcome<StoreReport>>;
  save(request: SaveRequest): Promise<Outcome<StoreReport>>;
  load(id: string): Promise<Outcome<LoadedState>>;
  relabel(id: string, label: unknown, automatic: boolean): Promise<Outcome<StoreReport>>;
  remove(lab: string, ids: readonly string[] | "all"): Promise<Outcome<StoreReport>>;
  exportFile(id: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  importFile(
    lab: string,
    file: Uint8Array<ArrayBuffer>,
    id: string,
  ): Promise<Outcome<LoadedState & { readonly savedAt: number }>>;
}
