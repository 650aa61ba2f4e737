/** Lines that end: a last one without its Enter waits for it. */
export function linesOf(pasted: string): number {
  return pasted.trimEnd().split(/\r\n|\r|\n/).length;
}
