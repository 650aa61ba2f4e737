import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PackTable, Shelf, StateRecord } from "./shelf.ts";

interface Stores extends DBSchema {
  records: { key: string; value: StateRecord };
  tables: { key: string; value: PackTable; indexes: { lab: string } };
  data: { key: string; value: Uint8Array<ArrayBuffer> };
}

const databaseVersion = 1;

/** IndexedDB of the page's origin. */
export class BrowserShelf implements Shelf {
  readonly kind = "browser";
  readonly #database: IDBPDatabase<Stores>;

  private constructor(database: IDBPDatabase<Stores>) {
    this.#database = database;
  }

  /** Rejects where the browser allows none (some private windows). */
  static async open(): Promise<BrowserShelf> {
    const database = await openDB<Stores>("nslab-machines", databaseVersion, {
      upgrade(upgraded) {
        upgraded.createObjectStore("records", { keyPath: "id" });
        upgraded.createObjectStore("tables", { keyPath: "id" }).createIndex("lab", "lab");
        upgraded.createObjectStore("data");
      },
      // Another tab has a newer page: let it have its way; what is asked here then fails and is told.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new BrowserShelf(database);
  }

  records(): Promise<StateRecord[]> {
    return this.#database.getAll("records");
  }

  tables(lab: string): Promise<PackTable[]> {
    return this.#database.getAllFromIndex("tables", "lab", lab);
  }

  data(pack: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#database.get("data", pack);
  }

  async put(record: StateRecord, pack?: { table: PackTable; data: Uint8Array<ArrayBuffer> }): Promise<void> {
    const transaction = this.#database.transaction(["records", "tables", "data"], "readwrite");
    await Promise.all([
      transaction.objectStore("records").put(record),
      ...(pack
        ? [transaction.objectStore("tables").put(pack.table), transaction.objectStore("data").put(pack.data, pack.table.id)]
        : []),
      transaction.done,
    ]);
  }

  async remove(records: readonly string[], packs: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(["records", "tables", "data"], "readwrite");
    await Promise.all([
      ...records.map((id) => transaction.objectStore("records").delete(id)),
      ...packs.flatMap((id) => [transaction.objectStore("tables").delete(id), transaction.objectStore("data").delete(id)]),
      transaction.done,
    ]);
  }
}
