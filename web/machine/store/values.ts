import * as z from "zod/mini";
import { decodeText, encodeText } from "../../core/bytes.ts";

/** Plain values with Maps, Sets, bigints and bytes in them, as bytes and back: JSON in which these stand in objects of one key. */
export function encodeValue(value: unknown): Uint8Array<ArrayBuffer> {
  return encodeText(JSON.stringify(toJson(value)));
}

/** Throws a RangeError or SyntaxError at what `encodeValue` did not make. The shape of what comes out is the caller's to check. */
export function decodeValue(bytes: Uint8Array): unknown {
  return fromJson(JSON.parse(decodeText(bytes)));
}

const tagged = z.union([
  z.strictObject({ $bigint: z.string() }),
  z.strictObject({ $number: z.string() }),
  z.strictObject({ $bytes: z.string() }),
  z.strictObject({ $map: z.array(z.tuple([z.unknown(), z.unknown()])) }),
  z.strictObject({ $set: z.array(z.unknown()) }),
]);

function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return { $bigint: value.toString() };
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [toJson(key), toJson(item)]) };
  if (value instanceof Set) return { $set: [...value].map(toJson) };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return value;
}

function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0].startsWith("$")) {
    const special = tagged.safeParse(value);
    if (special.success) return fromTagged(special.data);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, fromJson(item)]));
}

function fromTagged(value: z.infer<typeof tagged>): unknown {
  if ("$bigint" in value) return BigInt(value.$bigint);
  if ("$number" in value) return Number(value.$number);
  if ("$bytes" in value) return fromBase64(value.$bytes);
  if ("$map" in value) return new Map(value.$map.map(([key, item]) => [fromJson(key), fromJson(item)]));
  return new Set(value.$set.map(fromJson));
}

const base64Portion = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += base64Portion) text += String.fromCharCode(...bytes.subarray(at, at + base64Portion));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
