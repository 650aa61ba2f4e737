import { concatBytes } from "../../core/bytes.ts";
import { LabError, messageOf } from "../../core/errors.ts";
import type { BaseState } from "./base-state.ts";
import { deflate, inflate } from "./deflate.ts";
import { bytesHex, Hasher, hashLength, hexBytes } from "./hashing.ts";
import { cutAt, cutState } from "./pieces.ts";
import type { PackTable, Shelf, StateRecord } from "./shelf.ts";
import { decodeStateFile, encodeStateFile } from "./state-file.ts";
import type { LoadedState, SaveRequest, StateStore, StoredState, StoreReport } from "./store-api.ts";
import { chooseDropped, limits, type StoreLimits } from "./store-limits.ts";
import { decodeValue, encodeValue } from "./values.ts";

const indexBits = 24;
const maxTables = 255;

interface Pack {
  readonly table: PackTable;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Saved machines as differences to the image's own state, each content once. One request after the other. */
export class ShelfStateStore implements StateStore {
  readonly #shelf: Shelf;
  readonly #readBase: (hasher: Hasher) => Promise<BaseState>;
  readonly #limits: StoreLimits;
  readonly #hasher = Hasher.create();
  #base: Promise<BaseState> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(shelf: Shelf, readBase: (hasher: Hasher) => Promise<BaseState>, storeLimits: StoreLimits = limits) {
    this.#shelf = shelf;
    this.#readBase = readBase;
    this.#limits = storeLimits;
  }

  list(lab: string): Promise<StoreReport> {
    return this.#inTurn(() => this.#report(lab));
  }

