/** Small settings of this browser. Where storage is refused (private windows, embedded pages) they last as long as the page. */
const prefix = "nslab.";

export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Refused: the setting is still good for this page.
  }
}
