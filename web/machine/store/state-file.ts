import * as z from "zod/mini";
import { concatBytes, decodeText, encodeText } from "../../core/bytes.ts";
import { LabError, messageOf } from "../../core/errors.ts";
import { type Hasher, hexBytes } from "./hashing.ts";
import { cutAt } from "./pieces.ts";
import type { PackTable, StateRecord } from "./shelf.ts";

/**
 * A `.nslab` file: "NSLAB\0", u16 format, u32 length of the header, the header as JSON, its blobs one after the other, and the XXH128 of
 * all before it (16 bytes). Little-endian. Everything but the image's own state is in it.
 */
const magic = encodeText("NSLAB\0");
const format = 1;
const prefixLength = magic.length + 2 + 4;
const digestLength = 16;

const header = z.object({
  lab: z.string(),
  image: z.string(),
  savedAt: z.number(),
  label: z.unknown(),
  digest: z.string(),
  extraDigest: z.string(),
  /** Bytes of each blob: pieces, extra, then hashes, lengths and data of the pack if there is one. */
  blobs: z.array(z.number()),
});

interface Pack {
  readonly table: PackTable;
  readonly data: Uint8Array<ArrayBuffer>;
}

export function encodeStateFile(record: StateRecord, pack: Pack | undefined, hasher: Hasher): Uint8Array<ArrayBuffer> {
  const blobs = [record.pieces, record.extra];
  if (pack) blobs.push(pack.table.hashes, new Uint8Array(pack.table.lengths.buffer), pack.data);
  const { lab, image, savedAt, label, digest, extraDigest } = record;
  const described: z.infer<typeof header> = {
    lab,
    image,
    savedAt,
    label,
    digest,
    extraDigest,
    blobs: blobs.map(({ length }) => length),
  };
  const json = encodeText(JSON.stringify(described));
  const numbers = new DataView(new ArrayBuffer(6));
  numbers.setUint16(0, format, true);
  numbers.setUint32(2, json.length, true);
  const body = concatBytes([magic, new Uint8Array(numbers.buffer), json, ...blobs]);
  return concatBytes([body, hashBytes(hasher, body)]);
}

/** Rejects with a sentence for the person who chose the file. */
export function decodeStateFile(file: Uint8Array<ArrayBuffer>, hasher: Hasher): { record: StateRecord; pack: Pack | undefined } {
  if (file.length < prefixLength + digestLength || magic.some((byte, i) => file[i] !== byte))
    throw new LabError("checkpoint-corrupt", "This is no .nslab file. Choose one that was exported from a lab.");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint16(magic.length, true);
  if (version > format)
    throw new LabError(
      "checkpoint-newer",
      "This file was made by a newer version of the page. Reload to get the newest, then import it again.",
      {
        detail: `format ${version}, here ${format}`,
      },
    );
  const body = file.subarray(0, file.length - digestLength);
  if (hashBytes(hasher, body).some((byte, i) => byte !== file[body.length + i]))
    throw new LabError(
      "checkpoint-corrupt",
      "This file is damaged: something of it was lost or changed on its way. Ask for it again.",
    );
  try {
    return parseBody(body, view.getUint32(magic.length + 2, true));
  } catch (cause) {
    throw new LabError("checkpoint-corrupt", "This file is damaged and cannot be read. Ask for it again.", {
      cause,
      detail: messageOf(cause),
    });
  }
}

function parseBody(body: Uint8Array<ArrayBuffer>, jsonLength: number): { record: StateRecord; pack: Pack | undefined } {
  const parsed = header.parse(JSON.parse(decodeText(body.subarray(prefixLength, prefixLength + jsonLength))));
  const blobs = cutAt(body.subarray(prefixLength + jsonLength), parsed.blobs).map((blob) => blob.slice());
  const [pieces, extra, hashes, lengths, data] = blobs;
  if (!pieces || !extra) throw new RangeError("there are no pieces");
  const { lab, image, savedAt, label, digest, extraDigest } = parsed;
  const packId = "file/0";
  const pack =
    hashes && lengths && data
      ? { table: { id: packId, lab, hashes, lengths: new Uint16Array(lengths.buffer), bytes: data.length }, data }
      : undefined;
  const record: StateRecord = {
    id: "file",
    lab,
    image,
    savedAt,
    automatic: false,
    rolling: false,
    label,
    packs: pack ? [packId] : [],
    pieces,
    digest,
    extra,
    extraDigest,
  };
  return { record, pack };
}

function hashBytes(hasher: Hasher, bytes: Uint8Array): Uint8Array {
  return hexBytes(hasher.hex(bytes));
}
