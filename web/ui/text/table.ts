type Entry = string | ((...values: never[]) => string);
/** Sentences by name, nested: what another language would be another of. */
export type Table = { readonly [key: string]: Entry | Table };
