import type { PackTable, Shelf, StateRecord } from "./shelf.ts";

/** Where the browser keeps nothing for us, and in Node: as long as the page lives. */
export class MemoryShelf implements Shelf {
  readonly kind = "tab";
  readonly #records = new Map<string, StateRecord>();
  readonly #packs = new Map<string, { readonly table: PackTable; readonly data: Uint8Array<ArrayBuffer> }>();

  async records(): Promise<StateRecord[]> {
    return [...this.#records.values()];
  }

  async tables(lab: string): Promise<PackTable[]> {
    return [...this.#packs.values()].map(({ table }) => table).filter((table) => table.lab === lab);
  }

  async data(pack: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#packs.get(pack)?.data;
  }

  async put(record: StateRecord, pack?: { table: PackTable; data: Uint8Array<ArrayBuffer> }): Promise<void> {
    this.#records.set(record.id, record);
    if (pack) this.#packs.set(pack.table.id, pack);
  }

  async remove(records: readonly string[], packs: readonly string[]): Promise<void> {
    for (const id of records) this.#records.delete(id);
    for (const id of packs) this.#packs.delete(id);
  }
}
