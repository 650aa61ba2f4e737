/** One saved machine, without the pieces it shares with others. */
export interface StateRecord {
  readonly id: string;
  readonly lab: string;
  /** Image and emulator that it was saved with: on others it means nothing. */
  readonly image: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** May be dropped when room is wanted. */
  readonly automatic: boolean;
  /** Replaced by the next of its kind, and nobody shares its pieces. */
  readonly rolling: boolean;
  /** What the session says of it in lists: small, and readable without the rest. */
  readonly label: unknown;
  /** Tables that `pieces` points into, after the image's own state. */
  readonly packs: readonly string[];
  /** Deflated Uint32 per piece: table in the upper 8 bits (0 is the image's state), index in it below. */
  readonly pieces: Uint8Array<ArrayBuffer>;
  /** Hash of the whole state. */
  readonly digest: string;
  /** Deflated: what the session keeps with the machine. */
  readonly extra: Uint8Array<ArrayBuffer>;
  /** Hash of `extra` as it lies here. */
  readonly extraDigest: string;
}

/** Contents of pieces that came with one record, and which they are. */
export interface PackTable {
  readonly id: string;
  readonly lab: string;
  /** 16 bytes a piece. */
  readonly hashes: Uint8Array<ArrayBuffer>;
  /** Bytes of each piece. */
  readonly lengths: Uint16Array<ArrayBuffer>;
  /** Bytes of the pack's data as it lies here. */
  readonly bytes: number;
}

/** Where records lie. Rejects with whatever the place says; what was asked for and is not there is undefined. */
export interface Shelf {
  readonly kind: "browser" | "tab";
  records(): Promise<StateRecord[]>;
  tables(lab: string): Promise<PackTable[]>;
  data(pack: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** All or nothing. */
  put(record: StateRecord, pack?: { readonly table: PackTable; readonly data: Uint8Array<ArrayBuffer> }): Promise<void>;
  remove(records: readonly string[], packs: readonly string[]): Promise<void>;
}
