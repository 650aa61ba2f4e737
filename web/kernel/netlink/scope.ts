const scopes: Readonly<Record<number, string>> = { 0: "global", 200: "site", 253: "link", 254: "host", 255: "nowhere" };

/** The scope of an address or route by name, as `ip` prints it (`enum rt_scope_t`, linux/rtnetlink.h); others by number. */
export function scopeName(scope: number): string {
  return scopes[scope] ?? String(scope);
}
