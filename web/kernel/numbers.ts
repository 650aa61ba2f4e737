/** Numbers as the kernel prints them; anything else is undefined, so that `Number("")` and its like never become a 0. */

/** Unsigned decimal that a `number` holds exactly. */
export function decimal(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** `%d`. */
export function signedDecimal(text: string | undefined): number | undefined {
  const magnitude = decimal(text?.startsWith("-") ? text.slice(1) : text);
  return magnitude !== undefined && text?.startsWith("-") ? 0 - magnitude : magnitude;
}

/** Unsigned decimal of 64 bits. */
export function bigDecimal(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,20}$/.test(text) ? BigInt(text) : undefined;
}

/** `[value, …]`, or undefined when one of them is. */
export function allOf<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
