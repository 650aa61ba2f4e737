/** An address of 4 or 16 bytes as text; undefined for any other length. IPv6 in the form of RFC 5952, as `ip` prints it. */
export function ipText(bytes: Uint8Array | undefined): string | undefined {
  if (bytes?.length === 4) return bytes.join(".");
  return bytes?.length === 16 ? ipv6Text(bytes) : undefined;
}

/** The address family's name; undefined for others than IPv4 and IPv6. */
export function familyOf(family: number | undefined): "inet" | "inet6" | undefined {
  return family === 2 ? "inet" : family === 10 ? "inet6" : undefined;
}

function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return `::ffff:${bytes.subarray(12).join(".")}`;
  const run = longestZeros(groups);
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  // One group alone is not shortened (section 4.2.2).
  return run.length < 2 ? text(groups) : `${text(groups.slice(0, run.start))}::${text(groups.slice(run.start + run.length))}`;
}

/** The longest run of zeros; of several the first (section 4.2.3). */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  });
  return longest;
}