  save(request: SaveRequest): Promise<StoreReport> {
    return this.#inTurn(async () => {
      const [base, hasher] = await this.#ready();
      const { record, pack } = await this.#pack(request, base, hasher);
      const before = (await this.#shelf.records()).find(({ id }) => id === request.id);
      const dropped = await this.#makeRoom(request.lab, recordBytes(record) + (pack ? packBytes(pack.table) : 0), request.id);
      await this.#put(record, pack, request.lab, dropped);
      if (before) await this.#sweep(before.packs);
      return { ...(await this.#report(request.lab)), dropped };
    });
  }

  load(id: string): Promise<LoadedState> {
    return this.#inTurn(async () => {
      let record = await this.#record(id);
      for (;;) {
        try {
          return await this.#assemble(record);
        } catch (error) {
          // Another page may have replaced it between one read and the next.
          const newer = await this.#record(id);
          if (newer.digest === record.digest) throw error;
          record = newer;
        }
      }
    });
  }

  relabel(id: string, label: unknown, automatic: boolean): Promise<StoreReport> {
    return this.#inTurn(async () => {
      const record = await this.#record(id);
      await this.#shelf.put({ ...record, label, automatic });
      return this.#report(record.lab);
    });
  }

  remove(lab: string, ids: readonly string[] | "all"): Promise<StoreReport> {
    return this.#inTurn(async () => {
      const records = (await this.#shelf.records()).filter(
        (record) => record.lab === lab && (ids === "all" || ids.includes(record.id)),
      );
      await this.#drop(records);
      return this.#report(lab);
    });
  }

  exportFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(async () => {
      const [base, hasher] = await this.#ready();
      const record = await this.#record(id);
      const { state, extra } = await this.#assemble(record);
      // By itself: against the image's state only, whatever else lies here.
      const request = { ...record, extra, state };
      const alone = await this.#packAgainst(request, base, hasher, []);
      return encodeStateFile(alone.record, alone.pack, hasher);
    });
  }

  importFile(lab: string, file: Uint8Array<ArrayBuffer>, id: string): Promise<LoadedState & { readonly savedAt: number }> {
    return this.#inTurn(async () => {
      const [base, hasher] = await this.#ready();
      const { record, pack } = decodeStateFile(file, hasher);
      if (record.image !== base.image)
        throw new LabError(
          "checkpoint-foreign",
          "This file was saved with another version of the machine and cannot run on this one. Ask whoever made it which page it came from.",
          { detail: `${record.image}, here ${base.image}` },
        );
      if (record.lab !== lab)
        throw new LabError(
          "checkpoint-foreign",
          `This file was saved in another lab (“${record.lab}”). Open that lab and import it there.`,
        );
      const tables = pack ? [pack] : [];
      const loaded = await this.#assemble({ ...record, id }, tables);
      return { ...loaded, savedAt: record.savedAt };
    });
  }

  /** Nothing to put away: the shelf outlives everybody. */
  dispose(): void {}

  /** Requests never overlap: what one decides on must not be changed by another. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(run, run);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #ready(): Promise<[BaseState, Hasher]> {
    const hasher = await this.#hasher;
    this.#base ??= this.#readBase(hasher);
    try {
      return [await this.#base, hasher];
    } catch (error) {
      this.#base = undefined;
      throw error;
    }
  }

  async #record(id: string): Promise<StateRecord> {
    const record = (await this.#shelf.records()).find((candidate) => candidate.id === id);
    if (!record) throw new LabError("checkpoint-missing", "This checkpoint is not there any more. Choose another.");
    return record;
  }

  /** Against the image's state and the packs of what stays. */
  async #pack(request: SaveRequest, base: BaseState, hasher: Hasher): Promise<{ record: StateRecord; pack: Pack | undefined }> {
    const records = await this.#shelf.records();
    const rolling = new Set(records.filter((record) => record.rolling).map(({ id }) => id));
    const tables = (await this.#shelf.tables(request.lab)).filter(({ id }) => !rolling.has(packOwner(id)));
    return this.#packAgainst({ ...request, image: base.image, savedAt: Date.now() }, base, hasher, tables.slice(-maxTables + 1));
  }

  async #packAgainst(
    request: SaveRequest & { readonly image: string; readonly savedAt: number },
    base: BaseState,
    hasher: Hasher,
    tables: readonly PackTable[],
  ): Promise<{ record: StateRecord; pack: Pack | undefined }> {
    const known = new Map<string, number>();
    tables.forEach((table, t) => {
      for (let i = 0; i < table.lengths.length; i++)
        known.set(bytesHex(table.hashes.subarray(i * hashLength, (i + 1) * hashLength)), ((t + 1) << indexBits) | i);
    });
    for (const [hash, i] of base.byHash) known.set(hash, i);
    const fresh: Uint8Array[] = [];
    const hashes: Uint8Array[] = [];
    const own = tables.length + 1;
    const pieces = cutState(request.state);
    const refs = Uint32Array.from(pieces, (piece) => {
      const hash = hasher.hex(piece);
      let ref = known.get(hash);
      if (ref === undefined) {
        ref = ((own << indexBits) | fresh.length) >>> 0;
        known.set(hash, ref);
        fresh.push(piece);
        hashes.push(hexBytes(hash));
      }
      return ref >>> 0;
    });
    const used = new Set(Array.from(refs, (ref) => ref >>> indexBits));
    // Only tables that are pointed into are kept for this record; the others are swept with whoever needs them.
    const order = [0, ...[...used].filter((table) => table > 0).sort((a, b) => a - b)];
    const renumbered = refs.map((ref) => ((order.indexOf(ref >>> indexBits) << indexBits) | (ref & 0xffffff)) >>> 0);
    const packId = `${request.id}/${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;
    const [deflatedPieces, extra] = await Promise.all([
      deflate(new Uint8Array(renumbered.buffer)),
      deflate(encodeValue(request.extra)),
    ]);
    let pack: Pack | undefined;
    if (fresh.length > 0) {
      const data = await deflate(concatBytes(fresh));
      const lengths = Uint16Array.from(fresh, ({ length }) => length);
      pack = { table: { id: packId, lab: request.lab, hashes: concatBytes(hashes), lengths, bytes: data.length }, data };
    }
    const record: StateRecord = {
      id: request.id,
      lab: request.lab,
      image: request.image,
      savedAt: request.savedAt,
      automatic: request.automatic,
      rolling: request.rolling,
      label: request.label,
      packs: order.slice(1).map((table) => (table === own ? packId : (tables[table - 1] as PackTable).id)),
      pieces: deflatedPieces,
      digest: hasher.hex(request.state),
      extra,
      extraDigest: hasher.hex(extra),
    };
    return { record, pack };
  }

  /** The state as it was, proved; nothing is given out that differs in one bit. */
  async #assemble(record: StateRecord, given?: readonly Pack[]): Promise<LoadedState> {
    const [base, hasher] = await this.#ready();
    if (record.image !== base.image)
      throw new LabError(
        "checkpoint-foreign",
        "This checkpoint was saved with an earlier version of the machine and cannot run on this one. Start over, or remove it.",
        { detail: `${record.image}, here ${base.image}` },
      );
    try {
      const packs = given ?? (await this.#packs(record));
      const tables = [base.pieces, ...(await Promise.all(packs.map(unpack)))];
      const refs = new Uint32Array((await inflate(record.pieces)).buffer);
      const state = concatBytes(
        Array.from(refs, (ref) => {
          const piece = tables[ref >>> indexBits]?.[ref & 0xffffff];
          if (!piece) throw new RangeError(`no piece ${ref}`);
          return piece;
        }),
      );
      if (hasher.hex(state) !== record.digest) throw new RangeError("the state's hash is another");
      if (hasher.hex(record.extra) !== record.extraDigest) throw new RangeError("the hash of what lies beside it is another");
      return { id: record.id, label: record.label, state, extra: decodeValue(await inflate(record.extra)) };
    } catch (cause) {
      throw new LabError("checkpoint-corrupt", "This checkpoint is damaged and cannot be used. Choose another, or start over.", {
        cause,
        detail: messageOf(cause),
      });
    }
  }

  async #packs(record: StateRecord): Promise<Pack[]> {
    const tables = new Map((await this.#shelf.tables(record.lab)).map((table) => [table.id, table]));
    return Promise.all(
      record.packs.map(async (id) => {
        const table = tables.get(id);
        const data = await this.#shelf.data(id);
        if (!table || !data) throw new RangeError(`pack ${id} is gone`);
        return { table, data };
      }),
    );
  }

  /** A browser that is short of room refuses; then the oldest automatic ones go first. */
  async #put(record: StateRecord, pack: Pack | undefined, lab: string, dropped: unknown[]): Promise<void> {
    for (;;) {
      try {
        await this.#shelf.put(record, pack);
        return;
      } catch (cause) {
        const victims = chooseDropped(await this.#entries(), { ...this.#limits, bytes: 0 }, 0, lab, record.id).slice(0, 1);
        if (victims.length === 0)
          throw new LabError(
            "storage-refused",
            "The browser has no room for this checkpoint. Remove some, or export and remove them.",
            {
              cause,
              detail: messageOf(cause),
            },
          );
        dropped.push(...victims.map(({ label }) => label));
        await this.#drop(await this.#recordsOf(victims));
      }
    }
  }

  async #makeRoom(lab: string, wanted: number, saving: string): Promise<unknown[]> {
    const victims = chooseDropped(await this.#entries(), this.#limits, wanted, lab, saving);
    await this.#drop(await this.#recordsOf(victims));
    return victims.map(({ label }) => label);
  }

  async #recordsOf(entries: readonly StoredState[]): Promise<StateRecord[]> {
    const ids = new Set(entries.map(({ id }) => id));
    return (await this.#shelf.records()).filter(({ id }) => ids.has(id));
  }

  async #drop(records: readonly StateRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.#shelf.remove(
      records.map(({ id }) => id),
      [],
    );
    await this.#sweep(records.flatMap(({ packs }) => packs));
  }

  /** Packs that nobody points into any more. */
  async #sweep(candidates: readonly string[]): Promise<void> {
    const needed = new Set((await this.#shelf.records()).flatMap(({ packs }) => packs));
    const unneeded = [...new Set(candidates)].filter((id) => !needed.has(id));
    if (unneeded.length > 0) await this.#shelf.remove([], unneeded);
  }

  async #entries(): Promise<StoredState[]> {
    const records = await this.#shelf.records();
    const labs = new Set(records.map(({ lab }) => lab));
    const tables = (await Promise.all([...labs].map((lab) => this.#shelf.tables(lab)))).flat();
    const sizes = new Map<string, number>();
    for (const table of tables) {
      const owner = packOwner(table.id);
      sizes.set(owner, (sizes.get(owner) ?? 0) + packBytes(table));
    }
    return records
      .map((record) => ({
        id: record.id,
        lab: record.lab,
        savedAt: record.savedAt,
        automatic: record.automatic,
        rolling: record.rolling,
        label: record.label,
        bytes: recordBytes(record) + (sizes.get(record.id) ?? 0),
      }))
      .sort((a, b) => a.savedAt - b.savedAt);
  }

  async #report(lab: string): Promise<StoreReport> {
    const entries = await this.#entries();
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const usual = Math.max(0, ...entries.slice(-5).map((entry) => entry.bytes));
    const next = chooseDropped(entries, this.#limits, usual, lab, undefined)[0];
    return {
      kind: this.#shelf.kind,
      states: entries.filter((entry) => entry.lab === lab),
      bytes,
      limit: this.#limits.bytes,
      nextToDrop: next?.id,
      dropped: [],
    };
  }
}

async function unpack({ table, data }: Pack): Promise<Uint8Array[]> {
  return cutAt(await inflate(data), table.lengths);
}

function recordBytes({ pieces, extra }: StateRecord): number {
  return pieces.length + extra.length;
}

function packBytes({ bytes, hashes, lengths }: PackTable): number {
  return bytes + hashes.length + lengths.byteLength;
}

/** A pack is named after the record that it came with. */
function packOwner(pack: string): string {
  return pack.slice(0, pack.lastIndexOf("/"));
}
