import type { Disposable } from "../../core/disposable.ts";

export interface SaveRequest {
  readonly id: string;
  readonly lab: string;
  /** May be dropped when room is wanted. */
  readonly automatic: boolean;
  /** Replaces the one of the same id; its pieces are shared with nobody. */
  readonly rolling: boolean;
  /** Small; given back in lists. */
  readonly label: unknown;
  /** Given back with the state: plain values, Maps, Sets, bigints, bytes. */
  readonly extra: unknown;
  /** v86's own format, uncompressed. */
  readonly state: Uint8Array<ArrayBuffer>;
}

export interface StoredState {
  readonly id: string;
  readonly lab: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly automatic: boolean;
  readonly rolling: boolean;
  readonly label: unknown;
  /** Bytes that came with it; later ones may share them. */
  readonly bytes: number;
}

export interface StoreReport {
  /** "tab": nothing outlives the page. */
  readonly kind: "browser" | "tab";
  /** The lab's, oldest first. */
  readonly states: readonly StoredState[];
  /** Of all labs. */
  readonly bytes: number;
  readonly limit: number;
  /** What the next save of the usual size will drop first. */
  readonly nextToDrop: string | undefined;
  /** Labels of what this request dropped to make room. */
  readonly dropped: readonly unknown[];
}

export interface LoadedState {
  readonly id: string;
  readonly label: unknown;
  readonly state: Uint8Array<ArrayBuffer>;
  readonly extra: unknown;
}

/** Saved machines. Every rejection is a `LabError` that says what to do. */
export interface StateStore extends Disposable {
  list(lab: string): Promise<StoreReport>;
  /** Rejects with `storage-refused` when there is no room and nothing that may be dropped. */
  save(request: SaveRequest): Promise<StoreReport>;
  /** Rejects with `checkpoint-missing`, `checkpoint-corrupt`, `checkpoint-foreign` (another image). */
  load(id: string): Promise<LoadedState>;
  relabel(id: string, label: unknown, automatic: boolean): Promise<StoreReport>;
  remove(lab: string, ids: readonly string[] | "all"): Promise<StoreReport>;
  exportFile(id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** What the file holds, proved whole, as `id`; saves nothing. Rejects with `checkpoint-corrupt`, `-foreign`, `-newer`. */
  importFile(lab: string, file: Uint8Array<ArrayBuffer>, id: string): Promise<LoadedState & { readonly savedAt: number }>;
}
